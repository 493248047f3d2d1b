import { UnstyledButton } from '@mantine/core';
import { useLabel, useWords } from '../../words/words';
import type { Column } from './columns';
import { Tick } from './Tick';
import classes from './list.module.css';
import { directionOf, turned } from './order';
import type { RowsShown } from './RowsShown';
import { LIST } from './words';

/** The words of the columns; those by which there is an order turn it. */
export function GridHeader({ columns, rows, selecting, order, onOrder }: RowsShown) {
  const t = useWords(LIST);
  const first = selecting === undefined ? 1 : 2;
  const chosen = selecting?.selection.size ?? 0;
  return (
    <div role="rowgroup" className={classes.header}>
      <div role="row" aria-rowindex={1} className={classes.columns}>
        {selecting !== undefined && (
          <div role="columnheader" aria-colindex={1} className={classes.check}>
            <Tick
              label={t('selectAll')}
              isChecked={chosen > 0 && chosen >= rows.rows.length}
              isPartly={chosen > 0 && chosen < rows.rows.length}
              onClick={selecting.pickAll}
              isTabStop
            />
          </div>
        )}
        {columns.map((column, index) => (
          <HeaderCell key={column.path} column={column} index={index + first} order={order} onOrder={onOrder} />
        ))}
      </div>
    </div>
  );
}

const SORTS = { ASC: 'ascending', DESC: 'descending' } as const;
const MARKS = { ASC: '▲', DESC: '▼' } as const;

interface CellProps extends Pick<RowsShown, 'order' | 'onOrder'> {
  readonly column: Column;
  readonly index: number;
}

function HeaderCell({ column, index, order, onOrder }: CellProps) {
  const t = useWords(LIST);
  const label = useLabel();
  const { order: name } = column;
  const direction = name === undefined ? undefined : directionOf(order, name);
  const words = <span className={classes.words}>{label(column.label)}</span>;
  return (
    <div
      role="columnheader"
      aria-colindex={index}
      aria-sort={name === undefined ? undefined : direction === undefined ? 'none' : SORTS[direction]}
      title={label(column.fullLabel)}
      className={column.isNumeric ? `${classes.cell} ${classes.numeric}` : classes.cell}
    >
      {name === undefined ? (
        words
      ) : (
        <UnstyledButton
          className={classes.sort ?? ''}
          onClick={() => onOrder(turned(order, name))}
          title={t('sortBy', { name: label(column.fullLabel) })}
        >
          {words}
          <span aria-hidden className={classes.mark}>
            {direction === undefined ? '↕' : MARKS[direction]}
          </span>
        </UnstyledButton>
      )}
    </div>
  );
}
