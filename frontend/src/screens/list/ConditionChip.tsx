import { CloseButton, UnstyledButton } from '@mantine/core';
import type { Kind } from '../../catalogue/catalogue';
import { useCatalogue } from '../../catalogue/context';
import { useOpener } from '../../shell/useOpener';
import { useLabel, useWords } from '../../words/words';
import { ConditionText } from './ConditionText';
import { type Condition, conditionLabel } from './conditions';
import classes from './list.module.css';
import { LIST } from './words';

const changing = async () => (await import('./ChangeFilter')).ChangeFilter;

interface Props {
  readonly kind: Kind;
  readonly condition: Condition;
  readonly onChange: (value: unknown) => void;
}

/** One condition in words; a click changes it, the cross takes it away. */
export function ConditionChip({ kind, condition, onChange }: Props) {
  const t = useWords(LIST);
  const label = useLabel();
  const catalogue = useCatalogue();
  const [button, below] = useOpener(changing, 'dialog', { kind, condition, onChange });
  const words = conditionLabel(catalogue, kind, condition.path);
  const name = words === undefined ? t('composed') : label(words);
  return (
    <>
      <span className={classes.chip}>
        <UnstyledButton {...button} className={classes.chipText ?? ''} disabled={words === undefined}>
          <ConditionText kind={kind} path={condition.path} value={condition.value} />
        </UnstyledButton>
        <CloseButton
          size={26}
          radius="xl"
          className={classes.cross ?? ''}
          aria-label={t('remove', { what: name })}
          onClick={() => onChange(undefined)}
        />
      </span>
      {below}
    </>
  );
}
