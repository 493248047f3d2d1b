import { Anchor, Button, Skeleton, Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useQuery } from 'urql';
import type { Kind, List } from '../../catalogue/catalogue';
import { useCatalogue } from '../../catalogue/context';
import { relatedDocument, type Row } from '../../documents/documents';
import { valueAt } from '../../documents/values';
import { FieldView } from '../../fields/FieldView';
import { fieldType } from '../../fields/types';
import { Trouble } from '../../shell/Trouble';
import { useWords } from '../../words/words';
import { openedBy, RecordFile } from './RecordFile';
import { PAGE } from './words';

const ROWS = 20;

interface Props {
  readonly kind: Kind;
  readonly id: string;
  readonly list: List;
  readonly columns: readonly string[];
  readonly after: string | null;
  readonly asOf: string | undefined;
  /** Show what comes after; undefined where that is shown already. */
  readonly onMore: ((cursor: string) => void) | undefined;
}

/** One page of a list of a record. */
export function RelatedPage({ kind, id, list, columns, after, asOf, onMore }: Props) {
  const t = useWords(PAGE);
  const catalogue = useCatalogue();
  const target = catalogue.kind(list.target)!;
  const document = useMemo(() => relatedDocument(catalogue, kind, list, columns), [catalogue, kind, list, columns.join()]);
  const [{ data, error }, again] = useQuery({ query: document, variables: { id, first: ROWS, after, asOf: asOf ?? null } });
  const span = columns.length;
  const leading = columns.find((path) => catalogue.at(target, path)?.field.type !== 'One');
  if (data?.record == null) {
    return (
      <Table.Tbody>
        <Table.Tr>
          <Table.Td colSpan={span}>
            {error === undefined ? <Skeleton height={96} /> : <Trouble error={error} onRetry={() => again({ requestPolicy: 'network-only' })} />}
          </Table.Td>
        </Table.Tr>
      </Table.Tbody>
    );
  }
  const { nodes, pageInfo } = data.record.list;
  return (
    <Table.Tbody>
      {nodes.map((row) => (
        <Table.Tr key={row.id}>
          {columns.map((path) => (
            <Cell key={path} target={target} row={row} path={path} isLink={path === leading} isPast={asOf !== undefined} />
          ))}
        </Table.Tr>
      ))}
      {nodes.length === 0 && (
        <Table.Tr>
          <Table.Td colSpan={span} c="dimmed">
            {t('none')}
          </Table.Td>
        </Table.Tr>
      )}
      {pageInfo.hasNextPage && pageInfo.endCursor !== null && onMore !== undefined && (
        <Table.Tr>
          <Table.Td colSpan={span}>
            <Button size="compact-sm" variant="subtle" onClick={() => onMore(pageInfo.endCursor!)}>
              {t('nextPage')}
            </Button>
          </Table.Td>
        </Table.Tr>
      )}
    </Table.Tbody>
  );
}

interface CellProps {
  readonly target: Kind;
  readonly row: Row;
  readonly path: string;
  /** Whether it leads to the page of the row. */
  readonly isLink: boolean;
  readonly isPast: boolean;
}

function Cell({ target, row, path, isLink, isPast }: CellProps) {
  const field = useCatalogue().at(target, path)?.field;
  if (field === undefined) return <Table.Td />;
  const value = valueAt(row, path);
  const file = isPast ? undefined : openedBy(target, path);
  const view =
    file === undefined ? <FieldView field={field} value={value} /> : <RecordFile record={row.id} field={file} name={String(value)} />;
  return (
    <Table.Td {...(fieldType(field.type).isNumeric === true ? { ta: 'right' } : {})}>
      {isLink && target.singular != null && file === undefined ? (
        <Anchor component={Link} to="/records/$id" params={{ id: row.id } as never} size="sm">
          {view}
        </Anchor>
      ) : (
        view
      )}
    </Table.Td>
  );
}
