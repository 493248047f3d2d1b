import { pagesOf } from '../desks/pages';
import { useCatalogue } from '../catalogue/context';
import { useDesks } from '../desks/useDesks';
import { useViewer } from '../session/SessionGate';
import { SHELL } from '../shell/words';
import { both, type Label } from '../words/words';

export interface Page {
  readonly label: Label;
  readonly to: string;
}

/** The pages that are no register, by their words: home, my desks, the pages made by hand, my account. */
export function usePages(): readonly Page[] {
  const desks = useDesks();
  const catalogue = useCatalogue();
  const { grants } = useViewer();
  return [
    { label: both(SHELL, 'home'), to: '/' },
    ...desks.map(({ name, label }) => ({ label, to: `/desks/${name}` })),
    ...pagesOf(grants, catalogue).map((page) => ({ label: both(SHELL, page), to: `/${page}` })),
    { label: both(SHELL, 'registers'), to: '/registers' },
    { label: both(SHELL, 'yourAccount'), to: '/account' },
    { label: both(SHELL, 'integrators'), to: '/integrators' },
  ];
}
