import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback, useHotkeys } from '@mantine/hooks';
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { Kind } from '../../catalogue/catalogue';
import { useLabel, useWords } from '../../words/words';
import classes from './list.module.css';
import { LIST } from './words';

/** So long after the last key the server is asked. */
const PAUSE = 100;

interface Props {
  readonly ref: RefObject<HTMLInputElement | null>;
  readonly kind: Kind;
  readonly searched: string;
  readonly onSearch: (text: string) => void;
  readonly onFound: (text: string) => void;
  readonly onLeave: () => void;
}

/** The one box in which names, codes and initials are sought; typing waits for nothing. */
export function SearchBox({ ref, kind, searched, onSearch, onFound, onLeave }: Props) {
  const t = useWords(LIST);
  const label = useLabel();
  const [text, setText] = useState(searched);
  const told = useRef(searched);
  const tell = useDebouncedCallback((next: string) => {
    told.current = next;
    onSearch(next);
  }, PAUSE);
  useEffect(() => {
    // Another address was gone to; what is being typed here stays.
    if (searched === told.current) return;
    told.current = searched;
    setText(searched);
  }, [searched]);
  useHotkeys([['/', () => ref.current?.focus()]]);
  const type = (next: string) => {
    setText(next);
    tell(next);
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      tell.flush();
      onFound(text);
    } else if (event.key === 'Escape') {
      type('');
      tell.flush();
    } else if (event.key === 'ArrowDown') onLeave();
    else return;
    event.preventDefault();
  };
  const placeholder = t('search', { by: kind.searchedBy == null ? '' : label(kind.searchedBy) });
  return (
    <TextInput
      ref={ref}
      type="search"
      size="xs"
      classNames={{ input: classes.search ?? '' }}
      w={{ base: '100%', sm: 260 }}
      aria-label={placeholder}
      aria-keyshortcuts="/"
      placeholder={placeholder}
      value={text}
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={press}
      autoComplete="off"
      rightSection={text === '' ? undefined : <CloseButton size="sm" aria-label={t('clearAll')} onClick={() => type('')} />}
    />
  );
}
