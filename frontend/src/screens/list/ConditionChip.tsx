import { CloseButton, Popover, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { Kind } from '../../catalogue/catalogue';
import { useCatalogue } from '../../catalogue/context';
import { useLabel, useWords } from '../../words/words';
import { ConditionEditor } from './ConditionEditor';
import { ConditionText } from './ConditionText';
import { type Condition, conditionLabel } from './conditions';
import classes from './list.module.css';
import { LIST } from './words';

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
  const [isOpen, setOpen] = useState(false);
  const words = conditionLabel(catalogue, kind, condition.path);
  const name = words === undefined ? t('composed') : label(words);
  return (
    <Popover opened={isOpen} onChange={setOpen} width={320} position="bottom-start" trapFocus returnFocus shadow="md">
      <span className={classes.chip}>
        <Popover.Target>
          <UnstyledButton
            className={classes.chipText ?? ''}
            disabled={words === undefined}
            onClick={() => setOpen(!isOpen)}
          >
            <ConditionText kind={kind} path={condition.path} value={condition.value} />
          </UnstyledButton>
        </Popover.Target>
        <CloseButton
          size={26}
          radius="xl"
          className={classes.cross ?? ''}
          aria-label={t('remove', { what: name })}
          onClick={() => onChange(undefined)}
        />
      </span>
      <Popover.Dropdown className={classes.panel ?? ''}>
        <ConditionEditor kind={kind} condition={condition} onChange={onChange} onDone={() => setOpen(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}
