import { type CSSProperties, type KeyboardEvent, useId } from 'react';
import { useLabel, useWords } from '../../words/words';
import { HEIGHTS, useDensity } from './density';
import { GridHeader } from './GridHeader';
import { GridRow } from './GridRow';
import { moved } from './keys';
import classes from './list.module.css';
import type { RowsShown } from './RowsShown';
import { useScrolled } from './useScrolled';
import { LIST } from './words';

const HEADER = 34;
const CHECKS = 36;

/** So many are drawn above and below those in sight. */
const BEYOND = 12;

/** The rows under their columns; one tab stop, in which the arrow keys move. */
export function Grid(shown: RowsShown) {
  const t = useWords(LIST);
  const label = useLabel();
  const id = useId();
  const height = HEIGHTS[useDensity()];
  const { kind, columns, rows, total, selecting, active, onActive, onOpen, asOf, body } = shown;
  const { virtualizer, items } = useScrolled(shown, { height, beyond: BEYOND, covered: HEADER });
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = moved(event.key, active, rows.rows.length, Math.floor((body.current?.clientHeight ?? 0) / height) - 2);
    if (to !== undefined) {
      onActive(to);
      virtualizer.scrollToIndex(to);
    } else if (event.target !== event.currentTarget) return;
    else if (event.key === 'Enter') openActive();
    else if (event.key === ' ') selecting?.pick(active, event.shiftKey);
    else if (event.key === 'Escape') selecting?.clear();
    else return;
    event.preventDefault();
  };
  const openActive = () => {
    const row = rows.rows[active];
    if (row !== undefined) onOpen(row.id);
  };
  const widths = columns.map(({ width }) => `minmax(${width}px, ${width}fr)`);
  const checks = selecting === undefined ? 0 : CHECKS;
  const style = {
    '--list-columns': [...(selecting === undefined ? [] : [`${CHECKS}px`]), ...widths].join(' '),
    '--list-width': `${columns.reduce((sum, { width }) => sum + width, checks)}px`,
    '--list-checks': `${checks}px`,
    '--list-row': `${height}px`,
    '--list-header': `${HEADER}px`,
  } as CSSProperties;
  return (
    <div
      ref={body}
      role="grid"
      tabIndex={0}
      className={classes.grid}
      style={style}
      aria-label={`${label(kind.labelPlural)}. ${t('hint')}`}
      aria-rowcount={total == null ? -1 : total + 1}
      aria-colcount={columns.length + (selecting === undefined ? 0 : 1)}
      aria-multiselectable={selecting !== undefined}
      aria-activedescendant={rows.rows[active] === undefined ? undefined : `${id}-${active}`}
      aria-busy={rows.isStale || !rows.isBegun}
      onKeyDown={press}
    >
      <GridHeader {...shown} />
      <div
        role="rowgroup"
        className={rows.isStale ? `${classes.body} ${classes.stale}` : classes.body}
        style={{ height: virtualizer.getTotalSize() }}
      >
        {items.map((item) => {
          const row = rows.rows[item.index];
          return (
            <GridRow
              key={item.index}
              id={`${id}-${item.index}`}
              kind={kind}
              index={item.index}
              start={item.start}
              row={row}
              columns={columns}
              asOf={asOf}
              pick={selecting?.pick}
              isSelected={row !== undefined && selecting?.selection.has(row.id) === true}
              isActive={item.index === active}
              onActive={onActive}
              onOpen={onOpen}
            />
          );
        })}
      </div>
    </div>
  );
}
