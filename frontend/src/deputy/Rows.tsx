import { Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ListLink } from '../charts/figureTable';
import classes from './deputy.module.css';

export interface RowSaid {
  readonly label: string;
  readonly value: ReactNode;
  /** The list behind it, one tap away. */
  readonly list?: ListLink;
  /** Or a record. */
  readonly record?: string | undefined;
  readonly page?: { readonly to: string; readonly search?: Record<string, unknown> };
}

/** A few lines of words and numbers under a title; each leads to what it is about. */
export function Rows({ title, rows, note }: { readonly title: string; readonly rows: readonly RowSaid[]; readonly note?: ReactNode }) {
  return (
    <section aria-label={title}>
      <Title order={3} size="h6">
        {title}
      </Title>
      <ul className={classes.rows}>
        {rows.map((row) => (
          <li key={row.label}>
            <Row row={row} />
          </li>
        ))}
      </ul>
      {note !== undefined && (
        <Text size="xs" c="dimmed">
          {note}
        </Text>
      )}
    </section>
  );
}

function Row({ row }: { readonly row: RowSaid }) {
  const content = (
    <>
      <span>{row.label}</span>
      <span className={classes.number}>{row.value}</span>
    </>
  );
  if (row.list !== undefined) {
    return (
      <Link className={classes.row} to="/registers/$kind" params={{ kind: row.list.kind }} search={row.list.filter === undefined ? {} : { filter: row.list.filter }}>
        {content}
      </Link>
    );
  }
  if (row.record !== undefined) {
    return (
      <Link className={classes.row} to="/records/$id" params={{ id: row.record }}>
        {content}
      </Link>
    );
  }
  if (row.page !== undefined) {
    return (
      <Link className={classes.row} {...(row.page as { to: '/' })}>
        {content}
      </Link>
    );
  }
  return <div className={classes.row}>{content}</div>;
}
