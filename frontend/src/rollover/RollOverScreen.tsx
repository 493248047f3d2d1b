import { Alert, Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { newKey } from '../api/newKey';
import { useCatalogue } from '../catalogue/context';
import type { Chosen } from '../desks/desk';
import { VerbFields } from '../desks/parts/VerbFields';
import { rollOverRoute } from '../router';
import { useLocale } from '../words/useLocale';
import { useWords } from '../words/words';
import { PREVIEW, ROLL_OVERS } from './documents';
import classes from './rollover.module.css';
import { RunView } from './RunView';
import { ROLL_OVER_WORDS } from './words';

const SHOWN = 12;

/** The roll-over of a school year: previewed for a unit, settled, committed, and taken back if need be. */
export function RollOverScreen() {
  const t = useWords(ROLL_OVER_WORDS);
  const { run } = rollOverRoute.useSearch();
  return (
    <Stack p="md" gap="md">
      <Group justify="space-between">
        <Title order={1} size="h3">
          {t('title')}
        </Title>
        {run !== undefined && (
          <Anchor component={Link} to="/rollover" search={{} as never} size="sm">
            {t('another')}
          </Anchor>
        )}
      </Group>
      {run === undefined ? <Begin /> : <RunView key={run} id={run} />}
    </Stack>
  );
}

function Begin() {
  const t = useWords(ROLL_OVER_WORDS);
  const catalogue = useCatalogue();
  return (
    <Stack maw={640}>
      <Text size="sm">{t('lead')}</Text>
      {catalogue.action('previewRollOver') && <Previewing />}
      <Past />
    </Stack>
  );
}

function Previewing() {
  const t = useWords(ROLL_OVER_WORDS);
  const navigate = useNavigate();
  const [value, setValue] = useState<Chosen>({});
  const [refused, setRefused] = useState<string>();
  const [{ fetching }, preview] = useMutation(PREVIEW);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { data, error } = await preview({ input: { ...value, idempotencyKey: newKey() } as never });
    const problem = data?.previewRollOver.errors[0]?.message ?? error?.message;
    setRefused(problem);
    const made = data?.previewRollOver.rollOver?.id;
    if (made !== undefined) await navigate({ to: '/rollover', search: { run: made } } as never);
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack>
        {refused !== undefined && (
          <Alert color="red" role="alert">
            {refused}
          </Alert>
        )}
        <VerbFields verb="previewRollOver" value={value} onChange={setValue} />
        <Group>
          <Button type="submit" loading={fetching} disabled={value['unit'] == null || value['fromYear'] == null}>
            {t('preview')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Past() {
  const t = useWords(ROLL_OVER_WORDS);
  const format = new Intl.DateTimeFormat(useLocale(), { dateStyle: 'medium', timeStyle: 'short' });
  const [{ data }] = useQuery({ query: ROLL_OVERS, variables: { first: SHOWN }, requestPolicy: 'cache-and-network' });
  const runs = data?.rollOvers.nodes;
  return (
    <section aria-label={t('past')}>
      <Title order={2} size="h5">
        {t('past')}
      </Title>
      {runs?.length === 0 && <Text size="sm">{t('none')}</Text>}
      <ul className={classes.findings}>
        {runs?.map((run) => (
          <li key={run.id}>
            <Anchor component={Link} to="/rollover" search={{ run: run.id } as never} size="sm">
              {run.unit?.name} · {run.fromYear?.name}
            </Anchor>
            <Text size="xs" c="dimmed">
              {t(`state_${run.state}`)} · {format.format(new Date(run.askedAt))} · {t('promoted')} {run.promoted}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
}
