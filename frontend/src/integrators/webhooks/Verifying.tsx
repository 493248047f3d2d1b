import { Stack, Tabs, Text, Title } from '@mantine/core';
import { useWords } from '../../words/words';
import { CodeBlock } from '../CodeBlock';
import javascript from './snippets/verify.mjs?raw';
import python from './snippets/verify.py?raw';
import { WEBHOOKS } from './words';

const TEXTS = { Python: python, JavaScript: javascript } as const;

/** How a program checks that a message is ours, in code that runs as it stands. */
export function Verifying() {
  const t = useWords(WEBHOOKS);
  return (
    <Stack gap="xs">
      <Title order={2} size="h5">
        {t('verify')}
      </Title>
      <Text size="sm" maw="60rem">
        {t('verifyText')}
      </Text>
      <Tabs defaultValue="Python">
        <Tabs.List>
          {Object.keys(TEXTS).map((language) => (
            <Tabs.Tab key={language} value={language}>
              {language}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {Object.entries(TEXTS).map(([language, text]) => (
          <Tabs.Panel key={language} value={language} pt="xs">
            <CodeBlock text={text} label={language} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </Stack>
  );
}
