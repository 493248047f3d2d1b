import { Paper, SimpleGrid, Text } from '@mantine/core';
import { Value } from '../../charts/Numbers';

/** A few numbers that matter, large; a dash where one is not known. */
export function Tiles({ tiles }: { readonly tiles: readonly (readonly [label: string, value: number | null])[] }) {
  return (
    <SimpleGrid cols={{ base: 2, xs: 3, md: Math.max(tiles.length, 3) }} spacing="xs">
      {tiles.map(([label, value]) => (
        <Paper key={label} withBorder p="xs">
          <Text size="xs" c="dimmed">
            {label}
          </Text>
          <Text size="xl" fw={700} style={{ fontVariantNumeric: 'tabular-nums' }}>
            {value === null ? '—' : <Value value={value} />}
          </Text>
        </Paper>
      ))}
    </SimpleGrid>
  );
}
