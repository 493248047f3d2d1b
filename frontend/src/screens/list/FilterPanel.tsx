import { Button, Group, ScrollArea, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { Kind } from '../../catalogue/catalogue';
import { useCatalogue } from '../../catalogue/context';
import { useLabel, useWords } from '../../words/words';
import { ConditionEditor } from './ConditionEditor';
import { type Condition, type Offer, offers } from './conditions';
import { isNamed, joined } from './labels';
import classes from './list.module.css';
import { LIST } from './words';

interface Props {
  readonly kind: Kind;
  readonly conditions: readonly Condition[];
  readonly onSet: (path: string, value: unknown) => void;
  readonly onDone: () => void;
}

/** First which field, then what must hold there. */
export function FilterPanel({ kind, conditions, onSet, onDone }: Props) {
  const t = useWords(LIST);
  const [path, setPath] = useState<string>();
  if (path === undefined) return <Offers kind={kind} onChoose={setPath} />;
  const value = conditions.find((each) => each.path === path)?.value;
  return (
    <Stack gap={4}>
      <Group>
        <Button size="compact-xs" variant="subtle" onClick={() => setPath(undefined)}>
          ‹ {t('back')}
        </Button>
      </Group>
      <ConditionEditor
        kind={kind}
        condition={{ path, value }}
        onChange={(next) => onSet(path, next)}
        onDone={onDone}
      />
    </Stack>
  );
}

function Offers({ kind, onChoose }: { readonly kind: Kind; readonly onChoose: (path: string) => void }) {
  const t = useWords(LIST);
  const label = useLabel();
  const [typed, setTyped] = useState('');
  const found = offers(useCatalogue(), kind).filter((offer) => isNamed(wholeLabel(offer), typed));
  const first = found[0];
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (first !== undefined) onChoose(first.path);
      }}
    >
      <TextInput
        aria-label={t('findFilter')}
        placeholder={t('findFilter')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        data-autofocus
        mb="xs"
      />
      <ScrollArea.Autosize mah={320} type="auto" offsetScrollbars>
        {found.map((offer) => (
          <UnstyledButton key={offer.path} className={classes.offer ?? ''} onClick={() => onChoose(offer.path)}>
            {offer.group !== undefined && (
              <Text span inherit c="dimmed">
                {label(offer.group)} ·{' '}
              </Text>
            )}
            {label(offer.label)}
          </UnstyledButton>
        ))}
      </ScrollArea.Autosize>
    </form>
  );
}

function wholeLabel({ label, group }: Offer) {
  return group === undefined ? label : joined(group, label);
}
