import { Anchor, Card, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useCatalogue } from '../catalogue/context';
import { SHELL } from '../shell/words';
import { useLabel, useWords } from '../words/words';

/** Every kind of record that one may list, by area. */
export function Registers() {
  const t = useWords(SHELL);
  const label = useLabel();
  const catalogue = useCatalogue();
  return (
    <Stack p="md" gap="lg">
      <Title order={1} size="h3">
        {t('registers')}
      </Title>
      {catalogue.areas.map((area) => {
        const kinds = catalogue.listed.filter((kind) => kind.area === area.name);
        if (kinds.length === 0) return null;
        return (
          <section key={area.name}>
            <Title order={2} size="h5" mb="xs">
              {label(area.label)}
            </Title>
            <SimpleGrid cols={{ base: 1, xs: 2, md: 3, lg: 4 }} spacing="xs">
              {kinds.map((kind) => (
                <Card key={kind.name} withBorder padding="xs">
                  <Anchor component={Link} to={`/registers/${kind.name}`} fw={600} size="sm">
                    {label(kind.labelPlural)}
                  </Anchor>
                  <Text size="xs" c="dimmed" lineClamp={2}>
                    {kind.description}
                  </Text>
                </Card>
              ))}
            </SimpleGrid>
          </section>
        );
      })}
    </Stack>
  );
}
