import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** Writes the texts of the fixed documents, by their hashes, beside the pages: the backend executes them by these. */
export function documents(): Plugin {
  return {
    name: 'bureau-documents',
    apply: 'build',
    generateBundle() {
      const source = readFileSync(new URL('../src/gql/persisted-documents.json', import.meta.url), 'utf-8');
      this.emitFile({ type: 'asset', fileName: 'documents.json', source });
    },
  };
}
