import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import type { Field, Kind } from '../../catalogue/catalogue';
import type { Row } from '../../documents/documents';
import { useViewer } from '../../session/SessionGate';
import { useLabel, useWords } from '../../words/words';
import { CompareDialog } from './CompareDialog';
import { RevealDialog } from './RevealDialog';
import { RevealedValue } from './RevealedValue';
import { PAGE } from './words';

interface Props {
  readonly kind: Kind;
  readonly field: Field;
  readonly record: Row;
}

/** What can be learnt of a sealed value: for staff whether it is another one, and with a purpose the value itself. */
export function SealedTools({ kind, field, record }: Props) {
  const t = useWords(PAGE);
  const label = useLabel();
  const isStaff = useViewer().grants.length > 0;
  const [opened, setOpened] = useState<'compare' | 'show'>();
  const [value, setValue] = useState<string>();
  const sealed = record[field.name] as { held: boolean; canReveal: boolean } | null;
  if (sealed?.held !== true) return null;
  const close = () => setOpened(undefined);
  const asked = { kind, field, id: record.id, of: label(field.label), onClose: close };
  return (
    <>
      <Group gap={4} className="no-print">
        {isStaff && (
          <Button variant="subtle" size="compact-xs" onClick={() => setOpened('compare')}>
            {t('compare')}
          </Button>
        )}
        {sealed.canReveal && value === undefined && (
          <Button variant="subtle" size="compact-xs" onClick={() => setOpened('show')}>
            {t('show')}
          </Button>
        )}
      </Group>
      {value !== undefined && <RevealedValue value={value} onHide={() => setValue(undefined)} />}
      {opened === 'compare' && <CompareDialog {...asked} />}
      {opened === 'show' && (
        <RevealDialog
          {...asked}
          onRevealed={(clear) => {
            setValue(clear);
            close();
          }}
        />
      )}
    </>
  );
}
