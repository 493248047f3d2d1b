import type { Sheet, Shown } from './columns';
import classes from './grid.module.css';
import { holds, type Place, type Range } from './selection';

interface GridRowProps {
  readonly id: string;
  readonly sheet: Sheet;
  readonly row: number;
  readonly top: number;
  readonly height: number;
  readonly head: number;
  readonly range: Range;
  readonly active: Place;
}

export function GridRow({ id, sheet, row, top, height, head, range, active }: GridRowProps) {
  return (
    <div role="row" aria-rowindex={row + 2} className={classes.row} style={{ transform: `translateY(${top}px)`, height }}>
      <div role="rowheader" className={classes.name} style={{ width: head }} title={sheet.called(row)}>
        {sheet.called(row)}
      </div>
      {sheet.columns.map((column, number) => {
        const place = { row, column: number };
        const shown = sheet.cell(place);
        const isFixed = column.isFixed === true || shown.isFixed === true;
        const isActive = active.row === row && active.column === number;
        return (
          <div
            key={column.key}
            id={`${id}-${row}-${number}`}
            role="gridcell"
            aria-colindex={number + 2}
            aria-selected={holds(range, place)}
            aria-invalid={shown.mark === 'fault' || undefined}
            aria-readonly={isFixed || undefined}
            data-row={row}
            data-column={number}
            data-mark={shown.mark}
            data-active={isActive || undefined}
            data-numeric={column.isNumeric || undefined}
            data-fixed={isFixed || undefined}
            className={classes.cell}
            style={{ width: column.width }}
          >
            <Content shown={shown} />
          </div>
        );
      })}
    </div>
  );
}

function Content({ shown: { text, note } }: { readonly shown: Shown }) {
  return (
    <>
      <span className={classes.text} title={text}>
        {text}
      </span>
      {note !== undefined && (
        <span className={classes.note} title={note}>
          {note}
        </span>
      )}
    </>
  );
}
