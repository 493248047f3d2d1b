import type { ComboboxItem, OptionsFilter } from '@mantine/core';

/** Codes whose words hold what was typed, or that begin with it; an exact code comes first. */
export const byCodeOrWords: OptionsFilter = ({ options, search, limit }) => {
  const sought = search.trim().toLowerCase();
  const isMet = ({ value, label }: ComboboxItem) =>
    label.toLowerCase().includes(sought) || value.toLowerCase().startsWith(sought);
  const found = (options as ComboboxItem[]).filter(isMet);
  const isExact = ({ value }: ComboboxItem) => (value.toLowerCase() === sought ? 0 : 1);
  return found.sort((a, b) => isExact(a) - isExact(b)).slice(0, limit);
};
