import { useDisclosure } from '@mantine/hooks';
import { lazy, Suspense } from 'react';
import { useKey } from './useKey';

const Keys = lazy(async () => ({ default: (await import('./Keys')).Keys }));

/** The list of keys, at `?`. */
export function KeyboardHelp() {
  const [isOpen, { open, close }] = useDisclosure();
  useKey('?', open);
  return isOpen && <Suspense>{<Keys onClose={close} />}</Suspense>;
}
