import '@mantine/dates/styles.layer.css';
import { Button, Group, Stack } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import 'dayjs/locale/zh-cn';
import { useLanguage } from '../../words/useLanguage';
import { useWords } from '../../words/words';
import { FILTERS } from '../filterWords';
import { period } from './days';
import { day as typedDay } from './typed';

interface Props {
  readonly from: string | undefined;
  readonly until: string | undefined;
  readonly onChange: (from: string | undefined, until: string | undefined) => void;
}

/** Two days, of which either may be left open, and periods that are asked for often. */
export function DaysInput({ from, until, onChange }: Props) {
  const t = useWords(FILTERS);
  const language = useLanguage();
  const common = {
    locale: language === 'en' ? 'en' : 'zh-cn',
    valueFormat: 'YYYY-MM-DD',
    placeholder: 'YYYY-MM-DD',
    dateParser: (typed: string) => typedDay(typed) ?? null,
    clearable: true,
    popoverProps: { withinPortal: false },
  };
  return (
    <Stack gap="xs">
      <Group grow wrap="nowrap" gap="xs">
        <DateInput
          {...common}
          label={t('from')}
          value={from ?? null}
          onChange={(day) => onChange(day ?? undefined, until)}
          data-autofocus
        />
        <DateInput {...common} label={t('until')} value={until ?? null} onChange={(day) => onChange(from, day ?? undefined)} />
      </Group>
      <Group gap={4}>
        {(['today', 'thisMonth', 'thisYear'] as const).map((name) => (
          <Button
            key={name}
            size="compact-xs"
            variant="default"
            onClick={() => {
              const days = period(name);
              onChange(days.from, days.until);
            }}
          >
            {t(name)}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}
