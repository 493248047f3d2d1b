import { Button } from '@mantine/core';
import type { Kind } from '../../catalogue/catalogue';
import { useOpener } from '../../shell/useOpener';
import { useWords } from '../../words/words';
import type { ChangeList } from './useListed';
import type { Listed } from './validated';
import { LIST } from './words';

const panel = async () => (await import('./ColumnsPanel')).ColumnsPanel;

interface Props {
  readonly kind: Kind;
  readonly listed: Listed;
  readonly onChange: ChangeList;
}

/** The way to which columns are shown. */
export function ColumnsMenu(props: Props) {
  const t = useWords(LIST);
  const [button, below] = useOpener(panel, 'dialog', props);
  return (
    <>
      <Button {...button} size="xs" variant="default">
        {t('columns')}
      </Button>
      {below}
    </>
  );
}
