import { useId } from 'react';
import { useLabel } from '../../words/words';
import { Card } from './Card';
import classes from './list.module.css';
import type { RowsShown } from './RowsShown';
import { useScrolled } from './useScrolled';

/** As most cards are high; each is measured. */
const HEIGHT = 132;

/** So many are drawn above and below those in sight. */
const BEYOND = 4;

/** The rows one below the other on a phone: what they are called, then the first columns with their words. */
export function Cards(shown: RowsShown) {
  const label = useLabel();
  const id = useId();
  const { kind, columns, rows, total, selecting, asOf, body } = shown;
  const { virtualizer, items } = useScrolled(shown, { height: HEIGHT, beyond: BEYOND });
  return (
    <div ref={body} className={classes.cards} tabIndex={-1} aria-busy={rows.isStale || !rows.isBegun}>
      <ul
        aria-label={label(kind.labelPlural)}
        className={rows.isStale ? `${classes.body} ${classes.stale}` : classes.body}
        style={{ height: virtualizer.getTotalSize() }}
      >
        {items.map((item) => {
          const row = rows.rows[item.index];
          return (
            <li
              key={item.index}
              id={`${id}-${item.index}`}
              ref={virtualizer.measureElement as unknown as (element: HTMLLIElement | null) => void}
              data-index={item.index}
              className={classes.place}
              style={{ transform: `translateY(${item.start}px)` }}
              aria-setsize={total ?? -1}
              aria-posinset={item.index + 1}
            >
              <Card
                kind={kind}
                row={row}
                index={item.index}
                columns={columns}
                asOf={asOf}
                pick={selecting?.pick}
                isSelected={row !== undefined && selecting?.selection.has(row.id) === true}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
