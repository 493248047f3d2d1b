import { NavLink, Text, TextInput } from '@mantine/core';
import { useDeferredValue, useState } from 'react';
import type { Kind } from '../../catalogue/catalogue';
import { useCatalogue } from '../../catalogue/context';
import { integratorsRoute } from '../../router';
import { hasWords } from '../../words/matching';
import { useLabel, useWords } from '../../words/words';
import classes from '../integrators.module.css';
import { INTEGRATORS } from '../words';
import { KindPage } from './KindPage';

/** The schema in the words of both languages: kinds, their fields and verbs, as the API names them. */
export function Schema() {
  const t = useWords(INTEGRATORS);
  const label = useLabel();
  const catalogue = useCatalogue();
  const { kind: chosen } = integratorsRoute.useSearch();
  const navigate = integratorsRoute.useNavigate();
  const [sought, setSought] = useState('');
  const wanted = useDeferredValue(sought);
  const kinds = catalogue.kinds.filter((kind) => isMeant(kind, wanted));
  const kind = catalogue.kind(chosen ?? '') ?? (wanted === '' ? undefined : kinds[0]);
  return (
    <div className={classes.schema}>
      <div>
        <TextInput
          type="search"
          aria-label={t('filter')}
          placeholder={t('filter')}
          value={sought}
          onChange={(event) => setSought(event.currentTarget.value)}
          mb="xs"
        />
        <nav className={classes.kinds} aria-label={t('kinds')}>
          {kinds.length === 0 && <Text size="sm">{t('noKinds')}</Text>}
          {kinds.map((each) => (
            <NavLink
              key={each.name}
              component="button"
              type="button"
              label={label(each.label)}
              description={each.name}
              active={each === kind}
              onClick={() => void navigate({ search: { tab: 'schema', kind: each.name }, resetScroll: false })}
            />
          ))}
        </nav>
      </div>
      {kind === undefined ? <Text c="dimmed">{t('chooseKind')}</Text> : <KindPage key={kind.name} kind={kind} sought={wanted} />}
    </div>
  );
}

function isMeant(kind: Kind, sought: string): boolean {
  const names = [kind, ...kind.fields, ...kind.actions];
  return names.some((each) => hasWords(each.label, sought) || each.name.toLowerCase().includes(sought.trim().toLowerCase()));
}
