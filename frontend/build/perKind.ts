import { readFileSync, writeFileSync } from 'node:fs';
import { buildSchema, type GraphQLObjectType } from 'graphql';

/*
 * Writes the documents that kinds have alike and that are executed as stored ones alone: what is asked about sealed
 * values, and what is heard of changes. All others that every kind has are built from the catalogue while it runs.
 */

const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf-8'), { assumeValid: true });
const ERRORS = 'errors { code message path retryable }';

/** The kinds for which a root has a field that is named like this, each with that field. */
function kinds(root: GraphQLObjectType | null | undefined, named: RegExp): [kind: string, field: string][] {
  const found = Object.keys(root?.getFields() ?? {}).flatMap((field): [string, string][] => {
    const kind = named.exec(field)?.[1];
    return kind === undefined ? [] : [[kind.charAt(0).toUpperCase() + kind.slice(1), field]];
  });
  if (found.length === 0) throw new Error(`The schema has no field like ${named}`);
  return found;
}

function written(name: string, of: [kind: string, field: string][], text: (kind: string, field: string) => string): string {
  const entries = of.map(([kind, field]) => `  ${kind}: graphql(\`${text(kind, field)}\`),`);
  return `export const ${name} = {\n${entries.join('\n')}\n};\n`;
}

function asked(verb: 'Match' | 'Reveal', told: string) {
  return (kind: string, field: string) =>
    `mutation Console${verb}${kind}($input: ${verb}${kind}Input!) { asked: ${field}(input: $input) { ${told} ${ERRORS} } }`;
}

const heard = (kind: string, field: string) =>
  `subscription ConsoleHear${kind}($ids: [ID!]!) { change: ${field}(ids: $ids) { id record { id version } } }`;

writeFileSync(
  new URL('../src/documents/perKind.ts', import.meta.url),
  [
    '// Written by build/perKind.ts from the schema.',
    "import { graphql } from '../gql';\n",
    written('MATCH', kinds(schema.getMutationType(), /^match(\w+)$/), asked('Match', 'isSame')),
    written('REVEAL', kinds(schema.getMutationType(), /^reveal(\w+)$/), asked('Reveal', 'value')),
    written('CHANGED', kinds(schema.getSubscriptionType(), /^(\w+)Changed$/), heard),
  ].join('\n'),
);
