import { Button, Group, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { moment } from '../../fields/moment/typed';
import { recordRoute } from '../../router';
import { useWords } from '../../words/words';
import { HISTORY } from './words';

/** The page as it stood at any moment. */
export function MomentForm() {
  const t = useWords(HISTORY);
  const navigate = recordRoute.useNavigate();
  const [typed, setTyped] = useState('');
  const show = (event: FormEvent) => {
    event.preventDefault();
    const asOf = moment(typed);
    if (asOf !== null) void navigate({ search: (now) => ({ ...now, asOf }) });
  };
  return (
    <form onSubmit={show}>
      <Group gap="xs" align="flex-end">
        <TextInput type="datetime-local" size="xs" label={t('atMoment')} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
        <Button type="submit" size="xs" variant="default" disabled={typed === ''}>
          {t('show')}
        </Button>
      </Group>
    </form>
  );
}
