import { createHash } from 'node:crypto';
import { addTypenameSelectionDocumentTransform } from '@graphql-codegen/client-preset';
import type { CodegenConfig } from '@graphql-codegen/cli';

/** By what the backend knows a document: the hash alone, without the name of its algorithm before it. */
function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Types and hashes of the fixed documents; what the catalogue builds at run time has neither. */
const config: CodegenConfig = {
  schema: '../schema.graphql',
  documents: ['src/**/*.{ts,tsx}', '!src/gql/**'],
  ignoreNoDocuments: true,
  // Only what is written here by name; texts that the catalogue fills are no documents yet.
  pluckConfig: { modules: [{ name: '../gql', identifier: 'graphql' }], globalGqlIdentifierName: ['graphql'] },
  generates: {
    'src/gql/': {
      preset: 'client',
      presetConfig: {
        fragmentMasking: false,
        persistedDocuments: { hashAlgorithm: digest, mode: 'embedHashInDocument' },
      },
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        scalars: { ID: 'string', Date: 'string', DateTime: 'string', Decimal: 'string', BigInt: 'number' },
      },
      documentTransforms: [addTypenameSelectionDocumentTransform],
    },
  },
};

export default config;
