import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const DEFINED = /^export const (\w+?)(?:Document|FragmentDoc) = (\{.*\}) as unknown as /gm;
const CALLED = /\bgraphql\(\s*`\s*(?:query|mutation|subscription|fragment)\s+(\w+)[^`]*`,?\s*\)/g;

/** Puts each fixed document where it is used, so that a page loads its own and no others. */
export function inlined(): Plugin {
  let documents: ReadonlyMap<string, string> = new Map();
  return {
    name: 'bureau-inlined',
    enforce: 'pre',
    buildStart() {
      const written = readFileSync(new URL('../src/gql/graphql.ts', import.meta.url), 'utf-8');
      documents = new Map([...written.matchAll(DEFINED)].map(([, name = '', document = '']) => [name, document]));
      if (documents.size === 0) throw new Error('The fixed documents are not where they were written');
    },
    transform(code, id) {
      // What finds a document by its text is left out where nobody looks for one.
      if (id.includes('/src/gql/')) return { code, moduleSideEffects: false };
      if (!/\/src\/(?!gql\/).*\.tsx?$/.test(id) || !code.includes('graphql(')) return undefined;
      const replaced = code.replace(CALLED, (call, name: string) => {
        const document = documents.get(name);
        return document === undefined ? call : `(${document})`;
      });
      return { code: replaced, map: null };
    },
  };
}
