import type { Kind } from '../../catalogue/catalogue';
import { PanelBelow } from '../../shell/Dropdowns';
import type { Opened } from '../../shell/useOpener';
import { ConditionEditor } from './ConditionEditor';
import type { Condition } from './conditions';
import classes from './list.module.css';

interface Props extends Opened {
  readonly kind: Kind;
  readonly condition: Condition;
  readonly onChange: (value: unknown) => void;
}

/** What must hold for a condition that there is. */
export function ChangeFilter({ kind, condition, onChange, ...opened }: Props) {
  return (
    <PanelBelow opened={opened} width={320} position="bottom-start" className={classes.panel}>
      <ConditionEditor kind={kind} condition={condition} onChange={onChange} onDone={() => opened.onOpen(false)} />
    </PanelBelow>
  );
}
