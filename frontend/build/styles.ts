import type { Plugin } from 'vite';

const WHOLE = /\/@mantine\/core\/styles\.layer\.css$/;
const COMPONENT = /\/@mantine\/core\/esm\/.*\.mjs$/;
const NAMED = /\bfrom "[./]*?(?:\w+\/)*(\w+)\.module\.mjs";/g;

/** What holds for all components. */
const BASE = ['baseline', 'default-css-variables', 'global'];

/**
 * Takes the one style sheet of Mantine apart, so that a page loads the styles of what it draws: those of a component come
 * with it, after those of the components that it is made of.
 */
export function styles(): Plugin {
  let found = 0;
  return {
    name: 'bureau-styles',
    apply: 'build',
    enforce: 'pre',
    load(id) {
      if (!WHOLE.test(id)) return undefined;
      return BASE.map((name) => `@import './styles/${name}.layer.css';`).join('\n');
    },
    transform(code, id) {
      if (!COMPONENT.test(id)) return undefined;
      const names = [...code.matchAll(NAMED)].map(([, name]) => name);
      if (names.length === 0) return undefined;
      found += names.length;
      return { code: [code, ...names.map((name) => `import '@mantine/core/styles/${name}.layer.css';`)].join('\n'), map: null };
    },
    buildEnd() {
      if (found === 0) throw new Error('The styles of components are not where they were');
    },
  };
}
