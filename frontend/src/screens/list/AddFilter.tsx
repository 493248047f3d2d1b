import type { Kind } from '../../catalogue/catalogue';
import { PanelBelow } from '../../shell/Dropdowns';
import type { Opened } from '../../shell/useOpener';
import type { Condition } from './conditions';
import { FilterPanel } from './FilterPanel';
import classes from './list.module.css';

interface Props extends Opened {
  readonly kind: Kind;
  readonly conditions: readonly Condition[];
  readonly onSet: (path: string, value: unknown) => void;
}

/** One more condition, or another instead of one that there is. */
export function AddFilter({ kind, conditions, onSet, ...opened }: Props) {
  return (
    <PanelBelow opened={opened} width={320} position="bottom-start" className={classes.panel}>
      <FilterPanel kind={kind} conditions={conditions} onSet={onSet} onDone={() => opened.onOpen(false)} />
    </PanelBelow>
  );
}
