import '@mantine/dates/styles.layer.css';
import { DatePicker, DatesProvider } from '@mantine/dates';
import 'dayjs/locale/zh-cn';
import { useLanguage } from '../../words/useLanguage';

/** A calendar to pick a day from. */
export default function DayPicker({ value, onPick }: { readonly value: string | null; readonly onPick: (day: string) => void }) {
  const language = useLanguage();
  return (
    <DatesProvider settings={{ locale: language === 'en' ? 'en' : 'zh-cn', firstDayOfWeek: 1 }}>
      <DatePicker value={value} {...(value === null ? {} : { defaultDate: value })} onChange={(day) => day && onPick(day)} />
    </DatesProvider>
  );
}
