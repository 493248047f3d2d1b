import { SegmentedControl, Stack, Text, useMantineColorScheme } from '@mantine/core';
import { LanguageSwitch } from '../shell/LanguageSwitch';
import { SHELL } from '../shell/words';
import { useWords } from '../words/words';
import { Section } from './Section';
import { ACCOUNT } from './words';

/** In which language and light one works on this device. */
export function Display() {
  const t = useWords(ACCOUNT);
  const shell = useWords(SHELL);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Section title={t('display')}>
      <Stack gap={4} align="flex-start">
        <Text size="sm">{t('language')}</Text>
        <LanguageSwitch />
        <Text size="sm" mt="xs">
          {t('light')}
        </Text>
        <SegmentedControl
          size="xs"
          aria-label={t('light')}
          value={colorScheme}
          onChange={(scheme) => setColorScheme(scheme as typeof colorScheme)}
          data={(['light', 'dark', 'auto'] as const).map((value) => ({ value, label: shell(value) }))}
        />
      </Stack>
    </Section>
  );
}
