import { Alert, Button, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useClient } from 'urql';
import { useLabel, useWords } from '../words/words';
import { CodeBlock } from './CodeBlock';
import { EXAMPLES } from './examples';
import { INTEGRATORS } from './words';
import { answered, curl, written } from './written';

interface Outcome {
  readonly text: string;
  readonly cost: number;
  readonly ms: number;
}

/** Documents that run as they stand, with what they answer and cost. */
export function Examples() {
  return (
    <Stack gap="xl">
      {EXAMPLES.map((example) => (
        <Example key={example.label.en} {...example} />
      ))}
    </Stack>
  );
}

function Example({ label: both, document }: (typeof EXAMPLES)[number]) {
  const t = useWords(INTEGRATORS);
  const label = useLabel();
  const client = useClient();
  const text = written(document);
  const [isRunning, setIsRunning] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | string>();
  const run = async () => {
    setIsRunning(true);
    const begun = performance.now();
    const { data, error, extensions } = await client
      .query(document, {}, { requestPolicy: 'network-only' })
      .toPromise();
    const ms = Math.round(performance.now() - begun);
    setOutcome(error ? error.message : { text: answered(data), cost: Number(extensions?.['cost'] ?? 0), ms });
    setIsRunning(false);
  };
  return (
    <Stack gap="xs" component="section" aria-label={label(both)}>
      <Group>
        <Title order={2} size="h5">
          {label(both)}
        </Title>
        <Button size="compact-sm" onClick={() => void run()} loading={isRunning}>
          {t('run')}
        </Button>
        <Text size="sm" c="dimmed" role="status">
          {typeof outcome === 'object' && t('cost', { cost: outcome.cost, ms: outcome.ms })}
        </Text>
      </Group>
      {typeof outcome === 'string' && (
        <Alert color="red" role="alert">
          {outcome}
        </Alert>
      )}
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <CodeBlock text={text} label={t('text')} />
        {typeof outcome === 'object' ? (
          <CodeBlock text={outcome.text} label={t('answer')} />
        ) : (
          <CodeBlock text={curl(location.origin, text)} label={t('asCommand')} />
        )}
      </SimpleGrid>
    </Stack>
  );
}
