import { Fieldset, Group, Stack, Text, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useLabel, useWords } from '../../words/words';
import type { InputProps } from '../field';
import { type Attached, attachedIn, described, forMaterial, held } from './attached';
import { GivenFile } from './GivenFile';
import { Taking } from './Taking';
import { ATTACHMENTS } from './words';

/** Files: a place for each of the materials that are wanted, and one for whatever else there is. */
export default function AttachmentsInput({ field, label, value, onChange, error, description, disabled = false }: InputProps) {
  const t = useWords(ATTACHMENTS);
  const labelled = useLabel();
  const files = attachedIn(value);
  const wanted = field.wanted ?? [];
  // Others may arrive while one is being checked.
  const latest = useRef(files);
  latest.current = files;
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});

  const add = (id: string, name: string, material: string | undefined) => {
    setNames((now) => ({ ...now, [id]: name }));
    onChange([...latest.current, material === undefined ? { file: id } : { file: id, material }]);
  };
  const remove = (id: string) => onChange(held(latest.current.filter(({ file }) => file !== id)));
  const given = (each: Attached) => (
    <GivenFile key={each.file} id={each.file} name={names[each.file]} disabled={disabled} onRemove={() => remove(each.file)} />
  );

  return (
    <Fieldset legend={label} variant="default">
      <Stack gap="sm">
        <Text size="xs">{description ?? t('dropNote')}</Text>
        {error !== undefined && (
          <Text size="sm" c="var(--mantine-color-error)">
            {error}
          </Text>
        )}
        {wanted.map(({ code, label: name, required, basis }) => (
          <Stack key={code} gap={4}>
            <Text size="sm" fw={600}>
              {labelled(name)}
              {required && (
                <Text span c="var(--mantine-color-error)" aria-hidden>
                  {' *'}
                </Text>
              )}{' '}
              <Text span size="xs" fw={400}>
                {basis}
              </Text>
            </Text>
            {forMaterial(files, code).map(given)}
            <Taking label={t('dropFor', { of: labelled(name) })} disabled={disabled} onFile={(id, file) => add(id, file, code)} />
          </Stack>
        ))}
        <Stack gap={4}>
          {wanted.length > 0 && (
            <Text size="sm" fw={600}>
              {t('other')}
            </Text>
          )}
          {forMaterial(files, undefined).map((each) => (
            <Group key={each.file} gap="xs" align="center" wrap="nowrap">
              {given(each)}
              <TextInput
                flex={1}
                size="xs"
                maxLength={200}
                aria-label={t('what')}
                placeholder={t('what')}
                value={each.description ?? ''}
                disabled={disabled}
                onChange={({ currentTarget }) => onChange(described(files, each.file, currentTarget.value))}
              />
            </Group>
          ))}
          <Taking label={t('drop')} disabled={disabled} onFile={(id, file) => add(id, file, undefined)} />
        </Stack>
      </Stack>
    </Fieldset>
  );
}
