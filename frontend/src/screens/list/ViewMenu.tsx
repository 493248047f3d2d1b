import { Button } from '@mantine/core';
import { useOpener } from '../../shell/useOpener';
import { useWords } from '../../words/words';
import type { ListSearch } from './search';
import type { Views } from './useViews';
import type { View } from './views';
import { LIST } from './words';

const verbs = async () => (await import('./ViewVerbs')).ViewVerbs;

interface Props {
  readonly views: Views;
  readonly current: View | undefined;
  readonly isChanged: boolean;
  readonly given: ListSearch;
}

/** The way to what can be done with the list as it is now. */
export function ViewMenu(props: Props) {
  const t = useWords(LIST);
  const [button, menu] = useOpener(verbs, 'menu', props);
  return (
    <>
      <Button {...button} size="compact-sm" variant="subtle">
        {props.current === undefined ? t('saveView') : t('viewMenu')} ▾
      </Button>
      {menu}
    </>
  );
}
