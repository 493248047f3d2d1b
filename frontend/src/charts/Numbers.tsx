import { Anchor, Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useLocale } from '../words/useLocale';
import { DenseTable } from './DenseTable';
import { useWords } from '../words/words';
import { type FigureRow, type FigureTable, type ListLink, totals } from './figureTable';
import { CHARTS } from './words';

/** A table of numbers, each a way to the list behind it. */
export function Numbers({ table, hasTotal = true }: { readonly table: FigureTable; readonly hasTotal?: boolean }) {
  const t = useWords(CHARTS);
  return (
    <DenseTable label={table.name} minWidth={Math.min(100 + table.columns.length * 76, 900)}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{table.heading}</Table.Th>
          {table.columns.map((column) => (
            <Table.Th key={column} scope="col" ta="right">
              {column}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {table.rows.map((row) => (
          <NumbersRow key={row.key} row={row} table={table} />
        ))}
      </Table.Tbody>
      {hasTotal && table.rows.length > 1 && (
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th scope="row">{t('total')}</Table.Th>
            {totals(table).map((total, column) => (
              <Table.Th key={table.columns[column]} ta="right">
                <Value value={total} />
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Tfoot>
      )}
    </DenseTable>
  );
}

function NumbersRow({ row, table }: { readonly row: FigureRow; readonly table: FigureTable }) {
  const t = useWords(CHARTS);
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400}>
        {row.way === undefined ? (
          row.label
        ) : (
          <Anchor component={Link} {...(row.way as { to: string })} size="sm">
            {row.label}
          </Anchor>
        )}
      </Table.Th>
      {table.columns.map((column, index) => (
        <Table.Td key={column} ta="right">
          <Linked link={row.links?.[index]} label={t('list', { what: `${row.label}, ${column}` })}>
            <Value value={row.values[index] ?? null} />
          </Linked>
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

function Linked({ link, label, children }: { readonly link: ListLink | undefined; readonly label: string; readonly children: React.ReactNode }) {
  if (link === undefined) return children;
  return (
    <Anchor
      component={Link}
      to="/registers/$kind"
      params={{ kind: link.kind } as never}
      search={(link.filter === undefined ? {} : { filter: link.filter }) as never}
      size="sm"
      title={label}
    >
      {children}
    </Anchor>
  );
}

/** A number as the page's language groups its figures. */
export function Value({ value }: { readonly value: number | null }) {
  const t = useWords(CHARTS);
  const locale = useLocale();
  if (value === null) return <span>{t('hidden')}</span>;
  return <span>{new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value)}</span>;
}
