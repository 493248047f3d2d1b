import { Loader, Select, Text } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../words/words';
import type { InputProps } from '../field';
import classes from '../fields.module.css';
import { shown } from '../input';
import { FIELDS } from '../words';
import { byCodeOrWords } from './matching';
import { useCodes } from './useCodes';

/** A code of a table, found by its words or typed as it is. */
export default function CodedInput(props: InputProps) {
  const { field, value, onChange } = props;
  const t = useWords(FIELDS);
  const [touched, setTouched] = useState(false);
  const held = props.held as { code: string; label: string | null } | null | undefined;
  const isKnown = value == null || held?.code === value;
  const { codes, isAsking } = useCodes(field.codeTable, touched || !isKnown);
  const options = codes.map(({ code, words }) => ({ value: code, label: words }));
  if (value != null && !codes.some(({ code }) => code === value)) {
    options.unshift({ value: String(value), label: (isKnown ? held?.label : null) ?? String(value) });
  }
  return (
    <Select
      {...shown(props)}
      data={options}
      value={value == null ? null : String(value)}
      onChange={onChange}
      onFocus={() => setTouched(true)}
      searchable
      clearable={!field.required}
      allowDeselect={false}
      openOnFocus={false}
      selectFirstOptionOnChange
      filter={byCodeOrWords}
      nothingFoundMessage={isAsking ? <Loader size="xs" type="dots" /> : t('noSuchCode')}
      renderOption={({ option }) => (
        <>
          <Text span size="sm" className={classes.option}>
            {option.label}
          </Text>
          <Text span size="xs" c="dimmed" className={classes.identifier}>
            {option.value}
          </Text>
        </>
      )}
    />
  );
}
