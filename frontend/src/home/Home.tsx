import { SimpleGrid, Stack, Title } from '@mantine/core';
import { useCatalogue } from '../catalogue/context';
import { useViewer } from '../session/SessionGate';
import { useWords } from '../words/words';
import { Children } from './Children';
import { Jobs } from './Jobs';
import { Notices } from './Notices';
import { Recent } from './Recent';
import { UnitFigures } from './UnitFigures';
import { Waiting } from './Waiting';
import { HOME } from './words';
import { Year } from './Year';

/** What waits for me, what is new, where the year stands, and where I was. */
export function Home() {
  const t = useWords(HOME);
  const viewer = useViewer();
  const catalogue = useCatalogue();
  const has = (kind: string) => catalogue.kind(kind)?.plural != null;
  const isStaff = viewer.grants.length > 0;
  return (
    <Stack p="md" gap="sm">
      <Title order={1} size="h3">
        {t('hello', { name: viewer.displayName })}
      </Title>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="sm">
        {isStaff ? (
          <>
            <Waiting />
            <UnitFigures />
            <Year />
          </>
        ) : (
          has('Student') && <Children />
        )}
        {has('Notice') && <Notices />}
        <Recent />
        {isStaff && has('Job') && <Jobs />}
      </SimpleGrid>
    </Stack>
  );
}
