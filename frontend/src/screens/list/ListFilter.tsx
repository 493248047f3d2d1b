import { Radio, Stack } from '@mantine/core';
import { useWords } from '../../words/words';
import { isObject } from './search';
import { LIST } from './words';

interface Props {
  readonly label: string;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

/** Whether any records lead to one. */
export function ListFilter({ label, value, onChange }: Props) {
  const t = useWords(LIST);
  const chosen = isObject(value) ? Object.keys(value)[0] : undefined;
  return (
    <Radio.Group aria-label={label} value={chosen ?? null} onChange={(name) => onChange({ [name]: {} })}>
      <Stack gap={6}>
        <Radio value="some" label={t('hasAny')} />
        <Radio value="none" label={t('hasNone')} />
      </Stack>
    </Radio.Group>
  );
}
