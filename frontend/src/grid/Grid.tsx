import { Text } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type MouseEvent, useEffect, useId, useMemo, useRef } from 'react';
import { useWords } from '../words/words';
import { edges, NOTED_ROW, ROW, type Sheet } from './columns';
import { Footing } from './Footing';
import classes from './grid.module.css';
import { GridRow } from './GridRow';
import { type Place, rangeOf } from './selection';
import { type Handlers, useGrid } from './useGrid';
import { GRID } from './words';

interface GridProps {
  readonly sheet: Sheet;
  readonly handlers: Handlers;
  readonly label: string;
}

const HEADER = 34;

/** Cells as a spreadsheet has them: what is written, pasted or filled in goes to the handlers. */
export function Grid({ sheet, handlers, label }: GridProps) {
  const t = useWords(GRID);
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const editor = useRef<HTMLInputElement>(null);
  const grid = useGrid(sheet, handlers);
  const { active } = grid.selection;
  const lefts = useMemo(() => edges(sheet.columns, sheet.head), [sheet.columns, sheet.head]);
  const rows = useVirtualizer({
    count: sheet.count,
    getScrollElement: () => scroller.current,
    estimateSize: (row) => (isNoted(sheet, row) ? NOTED_ROW : ROW),
    overscan: 8,
    paddingStart: HEADER,
    scrollPaddingStart: HEADER,
  });
  useEffect(() => rows.measure(), [sheet, rows]);
  useShown(scroller.current, rows.scrollToIndex, active, lefts, sheet.head);

  const point = (event: MouseEvent) => {
    const place = placeOf(event.target);
    if (place === undefined || (event.type === 'mouseover' && event.buttons !== 1)) return;
    if (event.type === 'mousedown') event.preventDefault();
    grid.choose(place, event.shiftKey || event.type === 'mouseover');
    editor.current?.focus({ preventScroll: true });
  };
  const column = sheet.columns[active.column];
  const at = rows.measurementsCache[active.row];
  return (
    <div className={classes.frame}>
      <div ref={scroller} className={classes.scroller}>
        <div
          role="grid"
          id={id}
          aria-label={label}
          aria-rowcount={sheet.count + 1}
          aria-colcount={sheet.columns.length + 1}
          aria-multiselectable
          className={classes.grid}
          style={{ height: rows.getTotalSize(), width: lefts.at(-1) }}
          onMouseDown={point}
          onMouseOver={point}
          onDoubleClick={() => grid.begin(sheet.cell(active).text)}
        >
          <div role="row" aria-rowindex={1} className={classes.header} style={{ height: HEADER }}>
            <div role="columnheader" className={classes.corner} style={{ width: sheet.head }}>
              {t('row')}
            </div>
            {sheet.columns.map((each) => (
              <div key={each.key} role="columnheader" className={classes.head} style={{ width: each.width }} title={each.label}>
                {each.label}
                {each.isRequired && <span className={classes.required}> *</span>}
              </div>
            ))}
          </div>
          {rows.getVirtualItems().map((item) => (
            <GridRow
              key={item.key}
              id={id}
              sheet={sheet}
              row={item.index}
              top={item.start}
              height={item.size}
              head={sheet.head}
              range={rangeOf(grid.selection)}
              active={active}
            />
          ))}
        </div>
        {at !== undefined && (
          <input
            ref={editor}
            className={grid.writing === undefined ? classes.resting : classes.editor}
            style={{ top: at.start, left: lefts[active.column], width: column?.width, height: ROW }}
            value={grid.writing?.text ?? ''}
            aria-label={t('cellAt', { column: column?.label ?? '', row: sheet.called(active.row) })}
            aria-controls={id}
            aria-activedescendant={`${id}-${active.row}-${active.column}`}
            autoComplete="off"
            list={column?.choices && grid.writing ? `${id}-choices` : undefined}
            onChange={(event) => grid.type(event.currentTarget.value)}
            onKeyDown={grid.onKeyDown}
            onBlur={grid.finish}
            onCopy={grid.copy}
            onCut={grid.copy}
            onPaste={grid.paste}
          />
        )}
        {column?.choices && (
          <datalist id={`${id}-choices`}>
            {column.choices.map((choice) => (
              <option key={choice} value={choice} />
            ))}
          </datalist>
        )}
        {sheet.count === 0 && (
          <Text p="md" c="dimmed" size="sm">
            {t('nothing')}
          </Text>
        )}
      </div>
      <Footing shown={sheet.count > 0 ? sheet.cell(active) : undefined} onTake={grid.take} />
    </div>
  );
}

function isNoted(sheet: Sheet, row: number): boolean {
  return sheet.columns.some((_column, column) => sheet.cell({ row, column }).note !== undefined);
}

function placeOf(target: EventTarget): Place | undefined {
  const cell = (target as Element).closest<HTMLElement>('[data-row]');
  return cell === null ? undefined : { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) };
}

/** Keep the cell of the keyboard in sight. */
function useShown(
  scroller: HTMLDivElement | null,
  scrollTo: (row: number) => void,
  { row, column }: Place,
  lefts: readonly number[],
  head: number,
): void {
  useEffect(() => {
    if (scroller === null) return;
    scrollTo(row);
    const [left = 0, right = 0] = [lefts[column], lefts[column + 1]];
    if (left - head < scroller.scrollLeft) scroller.scrollLeft = left - head;
    else if (right > scroller.scrollLeft + scroller.clientWidth) scroller.scrollLeft = right - scroller.clientWidth;
  }, [scroller, scrollTo, row, column, lefts, head]);
}
