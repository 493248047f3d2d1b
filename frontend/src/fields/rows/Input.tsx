import { Button, CloseButton, Group, Input, Stack } from '@mantine/core';
import { useState } from 'react';
import { useLabel, useWords } from '../../words/words';
import type { InputProps } from '../field';
import { told } from '../input';
import { fieldType } from '../types';
import { FIELDS } from '../words';

type Row = Readonly<Record<string, unknown>>;

/** A list of rows of one column, such as units: one below the other, as many as are wanted. */
export default function RowsInput(props: InputProps) {
  const { field, value, onChange, label, disabled = false } = props;
  const t = useWords(FIELDS);
  const words = useLabel();
  // Rows that are still empty are known here alone.
  const [rows, setRows] = useState<readonly Row[]>(() => (Array.isArray(value) ? (value as Row[]) : []));
  const [column] = field.rows ?? [];
  if (column === undefined) return null;
  const { Input: Cell } = fieldType(column.type);
  const change = (next: readonly Row[]) => {
    setRows(next);
    const filled = next.filter((row) => row[column.name] != null);
    onChange(filled.length === 0 ? null : filled);
  };
  return (
    <Input.Wrapper {...told(props)} labelElement="div">
      <Stack gap={6} mt={4} role="group" aria-label={label}>
        {rows.map((row, place) => {
          const name = `${words(column.label)} ${place + 1}`;
          return (
            <Group key={place} gap={6} wrap="nowrap" align="end">
              <div style={{ flex: 1 }}>
                <Cell
                  field={{ ...column, required: false }}
                  label={name}
                  value={row[column.name] ?? null}
                  onChange={(cell) => change(rows.map((each, at) => (at === place ? { ...each, [column.name]: cell } : each)))}
                  disabled={disabled}
                  autoFocus={row[column.name] == null}
                />
              </div>
              <CloseButton
                size="lg"
                aria-label={t('removeRow', { what: name })}
                disabled={disabled}
                onClick={() => change(rows.filter((_row, at) => at !== place))}
              />
            </Group>
          );
        })}
        <Button variant="default" size="xs" style={{ alignSelf: 'start' }} disabled={disabled} onClick={() => change([...rows, {}])}>
          {t('addRow')}
        </Button>
      </Stack>
    </Input.Wrapper>
  );
}
