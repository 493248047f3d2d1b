import { Anchor, Button, Group, Stack, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { Kind, List } from '../../catalogue/catalogue';
import { useCatalogue } from '../../catalogue/context';
import { heading } from '../../catalogue/heading';
import type { Row } from '../../documents/documents';
import { useLabel, useWords } from '../../words/words';
import { columnsBeside, listSearch, type Making, makings } from './related';
import { RelatedPage } from './RelatedPage';
import { PAGE } from './words';

const ActionDialog = lazy(async () => ({ default: (await import('../form/ActionDialog')).ActionDialog }));

interface Props {
  readonly kind: Kind;
  readonly record: Row;
  readonly list: List;
  readonly isEmpty: boolean;
  readonly asOf: string | undefined;
}

/** The records that lead to one by one list, page after page. */
export function RelatedList({ kind, record, list, isEmpty, asOf }: Props) {
  const t = useWords(PAGE);
  const label = useLabel();
  const catalogue = useCatalogue();
  const target = catalogue.kind(list.target)!;
  const columns = columnsBeside(catalogue, kind, target);
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null]);
  const [making, setMaking] = useState<Making>();
  const search = asOf === undefined ? listSearch(catalogue, kind, target, record.id) : undefined;
  const offered = asOf === undefined ? makings(catalogue, kind, target) : [];
  return (
    <Stack gap="xs">
      <Group gap="xs">
        {offered.map((each) => (
          <Button key={each.action.name} size="xs" variant="default" onClick={() => setMaking(each)}>
            {each.action.verb === 'CREATE' ? `${label(each.action.label)}: ${label(target.label)}` : label(each.action.label)}
          </Button>
        ))}
        {search !== undefined && (
          <Anchor component={Link} to={`/registers/${target.name}`} search={search as never} size="sm">
            {t('wholeList')}
          </Anchor>
        )}
      </Group>
      {isEmpty ? (
        <Text size="sm" c="dimmed">
          {t('none')}
        </Text>
      ) : (
        <Table.ScrollContainer minWidth={320}>
          <Table verticalSpacing={4} highlightOnHover aria-label={label(list.label)}>
            <Table.Thead>
              <Table.Tr>
                {columns.map((path) => (
                  <Table.Th key={path}>{label(heading(catalogue, target, path))}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            {cursors.map((after, index) => (
              <RelatedPage
                key={after ?? ''}
                kind={kind}
                id={record.id}
                list={list}
                columns={columns}
                after={after}
                asOf={asOf}
                onMore={index === cursors.length - 1 ? (cursor) => setCursors((now) => [...now, cursor]) : undefined}
              />
            ))}
          </Table>
        </Table.ScrollContainer>
      )}
      {making !== undefined && (
        <Suspense fallback={null}>
          <ActionDialog
            kind={target}
            action={making.action}
            records={[]}
            initial={{ [making.argument.name]: record.id }}
            onClose={() => setMaking(undefined)}
            onDone={() => setMaking(undefined)}
          />
        </Suspense>
      )}
    </Stack>
  );
}
