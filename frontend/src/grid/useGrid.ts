import { type ClipboardEvent, type KeyboardEvent, useState } from 'react';
import type { Block } from './block';
import { landing, textIn } from './clipboard';
import type { Sheet } from './columns';
import { type Command, commandOf } from './keys';
import { chosen, found, moved, type Place, type Range, rangeOf, type Selection, START, tabbed } from './selection';

/** What becomes of what one does in a grid. */
export interface Handlers {
  write(place: Place, text: string): void;
  paste(at: Place, block: Block): void;
  fill(range: Range): void;
  clear(range: Range): void;
  undo(): void;
  redo(): void;
  /** Hears of each letter, where choices are looked up while one writes. */
  typing?(place: Place, text: string): void;
}

export interface Writing {
  readonly text: string;
}

const PAGE = 15;

/** The keyboard, the clipboard and the mouse of a grid. */
export function useGrid(sheet: Sheet, handlers: Handlers) {
  const [selection, setSelection] = useState<Selection>(() => firstOf(sheet));
  const [writing, setWriting] = useState<Writing>();
  const bounds = { rows: sheet.count, columns: sheet.columns.length };
  const { active } = selection;
  const isFixed = sheet.columns[active.column]?.isFixed === true || sheet.cell(active).isFixed === true;

  const begin = (text: string) => {
    if (!isFixed && sheet.count > 0) setWriting({ text });
  };
  const type = (text: string) => {
    if (isFixed) return;
    setWriting({ text });
    handlers.typing?.(active, text);
  };
  const finish = () => {
    if (writing !== undefined && writing.text !== sheet.cell(active).text) handlers.write(active, writing.text);
    setWriting(undefined);
  };
  const choose = (place: Place, isExtending: boolean) => {
    finish();
    setSelection((before) => chosen(before, place, isExtending));
  };
  const take = () => {
    const { suggestion } = sheet.cell(active);
    if (suggestion !== undefined) handlers.write(active, suggestion);
  };

  const follow = (command: Command): boolean => {
    switch (command.does) {
      case 'move':
        setSelection(moved(selection, command.by, command.isExtending, bounds));
        return true;
      case 'tab': {
        const next = tabbed(selection, command.isBack, bounds);
        if (next !== undefined) setSelection(next);
        return next !== undefined;
      }
      case 'fault':
        setSelection(found(selection, command.isBack, bounds, isWrongIn(sheet)) ?? selection);
        return true;
      case 'edit':
        begin(sheet.cell(active).text);
        return true;
      case 'all':
        setSelection({ anchor: START.anchor, active: { row: bounds.rows - 1, column: bounds.columns - 1 } });
        return true;
      case 'clear':
      case 'fill':
        handlers[command.does](rangeOf(selection));
        return true;
      case 'take':
        take();
        return true;
      default:
        handlers[command.does]();
        return true;
    }
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (writing === undefined) {
      const command = commandOf(event, PAGE);
      if (command !== undefined && follow(command)) event.preventDefault();
      return;
    }
    const { key, shiftKey } = event;
    if (key === 'Escape') {
      event.stopPropagation();
      setWriting(undefined);
    } else if (key === 'Enter' || key === 'Tab') {
      finish();
      const by = { row: shiftKey ? -1 : 1, column: 0 };
      const next = key === 'Tab' ? tabbed(selection, shiftKey, bounds) : moved(selection, by, false, bounds);
      if (next !== undefined) {
        event.preventDefault();
        setSelection(next);
      }
    }
  };

  const copy = (event: ClipboardEvent) => {
    if (writing !== undefined) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', textIn(sheet, rangeOf(selection)));
    if (event.type === 'cut') handlers.clear(rangeOf(selection));
  };
  const paste = (event: ClipboardEvent) => {
    if (writing !== undefined) return;
    event.preventDefault();
    const { at, block } = landing(event.clipboardData.getData('text/plain'), rangeOf(selection));
    if (block.length === 0) return;
    handlers.paste(at, block);
    const by = { row: block.length - 1, column: (block[0]?.length ?? 1) - 1 };
    setSelection(moved({ anchor: at, active: at }, by, true, bounds));
  };

  return { selection, writing, begin, type, finish, choose, take, onKeyDown, copy, paste };
}

function isWrongIn(sheet: Sheet): (place: Place) => boolean {
  return (place) => sheet.cell(place).mark === 'fault' && sheet.columns[place.column]?.isFixed !== true;
}

/** Where one begins: at what is wrong first, else at the first cell. */
function firstOf(sheet: Sheet): Selection {
  const bounds = { rows: sheet.count, columns: sheet.columns.length };
  const last = { row: bounds.rows - 1, column: bounds.columns - 1 };
  return found({ anchor: last, active: last }, false, bounds, isWrongIn(sheet)) ?? START;
}
