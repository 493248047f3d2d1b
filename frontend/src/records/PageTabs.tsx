import { Tabs } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useCatalogue } from '../catalogue/context';
import { useWords } from '../words/words';
import { RECORDS } from './words';

/** From the page made by hand to the one that shows every field, and back. */
export function PageTabs({ id, tab }: { readonly id: string; readonly tab: 'overview' | 'fields' }) {
  const t = useWords(RECORDS);
  const navigate = useNavigate();
  const first = useCatalogue().kindOfId(id)?.lists[0]?.name ?? 'history';
  // With a list or the history chosen, the page is the one that every kind has.
  const show = (chosen: string | null) =>
    void navigate({ to: '/records/$id', params: { id }, search: chosen === 'fields' ? { tab: first } : {} } as never);
  return (
    <Tabs value={tab} onChange={show} px="md" mb="sm" className="no-print">
      <Tabs.List aria-label={t('pages')}>
        <Tabs.Tab value="overview">{t('overview')}</Tabs.Tab>
        <Tabs.Tab value="fields">{t('allFields')}</Tabs.Tab>
      </Tabs.List>
    </Tabs>
  );
}
