import { Table } from '@mantine/core';
import { DenseTable } from '../../charts/DenseTable';
import { RecordLink } from '../RecordLink';
import { useWords } from '../../words/words';
import { RECORDS } from '../words';
import classes from './life.module.css';
import { lifeLine, type Stay } from './lifeLine';

/** Stays and posts on a line of time, and as the table that tells the same. */
export function LifeLine({ stays }: { readonly stays: readonly Stay[] }) {
  const t = useWords(RECORDS);
  const { bars, years } = lifeLine(stays, new Date().toISOString().slice(0, 10));
  if (stays.length === 0) return <p>{t('noStays')}</p>;
  return (
    <>
      <div className={classes.line} aria-hidden>
        {bars.map(({ stay, start, length }) => (
          <div key={stay.id} className={classes.row}>
            <div className={classes.bar} style={{ insetInlineStart: `${start}%`, width: `${length}%` }} data-now={stay.until === null || undefined} />
            <span className={classes.place} style={start > 55 ? { insetInlineEnd: `${100 - start}%` } : { insetInlineStart: `${start}%` }}>
              {stay.place}
            </span>
          </div>
        ))}
        <div className={classes.years}>
          {years.map(({ year, at }) => (
            <span key={year} style={{ insetInlineStart: `${at}%` }}>
              {year}
            </span>
          ))}
        </div>
      </div>
      <DenseTable label={t('life')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('from')}</Table.Th>
            <Table.Th scope="col">{t('until')}</Table.Th>
            <Table.Th scope="col">{t('where')}</Table.Th>
            <Table.Th scope="col">{t('as')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {stays.toReversed().map((stay) => (
            <Table.Tr key={stay.id}>
              <Table.Td>{stay.from ?? '—'}</Table.Td>
              <Table.Td>{stay.until ?? t('today')}</Table.Td>
              <Table.Td>
                <RecordLink id={stay.placeId}>{stay.place}</RecordLink>
              </Table.Td>
              <Table.Td>{stay.as}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </DenseTable>
    </>
  );
}
