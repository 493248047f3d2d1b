import { Button, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { listDocument, Row } from '../../documents/documents';
import { grouped } from '../../words/grouped';
import { useWords } from '../../words/words';
import { MOST, readAll } from './exporting';
import { useReadStep } from './useReadStep';
import type { Sought } from './useRows';
import { LIST } from './words';

export interface EveryProps {
  /** How many there are, so far as that is known. */
  readonly total: number | null | undefined;
  readonly document: ReturnType<typeof listDocument>;
  readonly sought: Sought;
}

/** Chooses what a list has beyond the rows that are loaded, as far as one can act on so many. */
export function SelectEvery({ total, document, sought, onChosen }: EveryProps & { readonly onChosen: (rows: readonly Row[]) => void }) {
  const t = useWords(LIST);
  const read = useReadStep(document, sought);
  const [count, setCount] = useState<number>();
  const [failed, setFailed] = useState(false);
  const leaving = useRef<AbortController>(undefined);
  useEffect(() => () => leaving.current?.abort(), []);
  if (count !== undefined) {
    return (
      <Text size="sm" role="status">
        {t('selecting', { count: grouped(count) })}
      </Text>
    );
  }
  const isCut = total == null || total > MOST;
  const begin = () => {
    const { signal } = (leaving.current = new AbortController());
    setCount(0);
    setFailed(false);
    readAll(read, setCount, signal)
      .then(({ rows }) => onChosen(rows))
      .catch(() => setFailed(!signal.aborted))
      .finally(() => setCount(undefined));
  };
  return (
    <>
      <Button size="compact-sm" variant="subtle" onClick={begin}>
        {t(isCut ? 'selectFirst' : 'selectEvery', { count: grouped(isCut ? MOST : total) })}
      </Button>
      {failed && (
        <Text size="sm" c="red" role="alert">
          {t('selectFailed')}
        </Text>
      )}
    </>
  );
}
