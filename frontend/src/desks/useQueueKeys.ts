import { useEffect } from 'react';
import { isTyping } from '../shell/useKey';

interface Keys {
  /** What the letters of this queue's decisions do. */
  readonly letters: ReadonlyMap<string, () => void>;
  /** Go on or back; with Shift held, both are chosen for a decision in one go. */
  readonly onStep: (by: 1 | -1, isChoosing: boolean) => void;
  /** Choose the one looked at, or with Shift held all of them. */
  readonly onSelect: (all: boolean) => void;
  readonly onDecide: () => void;
}

/** Letters choose, Enter decides, J and K or the arrows move, X marks; not while somebody types. */
export function useQueueKeys({ letters, onStep, onSelect, onDecide }: Keys): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.metaKey || event.altKey || event.isComposing || event.defaultPrevented || isText(event.target)) return;
      if (document.querySelector('[aria-modal="true"]') !== null) return;
      const key = event.key.toLowerCase();
      const chosen = letters.get(key);
      if (key === 'enter') {
        if (isPressed(event.target) && !event.ctrlKey) return;
        onDecide();
      } else if (event.ctrlKey) return;
      else if (chosen !== undefined) chosen();
      else if (key === 'x') onSelect(event.shiftKey);
      else if (key === 'j' || (key === 'arrowdown' && !isRadio(event.target))) onStep(1, event.shiftKey);
      else if (key === 'k' || (key === 'arrowup' && !isRadio(event.target))) onStep(-1, event.shiftKey);
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });
}

function isRadio(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('[type=radio]');
}

/** Whether letters are for what has the focus; a circle or a box to tick takes none. */
function isText(target: EventTarget | null): boolean {
  return isTyping(target) && !(target as HTMLElement).matches('[type=radio], [type=checkbox]');
}

/** Whether Enter means that control: a link, a button outside the form's own. */
function isPressed(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('a, button, [role=button]');
}
