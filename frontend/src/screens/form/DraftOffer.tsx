import { Alert, Button, Group } from '@mantine/core';
import { useLocale } from '../../words/useLocale';
import { useWords } from '../../words/words';
import type { Draft } from './drafts';
import { FORM } from './words';

interface Props {
  readonly draft: Draft;
  readonly onGoOn: () => void;
  readonly onDiscard: () => void;
}

/** What was typed here before and not sent: to go on with, or to discard. */
export function DraftOffer({ draft, onGoOn, onDiscard }: Props) {
  const t = useWords(FORM);
  const locale = useLocale();
  const at = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <Alert color="blue" title={t('draft', { at: at.format(new Date(draft.at)) })}>
      <Group gap="xs">
        <Button size="xs" onClick={onGoOn}>
          {t('goOn')}
        </Button>
        <Button size="xs" variant="default" onClick={onDiscard}>
          {t('discard')}
        </Button>
      </Group>
    </Alert>
  );
}
