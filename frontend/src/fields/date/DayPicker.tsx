import '@mantine/dates/styles.layer.css';
import { DatePicker, DatesProvider } from '@mantine/dates';
import 'dayjs/locale/zh-cn';
import { useTranslation } from 'react-i18next';

/** A calendar to pick a day from. */
export default function DayPicker({ value, onPick }: { readonly value: string | null; readonly onPick: (day: string) => void }) {
  const { i18n } = useTranslation();
  return (
    <DatesProvider settings={{ locale: i18n.language === 'en' ? 'en' : 'zh-cn', firstDayOfWeek: 1 }}>
      <DatePicker value={value} {...(value === null ? {} : { defaultDate: value })} onChange={(day) => day && onPick(day)} />
    </DatesProvider>
  );
}
