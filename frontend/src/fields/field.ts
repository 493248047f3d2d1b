import type { ComponentType } from 'react';
import type { Argument, Held } from '../catalogue/catalogue';

export interface ViewProps {
  readonly field: Held;
  readonly value: unknown;
}

export interface InputProps {
  readonly field: Held & Partial<Pick<Argument, 'wanted'>>;
  /** As the API takes it: a code, an id, a text; null where there is nothing. */
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly label: string;
  readonly error?: string | undefined;
  readonly description?: string | undefined;
  /** What the record has there now, as it was read: with the words of a code, the title of a record, a mask. */
  readonly held?: unknown;
  readonly disabled?: boolean;
  readonly autoFocus?: boolean;
}

export interface FilterProps {
  readonly field: Held;
  /** The filter input of the field, such as `{ in: ["P1"] }`; undefined where nothing is sought. */
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly label: string;
}

/** How values of one type are shown, entered and sought. */
export interface FieldType {
  readonly View: ComponentType<ViewProps>;
  readonly Input: ComponentType<InputProps>;
  readonly Filter?: ComponentType<FilterProps>;
  /** How a value that is sought reads; as one that is shown, unless said. */
  readonly Sought?: ComponentType<ViewProps>;
  /** Whether columns of it stand right, digits below digits. */
  readonly isNumeric?: boolean;
  /** What an input holds for a value that was read; as it is, unless said. */
  readonly given?: (value: unknown) => unknown;
}
