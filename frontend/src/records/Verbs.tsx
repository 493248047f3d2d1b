import { Group, Text } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { Applying } from '../cases/Applying';
import type { Action, Kind } from '../catalogue/catalogue';
import { openings } from '../cases/opening';
import { useCatalogue } from '../catalogue/context';
import type { Row } from '../documents/documents';
import { RecordActions } from '../screens/page/RecordActions';
import { useAllowed } from '../screens/page/useAllowed';
import { useLabel } from '../words/words';

const ActionDialog = lazy(async () => ({ default: (await import('../screens/form/ActionDialog')).ActionDialog }));

/** What may be done with a record that a page made by hand shows. */
export function Verbs({ record }: { readonly record: Row }) {
  const kind = useCatalogue().kindOfId(record.id);
  return kind === undefined ? null : <VerbsOf kind={kind} record={record} />;
}

function VerbsOf({ kind, record }: { readonly kind: Kind; readonly record: Row }) {
  const label = useLabel();
  const catalogue = useCatalogue();
  const actions = useAllowed(kind, record.id, record['voidReason'] != null);
  const [action, setAction] = useState<Action>();
  const close = () => setAction(undefined);
  if (actions.length === 0 && openings(catalogue, kind.name).length === 0) return null;
  return (
    <Group gap={6} className="no-print">
      <Text size="xs" c="dimmed">
        {label(kind.label)}
      </Text>
      <RecordActions actions={actions} onChoose={setAction} />
      <Applying kind={kind} id={record.id} />
      {action !== undefined && (
        <Suspense fallback={null}>
          <ActionDialog kind={kind} action={action} records={[record]} onClose={close} onDone={close} />
        </Suspense>
      )}
    </Group>
  );
}
