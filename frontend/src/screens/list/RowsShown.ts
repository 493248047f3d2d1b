import type { RefObject } from 'react';
import type { Kind } from '../../catalogue/catalogue';
import type { Column } from './columns';
import type { Place } from './remembered';
import type { Rows } from './useRows';
import type { Selecting } from './useSelection';

/** What is shown as rows of a grid on a desk, and as cards on a phone. */
export interface RowsShown {
  readonly kind: Kind;
  readonly columns: readonly Column[];
  readonly rows: Rows;
  readonly total: number | null | undefined;
  /** Nothing can be chosen where nothing can be done with it. */
  readonly selecting: Selecting | undefined;
  readonly active: number;
  readonly onActive: (index: number) => void;
  readonly onOpen: (id: string) => void;
  readonly order: string | undefined;
  readonly onOrder: (order: string | undefined) => void;
  readonly asOf: string | undefined;
  /** Other rows altogether when it is another. */
  readonly soughtKey: string;
  /** The entry of the history at which the list stands, and how it was left there. */
  readonly entry: string;
  readonly place: Place | undefined;
  readonly body: RefObject<HTMLDivElement | null>;
}
