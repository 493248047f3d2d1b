import { Fieldset, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../words/words';
import { GivenFile } from '../attachments/GivenFile';
import { Taking } from '../attachments/Taking';
import { ATTACHMENTS } from '../attachments/words';
import type { InputProps } from '../field';

/** One file: dropped or chosen, sent at once, and checked before it counts. */
export default function UploadInput({ value, onChange, label, error, description, disabled = false }: InputProps) {
  const t = useWords(ATTACHMENTS);
  const [name, setName] = useState<string>();
  const take = (id: string, file: string) => {
    setName(file);
    onChange(id);
  };
  return (
    <Fieldset legend={label} variant="default">
      <Stack gap={4}>
        <Text size="xs">{description ?? t('dropNote')}</Text>
        {error !== undefined && (
          <Text size="sm" c="var(--mantine-color-error)">
            {error}
          </Text>
        )}
        {typeof value === 'string' ? (
          <GivenFile id={value} name={name} disabled={disabled} onRemove={() => onChange(null)} />
        ) : (
          <Taking label={t('drop')} disabled={disabled} onFile={take} />
        )}
      </Stack>
    </Fieldset>
  );
}
