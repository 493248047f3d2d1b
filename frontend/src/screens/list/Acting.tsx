import { lazy, Suspense } from 'react';
import type { Action, Kind } from '../../catalogue/catalogue';
import type { Row } from '../../documents/documents';

const ActionDialog = lazy(() => import('../form/ActionDialog').then((module) => ({ default: module.ActionDialog })));

interface Props {
  /** Nothing is done as long as it is undefined. */
  readonly verb: readonly [Kind, Action] | undefined;
  readonly records: readonly Row[];
  readonly onClose: () => void;
  readonly onDone?: () => void;
}

/** The dialog of a verb, over the list. */
export function Acting({ verb, records, onClose, onDone }: Props) {
  if (verb === undefined) return null;
  const [kind, action] = verb;
  const done = () => {
    onDone?.();
    onClose();
  };
  return (
    <Suspense fallback={null}>
      <ActionDialog kind={kind} action={action} records={records} onClose={onClose} onDone={done} />
    </Suspense>
  );
}
