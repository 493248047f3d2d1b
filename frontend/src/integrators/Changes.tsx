import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useSubscription } from 'urql';
import { Trouble } from '../shell/Trouble';
import { useWords } from '../words/words';
import { CodeBlock } from './CodeBlock';
import { CHANGES } from './examples';
import { INTEGRATORS } from './words';
import { answered, written } from './written';

/** How many changes stay on the page. */
const MOST = 50;

/** The feed of changes: how a program hears it, and what is heard now. */
export function Changes() {
  const t = useWords(INTEGRATORS);
  const [isOn, setIsOn] = useState(false);
  const [{ data: heard = [], error }] = useSubscription(
    { query: CHANGES, pause: !isOn },
    (before: readonly unknown[] | undefined, change) => [change.studentChanged, ...(before ?? [])].slice(0, MOST),
  );
  const address = `${location.origin.replace(/^http/, 'ws')}/graphql`;
  return (
    <Stack>
      <Text size="sm" maw="60rem">
        {t('changesText', { address })}
      </Text>
      <CodeBlock text={written(CHANGES)} label={t('text')} />
      <Group>
        <Button variant={isOn ? 'default' : 'filled'} onClick={() => setIsOn(!isOn)}>
          {t(isOn ? 'stop' : 'listen')}
        </Button>
        <Text size="sm" role="status">
          {heard.length > 0 ? t('heard', { count: heard.length }) : isOn ? t('listening') : ''}
        </Text>
      </Group>
      {error && <Trouble error={error} />}
      {heard.length > 0 && <CodeBlock text={heard.map(answered).join('\n')} label={t('answer')} />}
    </Stack>
  );
}
