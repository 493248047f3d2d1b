import { Group, Text } from '@mantine/core';
import { useWords } from '../words/words';
import { CHARTS } from '../charts/words';
import classes from './map.module.css';
import { SHADES } from './measures';

interface Props {
  readonly values: readonly (number | null)[];
  readonly shades: readonly (number | null)[];
}

/** Which shade stands for which numbers. */
export function Legend({ values, shades }: Props) {
  const t = useWords(CHARTS);
  const ranges = Array.from({ length: SHADES }, (_, shade) => {
    const held = values.filter((value, index): value is number => shades[index] === shade && value !== null);
    return held.length === 0 ? undefined : ([shade, Math.min(...held), Math.max(...held)] as const);
  }).filter((range) => range !== undefined);
  return (
    <Group gap="sm">
      {ranges.map(([shade, least, most]) => (
        <Group key={shade} gap={4}>
          <span className={classes.swatch} data-shade={shade} aria-hidden />
          <Text size="xs">{least === most ? least : `${least} – ${most}`}</Text>
        </Group>
      ))}
      {values.includes(null) && (
        <Text size="xs" c="dimmed">
          ▨ {t('hidden')}
        </Text>
      )}
    </Group>
  );
}
