import { Menu, type MenuProps, Popover, type PopoverProps } from '@mantine/core';
import { type ReactNode, type Ref, useImperativeHandle } from 'react';
import type { Opened } from './useOpener';

type Look<P> = Omit<P, 'opened' | 'onChange' | 'id' | 'children'> & { readonly opened: Opened; readonly children: ReactNode };

/** What is set below a button that stands elsewhere. */
export function PanelBelow({ opened: { id, at, isOpen, onOpen }, className, children, ...look }: Look<PopoverProps> & { readonly className?: string | undefined }) {
  return (
    <Popover id={id} opened={isOpen} onChange={onOpen} trapFocus returnFocus shadow="md" {...look}>
      <Popover.Target>
        <Standing at={at} />
      </Popover.Target>
      <Popover.Dropdown className={className ?? ''}>{children}</Popover.Dropdown>
    </Popover>
  );
}

/** The verbs of a button that stands elsewhere. */
export function MenuBelow({ opened: { id, at, isOpen, onOpen }, children, ...look }: Look<MenuProps>) {
  return (
    <Menu id={id} opened={isOpen} onChange={onOpen} {...look}>
      <Menu.Target>
        <Standing at={at} />
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}

/** Stands for an element that is drawn elsewhere. */
function Standing({ at, ref }: { readonly at: HTMLElement | null; readonly ref?: Ref<HTMLElement | null> }) {
  useImperativeHandle<HTMLElement | null, HTMLElement | null>(ref, () => at, [at]);
  return null;
}
