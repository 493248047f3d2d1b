import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import classes from './list.module.css';

interface Props {
  readonly id: string;
  readonly asOf: string | undefined;
  readonly children: ReactNode;
}

/** The way to a record's page, as of the moment that the list shows. */
export function RowLink({ id, asOf, children }: Props) {
  return (
    <Link
      to="/records/$id"
      params={{ id }}
      search={asOf === undefined ? {} : { asOf }}
      className={classes.link}
      preload={false}
    >
      {children}
    </Link>
  );
}
