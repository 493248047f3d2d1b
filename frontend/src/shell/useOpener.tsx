import { type ComponentType, type ReactNode, useEffect, useId, useState } from 'react';
import { useLater } from './useLater';

/** What opens at a button: where it stands, whether it is open, and how it says that it is to be or not. */
export interface Opened {
  readonly id: string;
  readonly at: HTMLElement | null;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
}

/**
 * A button's part in what opens at it, and that itself: it comes when the page is quiet, or when somebody is near. The
 * button is there from the first and stays the same.
 */
export function useOpener<P extends object>(load: () => Promise<ComponentType<P & Opened>>, popup: 'menu' | 'dialog', given: P) {
  const id = useId();
  const [at, setAt] = useState<HTMLButtonElement | null>(null);
  const [isOpen, onOpen] = useState(false);
  const [wasOpened, setWasOpened] = useState(false);
  const Later = useLater(load, isOpen);
  const Body = wasOpened ? Later : undefined;
  // It is there before it opens, so that it knows what had the focus.
  const [isThere, setIsThere] = useState(false);
  useEffect(() => setIsThere(Body !== undefined), [Body]);
  const near = () => void load().catch(() => undefined);
  const button = {
    ref: setAt,
    id: `${id}-target`,
    'aria-haspopup': popup,
    'aria-expanded': isOpen,
    'aria-controls': isOpen && isThere ? `${id}-dropdown` : undefined,
    onClick: () => {
      setWasOpened(true);
      onOpen(!isOpen);
    },
    onPointerEnter: near,
    onFocus: near,
  } as const;
  const body: ReactNode = Body && <Body {...given} id={id} at={at} isOpen={isOpen && isThere} onOpen={onOpen} />;
  return [button, body] as const;
}
