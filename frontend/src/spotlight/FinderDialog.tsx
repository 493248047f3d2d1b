import { Modal } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { Action, Kind } from '../catalogue/catalogue';
import type { Row } from '../documents/documents';
import { useFocusBack } from '../shell/useFocusBack';
import { useLabel, useWords } from '../words/words';
import { FinderList } from './FinderList';
import type { Found, Offer } from './offers';
import { SPOTLIGHT } from './words';

const ActionDialog = lazy(async () => ({ default: (await import('../screens/form/ActionDialog')).ActionDialog }));

/** A verb that was chosen, and on which record it acts once that is known. */
interface Begun {
  readonly kind: Kind;
  readonly action: Action;
  readonly record?: Found | undefined;
}

interface FinderDialogProps {
  /** What was typed before it was there. */
  readonly typed: string;
  readonly onClose: () => void;
}

/** Find something and go there, or choose a verb, then its record, and begin. */
export function FinderDialog({ typed, onClose }: FinderDialogProps) {
  const t = useWords(SPOTLIGHT);
  const label = useLabel();
  const navigate = useNavigate();
  useFocusBack();
  const [begun, setBegun] = useState<Begun>();
  const go = (to: string) => {
    onClose();
    void navigate({ to });
  };
  const choose = (offer: Offer) => {
    switch (offer.is) {
      case 'record':
        return begun === undefined ? go(`/records/${offer.record.id}`) : setBegun({ ...begun, record: offer.record });
      case 'kind':
        return go(`/registers/${offer.kind.name}`);
      case 'page':
        return go(offer.to);
      case 'verb':
        return setBegun(offer);
    }
  };

  if (begun !== undefined && isReady(begun)) {
    const records = begun.record === undefined ? [] : [begun.record.row ?? ({ id: begun.record.id } as Row)];
    return (
      <Suspense>
        <ActionDialog
          kind={begun.kind}
          action={begun.action}
          records={records}
          onClose={onClose}
          onDone={([record]) => (record === undefined ? onClose() : go(`/records/${record.id}`))}
        />
      </Suspense>
    );
  }
  const prompt =
    begun === undefined
      ? t('hint')
      : t('subject', { verb: label(begun.action.label), kind: label(begun.kind.label) });
  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      padding={0}
      size="lg"
      yOffset="8vh"
      aria-label={t('find')}
      transitionProps={{ duration: 0 }}
    >
      <FinderList key={begun?.action.name ?? ''} typed={begun === undefined ? typed : ''} prompt={prompt} only={begun?.kind} onChosen={choose} />
    </Modal>
  );
}

function isReady({ action, record }: Begun): boolean {
  return action.subject == null || record !== undefined;
}
