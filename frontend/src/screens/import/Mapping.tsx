import { Accordion, Badge, Button, Group, NativeSelect, Stack, Table, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Kind } from '../../catalogue/catalogue';
import { useCatalogue } from '../../catalogue/context';
import { useLabel, useWords } from '../../words/words';
import { mappingOf, namesIn, type Run } from './run';
import { mappingText, targets } from './targets';
import { IMPORT } from './words';

interface MappingProps {
  readonly kind: Kind;
  readonly run: Run;
  readonly isBusy: boolean;
  readonly onTry: (mapping: string) => void;
}

/** Which column filled which field, to be changed and tried again. */
export function Mapping({ kind, run, isBusy, onTry }: MappingProps) {
  const t = useWords(IMPORT);
  const label = useLabel();
  const catalogue = useCatalogue();
  const before = useMemo(() => mappingOf(run), [run]);
  const unused = useMemo(() => namesIn(run.unused), [run]);
  const lacking = useMemo(() => namesIn(run.lacking), [run]);
  const all = useMemo(() => targets(catalogue, kind, Object.keys(before), lacking), [catalogue, kind, before, lacking]);
  const [changed, setChanged] = useState<Readonly<Record<string, string | null>>>({});
  const [added, setAdded] = useState<readonly string[]>([]);
  const chosen = { ...before, ...changed };
  const isShown = (path: string) => path in before || lacking.includes(path) || added.includes(path);
  const headers = [...new Set([...Object.values(before), ...unused])];
  const hidden = all.filter(({ path }) => !isShown(path));
  return (
    <Accordion variant="contained" defaultValue={lacking.length > 0 ? 'mapping' : null}>
      <Accordion.Item value="mapping">
        <Accordion.Control>
          <Group gap="xs">
            <Text fw={600}>{t('mapping')}</Text>
            <Text size="sm" c="dimmed">
              {t('mappingCount', { used: headers.length - unused.length, all: headers.length })}
            </Text>
            {lacking.length > 0 && <Badge color="red" variant="light">{`${t('lacking')}: ${lacking.length}`}</Badge>}
          </Group>
        </Accordion.Control>
        <Accordion.Panel>
          <Stack gap="xs">
            <Text size="sm" c="dimmed">
              {t('mappingNote')}
            </Text>
            {unused.length > 0 && <Text size="sm">{t('unused', { columns: unused.join('、') })}</Text>}
            <Table.ScrollContainer minWidth={320}>
              <Table verticalSpacing={4}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t('field')}</Table.Th>
                    <Table.Th>{t('column')}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {all.filter(({ path }) => isShown(path)).map((target) => (
                    <Table.Tr key={target.path}>
                      <Table.Td>
                        {label(target.label)}
                        {target.isLacking && (
                          <Text size="xs" c="light-dark(var(--mantine-color-red-9), var(--mantine-color-red-4))">
                            {t('lacking')}
                          </Text>
                        )}
                      </Table.Td>
                      <Table.Td>
                        <NativeSelect
                          size="xs"
                          aria-label={label(target.label)}
                          value={chosen[target.path] ?? ''}
                          data={[{ value: '', label: t('noColumn') }, ...headers]}
                          onChange={({ currentTarget: { value } }) =>
                            setChanged((others) => ({ ...others, [target.path]: value === '' ? null : value }))
                          }
                        />
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
            <Group justify="space-between">
              {hidden.length > 0 && (
                <NativeSelect
                  size="xs"
                  aria-label={t('moreField')}
                  value=""
                  data={[
                    { value: '', label: t('moreField') },
                    ...hidden.map(({ path, label: called }) => ({ value: path, label: label(called) })),
                  ]}
                  onChange={({ currentTarget: { value } }) => setAdded((paths) => [...paths, value])}
                />
              )}
              <Button
                size="xs"
                loading={isBusy}
                disabled={Object.keys(changed).length === 0}
                onClick={() => onTry(mappingText(before, chosen))}
              >
                {t('tryAgain')}
              </Button>
            </Group>
          </Stack>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}
