import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './dense.module.css';

interface Props {
  readonly label: string;
  /** Narrower than this it is moved sideways, not squeezed. */
  readonly minWidth?: number;
  readonly children: ReactNode;
}

/** A table of many short cells: figures of one width, words kept whole. */
export function DenseTable({ label, minWidth = 300, children }: Props) {
  return (
    <Table.ScrollContainer minWidth={minWidth}>
      <Table verticalSpacing={3} tabularNums aria-label={label} className={classes.table ?? ''}>
        {children}
      </Table>
    </Table.ScrollContainer>
  );
}
