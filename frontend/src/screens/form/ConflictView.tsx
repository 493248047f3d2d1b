import { Alert, Button, Group, Radio, Stack, Table, Text } from '@mantine/core';
import { Suspense, useState } from 'react';
import type { Action, Argument, Kind } from '../../catalogue/catalogue';
import { useCatalogue } from '../../catalogue/context';
import type { Row } from '../../documents/documents';
import { valueAt } from '../../documents/values';
import { FieldView } from '../../fields/FieldView';
import { fieldType } from '../../fields/types';
import { useLabel, useWords } from '../../words/words';
import { begun, type Values } from './content';
import classes from './form.module.css';
import { differences, type Kept, merged } from './merge';
import { FORM } from './words';

interface Props {
  readonly kind: Kind;
  readonly action: Action;
  readonly was: Row | null;
  readonly theirs: Row;
  readonly before: Values;
  readonly mine: Values;
  readonly onSettled: (theirs: Row, now: Values, was: Values) => void;
}

/** What somebody else changed meanwhile beside what was typed here, and which of the two holds. */
export function ConflictView({ kind, action, was, theirs, before, mine, onSettled }: Props) {
  const t = useWords(FORM);
  const names = action.arguments.map(({ name }) => name);
  const current = begun(action, theirs);
  const found = differences(names, before, mine, current);
  const [chosen, setChosen] = useState<Readonly<Record<string, Kept>>>({});
  const settle = () => onSettled(theirs, merged(names, before, mine, current, chosen), current);
  return (
    <Stack>
      <Alert color="orange" role="alert" title={t('conflict')}>
        {t(found.length > 0 ? 'conflictText' : 'conflictNone')}
      </Alert>
      {found.length > 0 && (
        <Table.ScrollContainer minWidth={480}>
          <Table withTableBorder verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('field')}</Table.Th>
                <Table.Th>{t('was')}</Table.Th>
                <Table.Th>{t('theirs')}</Table.Th>
                <Table.Th>{t('mine')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {found.map(({ name, isDisputed }) => (
                <Compared
                  key={name}
                  kind={kind}
                  argument={action.arguments.find((each) => each.name === name)!}
                  was={was}
                  theirs={theirs}
                  mine={isDisputed ? mine[name] : undefined}
                  chosen={chosen[name] ?? 'mine'}
                  onChoose={(kept) => setChosen((now) => ({ ...now, [name]: kept }))}
                />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <Group justify="flex-end">
        <Button onClick={settle} data-autofocus>
          {t('sendAgain')}
        </Button>
      </Group>
    </Stack>
  );
}

interface ComparedProps {
  readonly kind: Kind;
  readonly argument: Argument;
  readonly was: Row | null;
  readonly theirs: Row;
  /** What was typed; undefined where only the other one changed it. */
  readonly mine: unknown;
  readonly chosen: Kept;
  readonly onChoose: (kept: Kept) => void;
}

function Compared({ kind, argument, was, theirs, mine, chosen, onChoose }: ComparedProps) {
  const t = useWords(FORM);
  const label = useLabel();
  const field = useCatalogue().at(kind, argument.path ?? '')?.field ?? argument;
  const { Input } = fieldType(argument.type);
  const name = label(argument.label);
  const at = (row: Row | null) => <FieldView field={field} value={valueAt(row, argument.path ?? '')} />;
  return (
    <Table.Tr>
      <Table.Th scope="row">{name}</Table.Th>
      <Table.Td>{at(was)}</Table.Td>
      <Table.Td>
        {at(theirs)}
        {mine !== undefined && (
          <Radio mt={6} size="xs" label={t('keepTheirs')} checked={chosen === 'theirs'} onChange={() => onChoose('theirs')} />
        )}
      </Table.Td>
      <Table.Td>
        {mine === undefined ? (
          <Text size="sm" c="dimmed">
            {t('taken')}
          </Text>
        ) : (
          <>
            <div className={classes.typed}>
              <Suspense fallback={null}>
                <Input field={{ ...argument, required: false }} label={name} value={mine} onChange={() => undefined} disabled />
              </Suspense>
            </div>
            <Radio mt={6} size="xs" label={t('keepMine')} checked={chosen === 'mine'} onChange={() => onChoose('mine')} />
          </>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
