import { Badge, Button, Group, Text, Timeline } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { Kind } from '../../catalogue/catalogue';
import { recordRoute } from '../../router';
import { useLocale } from '../../words/useLocale';
import { useLabel, useWords } from '../../words/words';
import { Differences } from './Differences';
import type { Version } from './useVersions';
import { HISTORY } from './words';

interface Props {
  readonly kind: Kind;
  readonly id: string;
  readonly version: Version;
  readonly previous: Version | undefined;
  readonly isShown: boolean;
}

/** One version: what was done, by whom and when, which fields, and the way to the page as it was. */
export function VersionItem({ kind, id, version, previous, isShown }: Props) {
  const t = useWords(HISTORY);
  const label = useLabel();
  const locale = useLocale();
  const navigate = recordRoute.useNavigate();
  const [opened, { toggle }] = useDisclosure();
  const at = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' });
  const named = version.fields.map((name) => {
    const field = kind.fields.find((each) => each.name === name);
    return field === undefined ? name : label(field.label);
  });
  const show = () => void navigate({ search: (now) => ({ ...now, asOf: version.at }) });
  return (
    <Timeline.Item
      title={
        <Group gap="xs">
          {version.verbLabel}
          {isShown && <Badge size="sm">{t('shown')}</Badge>}
        </Group>
      }
    >
      <Text size="sm">
        <time dateTime={version.at}>{at.format(new Date(version.at))}</time>
        {' · '}
        {version.byName ?? t('byProduct')}
      </Text>
      {named.length > 0 && (
        <Text size="sm" c="dimmed">
          {named.join(', ')}
        </Text>
      )}
      <Group gap="xs" mt={4}>
        <Button variant="subtle" size="compact-xs" onClick={toggle} aria-expanded={opened}>
          {t('differences')}
        </Button>
        <Button variant="subtle" size="compact-xs" onClick={show} disabled={isShown}>
          {t('asItStood')}
        </Button>
      </Group>
      {opened && <Differences kind={kind} id={id} version={version} previous={previous} />}
    </Timeline.Item>
  );
}
