import { Alert, Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Kind } from '../../catalogue/catalogue';
import { useCatalogue } from '../../catalogue/context';
import { listRoute } from '../../router';
import { useLocale } from '../../words/useLocale';
import { useLabel, useWords } from '../../words/words';
import { conditionLabel } from './conditions';
import type { ChangeList } from './useListed';
import type { Listed } from './validated';
import { LIST } from './words';

interface Props {
  readonly kind: Kind;
  readonly listed: Listed;
  readonly onChange: ChangeList;
}

/** What must not be overlooked while reading this list. */
export function Banners({ kind, listed, onChange }: Props) {
  const t = useWords(LIST);
  const label = useLabel();
  const catalogue = useCatalogue();
  const locale = useLocale();
  const { asOf, on, filter, dropped } = listed;
  const { voided, ...live } = filter;
  const parts: Record<string, string> = { search: t('text'), order: t('sort'), asOf: t('asOf'), on: t('on') };
  const named = dropped.map((name) => {
    const words = conditionLabel(catalogue, kind, name);
    return words === undefined ? (parts[name] ?? name) : label(words);
  });
  const given = listRoute.useSearch();
  const keepKnown = () => {
    const columns = given.columns && [...listed.columns];
    onChange({ search: listed.search, order: listed.order, columns, filter: { ...filter }, asOf, on });
  };
  return (
    <>
      {asOf !== undefined && (
        <Banner color="orange" action={t('backToNow')} onAct={() => onChange({ asOf: undefined })}>
          {t('bannerAsOf', { moment: new Date(asOf).toLocaleString(locale, { dateStyle: 'long', timeStyle: 'short' }) })}
        </Banner>
      )}
      {on !== undefined && (
        <Banner color="orange" action={t('backToNow')} onAct={() => onChange({ on: undefined })}>
          {t('bannerOn', { day: on })}
        </Banner>
      )}
      {voided === true && (
        <Banner color="red" action={t('showLive')} onAct={() => onChange({ filter: live })}>
          {t('showVoid')}
        </Banner>
      )}
      {dropped.length > 0 && (
        <Banner color="yellow" action={t('dismiss')} onAct={keepKnown}>
          {t('dropped', { what: named.join(', ') })}
        </Banner>
      )}
    </>
  );
}

interface BannerProps {
  readonly color: string;
  readonly action: string;
  readonly onAct: () => void;
  readonly children: ReactNode;
}

function Banner({ color, action, onAct, children }: BannerProps) {
  return (
    <Alert color={color} role="status" py={6} px="sm">
      <Group justify="space-between" gap="xs">
        <Text size="sm">{children}</Text>
        <Button size="compact-sm" variant="default" onClick={onAct}>
          {action}
        </Button>
      </Group>
    </Alert>
  );
}
