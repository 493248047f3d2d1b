import type { Plugin, Rollup } from 'vite';

/** What of the console runs first, told by its name among the entries. */
const NAME = 'early';

export function isEarly(chunk: Rollup.OutputChunk): boolean {
  return chunk.isEntry && chunk.name === NAME;
}

/** Has the page of the console run first, before what is larger, a script that asks for what every page shows. */
export function early(): Plugin {
  return {
    name: 'bureau-early',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {}, filename }) {
        if (!filename.endsWith('/index.html')) return undefined;
        const chunk = Object.values(bundle).find((file) => file.type === 'chunk' && isEarly(file));
        if (chunk?.type !== 'chunk') throw new Error('The script that runs first is not there');
        const script = { tag: 'script', attrs: { type: 'module', crossorigin: true, src: `/${chunk.fileName}` } };
        const needed = chunk.imports.map((name) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `/${name}` },
        }));
        return [script, ...needed].map((tag) => ({ ...tag, injectTo: 'head-prepend' as const }));
      },
    },
  };
}
