import { type MouseEvent, memo } from 'react';
import type { Kind } from '../../catalogue/catalogue';
import { useCatalogue } from '../../catalogue/context';
import type { Row } from '../../documents/documents';
import { titleOf, valueAt } from '../../documents/values';
import { FieldView } from '../../fields/FieldView';
import { useWords } from '../../words/words';
import type { Column } from './columns';
import classes from './list.module.css';
import { RowLink } from './RowLink';
import { Tick } from './Tick';
import { LIST } from './words';

interface Props {
  readonly id: string;
  readonly kind: Kind;
  readonly index: number;
  readonly start: number;
  /** Undefined while it is still to come. */
  readonly row: Row | undefined;
  readonly columns: readonly Column[];
  readonly asOf: string | undefined;
  readonly pick: ((index: number, isRange: boolean) => void) | undefined;
  readonly isSelected: boolean;
  readonly isActive: boolean;
  readonly onActive: (index: number) => void;
  readonly onOpen: (id: string) => void;
}

/** One record; drawn anew only when something of it changes. */
export const GridRow = memo(function GridRow(props: Props) {
  const { id, index, start, row, columns, pick, isSelected, isActive, onActive, onOpen } = props;
  const click = (event: MouseEvent<HTMLElement>) => {
    onActive(index);
    if (row !== undefined && !isForItself(event)) onOpen(row.id);
  };
  const style = [classes.row, isSelected && classes.selected, isActive && classes.active].filter(Boolean).join(' ');
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={pick === undefined ? undefined : isSelected}
      className={`${classes.columns} ${style}`}
      style={{ transform: `translateY(${start}px)` }}
      onClick={click}
    >
      {pick !== undefined && <CheckCell {...props} pick={pick} />}
      {columns.map((column, position) => (
        <div
          key={column.path}
          role="gridcell"
          aria-colindex={position + (pick === undefined ? 1 : 2)}
          className={column.isNumeric ? `${classes.cell} ${classes.numeric}` : classes.cell}
        >
          {row === undefined ? <span className={classes.coming} /> : <Cell {...props} row={row} column={column} isFirst={position === 0} />}
        </div>
      ))}
    </div>
  );
});

function CheckCell({ kind, index, row, isSelected, pick }: Props & { readonly pick: NonNullable<Props['pick']> }) {
  const t = useWords(LIST);
  const catalogue = useCatalogue();
  return (
    <div role="gridcell" aria-colindex={1} className={classes.check}>
      {row !== undefined && (
        <Tick
          label={t('selectRow', { title: titleOf(catalogue, kind, row) })}
          isChecked={isSelected}
          onClick={(event) => pick(index, event.shiftKey)}
        />
      )}
    </div>
  );
}

interface CellProps {
  readonly row: Row;
  readonly column: Column;
  readonly isFirst: boolean;
  readonly asOf: string | undefined;
}

/** The first column leads to the record, unless it leads to another one. */
function Cell({ row, column, isFirst, asOf }: CellProps) {
  const value = valueAt(row, column.path);
  const view = <FieldView field={column.field} value={value} />;
  return isFirst && column.field.type !== 'One' ? (
    <RowLink id={row.id} asOf={asOf}>
      {view}
    </RowLink>
  ) : (
    view
  );
}

/** Links, boxes and marked text are meant themselves. */
function isForItself(event: MouseEvent<HTMLElement>): boolean {
  const isInner = (event.target as HTMLElement).closest('a, button, label, input') !== null;
  return isInner || event.ctrlKey || event.metaKey || event.shiftKey || getSelection()?.isCollapsed === false;
}
