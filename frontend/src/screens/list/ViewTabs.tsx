import { Badge } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Kind } from '../../catalogue/catalogue';
import { listRoute } from '../../router';
import { useViewer } from '../../session/SessionGate';
import { useWords } from '../../words/words';
import classes from './list.module.css';
import type { ListSearch } from './search';
import type { Listed } from './validated';
import { ViewMenu } from './ViewMenu';
import { useViews } from './useViews';
import { isSame } from './views';
import { LIST } from './words';

interface Props {
  readonly kind: Kind;
  readonly listed: Listed;
  /** Whether what matters more is there, and the views may be asked for. */
  readonly mayAsk: boolean;
}

/** The lists of this kind that somebody keeps under a name; each is a link. */
export function ViewTabs({ kind, listed, mayAsk }: Props) {
  const t = useWords(LIST);
  const { username } = useViewer();
  const given = listRoute.useSearch();
  const views = useViews(username, kind.name, mayAsk);
  const kept = views.all;
  const current = kept.find(({ name }) => name === listed.view);
  const isChanged = current !== undefined && !isSame(current.search, given);
  if (kept.length === 0 && isSame(given, {})) return null;
  return (
    <nav aria-label={t('views')} className={classes.tabs}>
      <ViewTab kind={kind} search={{}} isCurrent={current === undefined}>
        {t('everything')}
      </ViewTab>
      {kept.map(({ name, search }) => (
        <ViewTab key={name} kind={kind} search={{ ...search, view: name }} isCurrent={name === current?.name}>
          {name}
        </ViewTab>
      ))}
      {isChanged && (
        <Badge variant="light" size="sm" tt="none">
          {t('viewChanged')}
        </Badge>
      )}
      <ViewMenu views={views} current={current} isChanged={isChanged} given={given} />
    </nav>
  );
}

interface TabProps {
  readonly kind: Kind;
  readonly search: ListSearch;
  readonly isCurrent: boolean;
  readonly children: string;
}

function ViewTab({ kind, search, isCurrent, children }: TabProps) {
  return (
    <Link
      to="/registers/$kind"
      params={{ kind: kind.name }}
      search={search}
      className={classes.tab}
      aria-current={isCurrent ? 'true' : undefined}
      activeOptions={{ exact: true, includeSearch: true }}
    >
      {children}
    </Link>
  );
}
