import { Button, Stack, Text, Title } from '@mantine/core';
import type { Kind } from '../../catalogue/catalogue';
import { useLabel, useWords } from '../../words/words';
import type { ChangeList } from './useListed';
import type { Listed } from './validated';
import { LIST } from './words';

interface Props {
  readonly kind: Kind;
  readonly listed: Listed;
  readonly onChange: ChangeList;
}

/** No rows: because there are none, or because of what is sought. */
export function Nothing({ kind, listed, onChange }: Props) {
  const t = useWords(LIST);
  const label = useLabel();
  const { search, filter, asOf, on } = listed;
  const isSought = search !== '' || Object.keys(filter).length > 0 || asOf !== undefined || on !== undefined;
  return (
    <Stack align="center" gap="xs" p="xl" role="status">
      <Title order={2} size="h4">
        {t(isSought ? 'notFound' : 'nothing')}
      </Title>
      <Text c="dimmed" ta="center" maw={480}>
        {isSought ? t('notFoundText') : `${label(kind.labelPlural)}: ${t('nothingText')}`}
      </Text>
      {isSought && (
        <Button
          variant="default"
          onClick={() => onChange({ search: undefined, filter: undefined, asOf: undefined, on: undefined })}
        >
          {t('clearAll')}
        </Button>
      )}
    </Stack>
  );
}
