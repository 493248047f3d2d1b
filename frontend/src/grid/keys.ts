import type { Place } from './selection';

/** What a key means while no cell is being written in. */
export type Command =
  | { readonly does: 'move'; readonly by: Place; readonly isExtending: boolean }
  | { readonly does: 'tab' | 'fault'; readonly isBack: boolean }
  | { readonly does: 'edit' | 'clear' | 'fill' | 'undo' | 'redo' | 'all' | 'take' };

const FAR = 1_000_000_000;

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** The command of a key, as spreadsheets have it; undefined for one that is none. */
export function commandOf(pressed: Pressed, page: number): Command | undefined {
  const { key, shiftKey } = pressed;
  const isControl = pressed.ctrlKey || pressed.metaKey;
  if (pressed.altKey) return withAlt(key);
  if (isControl) return withControl(key.toLowerCase(), shiftKey);
  const by = stepOf(key, page);
  if (by !== undefined) return { does: 'move', by, isExtending: shiftKey };
  switch (key) {
    case 'Tab':
      return { does: 'tab', isBack: shiftKey };
    case 'Enter':
    case 'F2':
      return { does: 'edit' };
    case 'Delete':
    case 'Backspace':
      return { does: 'clear' };
    default:
      return undefined;
  }
}

/** The cells in which something is wrong, and what they may have meant. */
function withAlt(key: string): Command | undefined {
  switch (key) {
    case 'Enter':
      return { does: 'take' };
    case 'ArrowDown':
    case 'ArrowUp':
      return { does: 'fault', isBack: key === 'ArrowUp' };
    default:
      return undefined;
  }
}

function stepOf(key: string, page: number): Place | undefined {
  const steps: Record<string, Place> = {
    ArrowUp: { row: -1, column: 0 },
    ArrowDown: { row: 1, column: 0 },
    ArrowLeft: { row: 0, column: -1 },
    ArrowRight: { row: 0, column: 1 },
    PageUp: { row: -page, column: 0 },
    PageDown: { row: page, column: 0 },
    Home: { row: 0, column: -FAR },
    End: { row: 0, column: FAR },
  };
  return steps[key];
}

function withControl(key: string, isExtending: boolean): Command | undefined {
  const edges: Record<string, Place> = {
    arrowup: { row: -FAR, column: 0 },
    arrowdown: { row: FAR, column: 0 },
    arrowleft: { row: 0, column: -FAR },
    arrowright: { row: 0, column: FAR },
    home: { row: -FAR, column: -FAR },
    end: { row: FAR, column: FAR },
  };
  const by = edges[key];
  if (by !== undefined) return { does: 'move', by, isExtending };
  switch (key) {
    case 'd':
      return { does: 'fill' };
    case 'z':
      return { does: isExtending ? 'redo' : 'undo' };
    case 'y':
      return { does: 'redo' };
    case 'a':
      return { does: 'all' };
    default:
      return undefined;
  }
}
