import { Center, Loader } from '@mantine/core';
import { useWords } from '../words/words';
import { SHELL } from './words';

/** In the place of a screen that is on its way; the router shows it after a moment, not at once. */
export function Loading() {
  const t = useWords(SHELL);
  return (
    <Center mih="40dvh" role="status" aria-label={t('loading')}>
      <Loader type="dots" />
    </Center>
  );
}
