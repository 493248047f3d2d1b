import { Text, TextInput, UnstyledButton } from '@mantine/core';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { Kind } from '../catalogue/catalogue';
import { useLabel, useWords } from '../words/words';
import { keyOf, type Offer } from './offers';
import { OfferLine } from './OfferLine';
import classes from './spotlight.module.css';
import { useFinding } from './useFinding';
import { ENTER } from './useTypedMeanwhile';
import { SPOTLIGHT } from './words';

interface FinderListProps {
  readonly prompt: string;
  readonly typed: string;
  readonly only: Kind | undefined;
  readonly onChosen: (offer: Offer) => void;
}

/** One line to type into and what it finds: the first is chosen by Enter, unless the arrows went to another. */
export function FinderList({ prompt, typed, only, onChosen }: FinderListProps) {
  const t = useWords(SPOTLIGHT);
  const label = useLabel();
  const id = useId();
  const [text, setText] = useState(typed.split(ENTER)[0] ?? '');
  const [moved, setMoved] = useState<string>();
  const [isEntered, setIsEntered] = useState(typed.includes(ENTER));
  const { groups, isAsking } = useFinding(text, only);
  const offers = groups.flatMap((group) => group.offers);
  const at = Math.max(0, offers.findIndex((offer) => keyOf(offer) === moved));
  const present = offers[at];
  const list = useRef<HTMLDivElement>(null);

  // Whoever types a name and Enter faster than the answer comes gets what it finds.
  useEffect(() => {
    if (!isEntered || isAsking) return;
    setIsEntered(false);
    if (present !== undefined) onChosen(present);
  }, [isEntered, isAsking, present, onChosen]);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [moved]);

  const step = (by: number) => {
    const next = offers[(at + by + offers.length) % offers.length];
    if (next !== undefined) setMoved(keyOf(next));
  };
  const hear = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') step(1);
    else if (event.key === 'ArrowUp') step(-1);
    else if (event.key === 'Enter') setIsEntered(true);
    else return;
    event.preventDefault();
  };

  return (
    <div>
      <TextInput
        size="md"
        variant="unstyled"
        className={classes.input ?? ''}
        placeholder={prompt}
        aria-label={prompt}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setMoved(undefined);
          setIsEntered(false);
        }}
        onKeyDown={hear}
        role="combobox"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={present === undefined ? '' : `${id}-${keyOf(present)}`}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        autoFocus
        data-autofocus
      />
      <div className={classes.list} id={`${id}-list`} role="listbox" aria-label={t('find')} ref={list}>
        {groups.map((group) => (
          <div key={group.label.en} role="group" aria-label={label(group.label)}>
            <Text size="xs" c="dimmed" className={classes.group ?? ''} aria-hidden>
              {label(group.label)}
            </Text>
            {group.offers.map((offer) => (
              <UnstyledButton
                key={keyOf(offer)}
                id={`${id}-${keyOf(offer)}`}
                role="option"
                aria-selected={offer === present}
                tabIndex={-1}
                className={classes.offer ?? ''}
                onPointerMove={() => setMoved(keyOf(offer))}
                onClick={() => onChosen(offer)}
              >
                <OfferLine offer={offer} />
              </UnstyledButton>
            ))}
          </div>
        ))}
      </div>
      <Text size="xs" c="dimmed" className={classes.foot ?? ''} role="status">
        {isAsking ? t('asking') : said()}
      </Text>
    </div>
  );

  function said(): string {
    if (text.trim() === '') return t('keys');
    return offers.length === 0 ? t('none', { text: text.trim() }) : t('count', { count: offers.length });
  }
}
