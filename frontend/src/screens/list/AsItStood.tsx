import '@mantine/dates/styles.layer.css';
import { Fieldset, Stack } from '@mantine/core';
import { DateInput, DateTimePicker } from '@mantine/dates';
import 'dayjs/locale/zh-cn';
import dayjs from 'dayjs';
import { useLanguage } from '../../words/useLanguage';
import { useWords } from '../../words/words';
import type { ChangeList } from './useListed';
import type { Listed } from './validated';
import { LIST } from './words';

/** The list as it was known at a moment, or as it was true on a day. */
export function AsItStood({ listed, onChange }: { readonly listed: Listed; readonly onChange: ChangeList }) {
  const t = useWords(LIST);
  const language = useLanguage();
  const locale = language === 'en' ? 'en' : 'zh-cn';
  return (
    <Fieldset legend={t('asItStood')} p="xs">
      <Stack gap="xs">
        <DateTimePicker
          label={t('asOf')}
          description={t('asOfNote')}
          locale={locale}
          valueFormat="YYYY-MM-DD HH:mm"
          maxDate={new Date()}
          clearable
          value={listed.asOf === undefined ? null : dayjs(listed.asOf).format('YYYY-MM-DD HH:mm:ss')}
          onChange={(moment) => onChange({ asOf: moment == null ? undefined : dayjs(moment).toISOString() })}
          popoverProps={{ withinPortal: false }}
        />
        <DateInput
          label={t('on')}
          description={t('onNote')}
          locale={locale}
          valueFormat="YYYY-MM-DD"
          placeholder="YYYY-MM-DD"
          clearable
          value={listed.on ?? null}
          onChange={(day) => onChange({ on: day ?? undefined })}
          popoverProps={{ withinPortal: false }}
        />
      </Stack>
    </Fieldset>
  );
}
