import { useCatalogue } from '../../catalogue/context';
import { listRoute } from '../../router';
import { NotFound } from '../../shell/NotFound';
import { KindList } from './KindList';

/** The records of a kind, for any kind that one may list. */
export function ListScreen() {
  const { kind: name } = listRoute.useParams();
  const kind = useCatalogue().kind(name);
  return kind?.plural == null ? <NotFound /> : <KindList key={kind.name} kind={kind} />;
}
