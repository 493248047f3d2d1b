import { Alert, Button, Group, Text } from '@mantine/core';
import { recordRoute } from '../../router';
import { useLocale } from '../../words/useLocale';
import { useWords } from '../../words/words';
import { PAGE } from './words';

/** That what is shown is past, and the way back. */
export function PastBanner({ asOf }: { readonly asOf: string }) {
  const t = useWords(PAGE);
  const locale = useLocale();
  const navigate = recordRoute.useNavigate();
  const at = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'medium' });
  const back = () => void navigate({ search: ({ tab }) => ({ tab }) });
  return (
    <Alert color="yellow" role="status">
      <Group>
        <Text size="sm">{t('asOf', { at: at.format(new Date(asOf)) })}</Text>
        <Button size="compact-sm" variant="default" onClick={back}>
          {t('backToNow')}
        </Button>
      </Group>
    </Alert>
  );
}
