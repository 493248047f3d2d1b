import { memo } from 'react';
import type { Kind } from '../../catalogue/catalogue';
import { useCatalogue } from '../../catalogue/context';
import type { Row } from '../../documents/documents';
import { titleOf, valueAt } from '../../documents/values';
import { FieldView } from '../../fields/FieldView';
import { useLabel, useWords } from '../../words/words';
import type { Column } from './columns';
import classes from './list.module.css';
import { RowLink } from './RowLink';
import { Tick } from './Tick';
import { LIST } from './words';

/** So many columns fit a card. */
const SHOWN = 4;

interface Props {
  readonly kind: Kind;
  readonly row: Row | undefined;
  readonly index: number;
  readonly columns: readonly Column[];
  readonly asOf: string | undefined;
  readonly pick: ((index: number, isRange: boolean) => void) | undefined;
  readonly isSelected: boolean;
}

/** One record on a phone. */
export const Card = memo(function Card({ kind, row, index, columns, asOf, pick, isSelected }: Props) {
  const t = useWords(LIST);
  const label = useLabel();
  const catalogue = useCatalogue();
  const title = titleOf(catalogue, kind, row);
  const inTitle = new Set(kind.title);
  const shown = columns.filter(({ path }) => !inTitle.has(path)).slice(0, SHOWN);
  return (
    <article className={isSelected ? `${classes.card} ${classes.selected}` : classes.card}>
      <div className={classes.title}>
        {row === undefined ? (
          <span className={classes.coming} />
        ) : (
          <RowLink id={row.id} asOf={asOf}>
            {title}
          </RowLink>
        )}
        {row !== undefined && pick !== undefined && (
          <Tick
            label={t('selectRow', { title })}
            isChecked={isSelected}
            onClick={(event) => pick(index, event.shiftKey)}
            isTabStop
          />
        )}
      </div>
      <dl className={classes.facts}>
        {shown.map((column) => (
          <div key={column.path}>
            <dt>{label(column.label)}</dt>
            <dd>
              {row === undefined ? (
                <span className={classes.coming} />
              ) : (
                <FieldView field={column.field} value={valueAt(row, column.path)} />
              )}
            </dd>
          </div>
        ))}
      </dl>
    </article>
  );
});
