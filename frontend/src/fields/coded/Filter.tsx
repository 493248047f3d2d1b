import { Stack } from '@mantine/core';
import { useState } from 'react';
import type { FilterProps } from '../field';
import { FilterChecks } from '../FilterChecks';
import { condition, emptiness, ofEmptiness, operatorsOf, severalOf, wayOf } from '../filtered';
import { FilterWays } from '../FilterWays';
import { type EveryCode, useEveryCode } from './useEveryCode';

/** So many are seen at once; from more than a few one finds by typing. */
const SHOWN = 100;
const FEW = 8;

/** Some codes of the field's table. */
export default function CodedFilter({ field, label, value, onChange }: FilterProps) {
  const operators = operatorsOf(value);
  const codes = useEveryCode(field.codeTable);
  const [asked, setAsked] = useState('in');
  const [typed, setTyped] = useState('');
  const way = wayOf(operators, ['in']) ?? asked;
  const found = (codes ?? []).filter((code) => isFound(code, typed));
  const ask = (next: string) => {
    setAsked(next);
    onChange(ofEmptiness(next));
  };
  return (
    <Stack gap="xs">
      <FilterWays label={label} ways={['in', ...emptiness(field)]} way={way} onChange={ask} />
      {way === 'in' && (
        <FilterChecks
          label={label}
          options={found.slice(0, SHOWN).map(({ code, label: words }) => ({ value: code, label: `${code} ${words}` }))}
          chosen={severalOf(operators)}
          onChange={(chosen) => onChange(condition({ in: chosen }))}
          typed={(codes?.length ?? 0) > FEW ? typed : undefined}
          onType={setTyped}
          isCut={found.length > SHOWN}
          isEmpty={codes !== undefined && found.length === 0}
        />
      )}
    </Stack>
  );
}

function isFound({ code, english, chinese }: EveryCode, typed: string): boolean {
  const sought = typed.trim().toLowerCase();
  return code.toLowerCase().startsWith(sought) || english.toLowerCase().includes(sought) || chinese.includes(sought);
}
