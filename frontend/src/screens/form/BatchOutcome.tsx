import { Alert, Anchor, Button, Group, Stack, Table, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import type { Kind } from '../../catalogue/catalogue';
import { useCatalogue } from '../../catalogue/context';
import { titleOf } from '../../documents/values';
import { useWords } from '../../words/words';
import { common, type Result, refusals } from './batch';
import { FORM } from './words';

/** So many of the records with one reason are shown by name. */
const SHOWN = 20;

interface Props {
  readonly kind: Kind;
  readonly results: readonly Result[];
  readonly all: number;
  /** Why it ended before all were tried, where nobody stopped it. */
  readonly halted: 'away' | 'ended' | undefined;
  readonly onGoOn: () => void;
  readonly onClose: () => void;
}

/** What became of several: how many are done, which were refused, by reason, and the way to go on with the rest. */
export function BatchOutcome({ kind, results, all, halted, onGoOn, onClose }: Props) {
  const t = useWords(FORM);
  const catalogue = useCatalogue();
  const refused = refusals(results);
  const done = results.filter(({ name }) => name === 'done').length;
  const left = all - results.length;
  const counts = [
    t('done', { count: done }),
    ...(done < results.length ? [t('refusedCount', { count: results.length - done })] : []),
    ...(left > 0 ? [t('leftCount', { count: left })] : []),
  ];
  return (
    <Stack>
      <div role="status">
        <Title order={3} size="h5">
          {counts.join(' · ')}
        </Title>
      </div>
      {halted !== undefined && (
        <Alert color="orange" role="alert">
          {t(halted)}
        </Alert>
      )}
      {refused.length > 0 && (
        <Table withTableBorder verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('because')}</Table.Th>
              <Table.Th>{t('records')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {refused.map(({ code, results: of }) => (
              <Table.Tr key={code}>
                <Table.Td>
                  {common(of.map(({ message }) => message))} <Text span c="dimmed">{`× ${of.length}`}</Text>
                </Table.Td>
                <Table.Td>
                  {of.slice(0, SHOWN).map(({ row, message }) => (
                    <Fragment key={row.id}>
                      <Anchor component={Link} to="/records/$id" params={{ id: row.id } as never} size="sm" display="block">
                        {titleOf(catalogue, kind, row)}
                      </Anchor>
                      {of.some((other) => other.message !== message) && (
                        <Text size="xs" c="dimmed">
                          {message}
                        </Text>
                      )}
                    </Fragment>
                  ))}
                  {of.length > SHOWN && (
                    <Text size="sm" c="dimmed">
                      {t('more', { count: of.length - SHOWN })}
                    </Text>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Group justify="flex-end">
        {left > 0 && <Button onClick={onGoOn}>{t('goOnRest', { count: left })}</Button>}
        <Button variant={left > 0 ? 'default' : 'filled'} onClick={onClose} data-autofocus>
          {t('close')}
        </Button>
      </Group>
    </Stack>
  );
}
