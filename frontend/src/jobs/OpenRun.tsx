import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useWords } from '../words/words';
import type { RunPlace } from './useRunsOf';
import { JOBS_WORDS } from './words';

/** The way to the import that a job did. */
export function OpenRun({ place, onClick }: { readonly place: RunPlace; readonly onClick: () => void }) {
  const t = useWords(JOBS_WORDS);
  const to = { to: '/registers/$kind/import', params: { kind: place.kind }, search: { run: place.run } } as const;
  return (
    <Anchor component={Link} {...(to as object)} size="sm" onClick={onClick}>
      {t('open')}
    </Anchor>
  );
}
