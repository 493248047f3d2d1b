import { Button } from '@mantine/core';
import type { Kind } from '../../catalogue/catalogue';
import { useCatalogue } from '../../catalogue/context';
import { useOpener } from '../../shell/useOpener';
import { useWords } from '../../words/words';
import { useConditions } from './useConditions';
import type { ChangeList } from './useListed';
import type { Listed } from './validated';
import { LIST } from './words';

const sheet = async () => (await import('./FilterSheet')).FilterSheet;

interface Props {
  readonly kind: Kind;
  readonly listed: Listed;
  readonly onChange: ChangeList;
}

/** The way to filters and order on a phone. */
export function FilterDrawer({ kind, listed, onChange }: Props) {
  const t = useWords(LIST);
  const conditions = useConditions(useCatalogue(), kind, listed, onChange);
  const [button, drawer] = useOpener(sheet, 'dialog', { kind, listed, onChange, ...conditions });
  const count = conditions.conditions.length;
  return (
    <>
      <Button {...button} size="md" variant="default">
        {t('filters')}
        {count > 0 && ` (${count})`}
      </Button>
      {drawer}
    </>
  );
}
