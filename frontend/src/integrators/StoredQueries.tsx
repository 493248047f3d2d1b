import { Alert, Anchor, Button, Code, Group, Loader, Stack, Table, Text, Title } from '@mantine/core';
import { useLabel, useWords } from '../words/words';
import { CodeBlock } from './CodeBlock';
import classes from './integrators.module.css';
import { addressOf, type StoredQuery } from './openapi';
import { useStoredQueries } from './useStoredQueries';
import { INTEGRATORS } from './words';

/** The queries that are stored under names, at their addresses. */
export function StoredQueries() {
  const t = useWords(INTEGRATORS);
  const { asked, again } = useStoredQueries();
  if (asked === 'asking') return <Loader type="dots" aria-label={t('asking')} />;
  if (asked === 'failed') {
    return (
      <Alert color="red" role="alert">
        <Group>
          {t('failed')}
          <Button size="xs" variant="default" onClick={again}>
            {t('retry')}
          </Button>
        </Group>
      </Alert>
    );
  }
  return (
    <Stack gap="xl">
      <Stack gap={4}>
        <Text size="sm" maw="60rem">
          {t('documentsText')}
        </Text>
        <Group>
          <Anchor href="/q/docs" size="sm">
            {t('form')}
          </Anchor>
          <Anchor href="/q/openapi.json" size="sm">
            {t('forPrograms')}
          </Anchor>
        </Group>
      </Stack>
      {asked.queries.map((query) => (
        <Stored key={query.name} query={query} />
      ))}
    </Stack>
  );
}

function Stored({ query }: { readonly query: StoredQuery }) {
  const t = useWords(INTEGRATORS);
  const label = useLabel();
  const isOpenable = query.parameters.every(({ isRequired }) => !isRequired);
  return (
    <Stack gap="xs" component="section" aria-label={query.name}>
      <Title order={2} size="h5" className={classes.mono ?? ''}>
        {query.name}
      </Title>
      <Text size="sm">{label(query.description)}</Text>
      {query.parameters.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('noParameters')}
        </Text>
      ) : (
        <Table maw="60rem" verticalSpacing={2} aria-label={t('parameters')}>
          <Table.Tbody>
            {query.parameters.map((each) => (
              <Table.Tr key={each.name}>
                <Table.Th scope="row" className={classes.mono ?? ''} w="12rem">
                  {each.name}
                </Table.Th>
                <Table.Td className={classes.mono ?? ''} w="8rem">
                  {each.type}
                </Table.Td>
                <Table.Td>
                  {each.description} {each.isRequired && <Text span fw={600} size="sm">{t('required')}</Text>}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Group gap="xs">
        {isOpenable
          ? query.formats.map((format) => (
              <Anchor key={format} href={addressOf(query, format)} size="sm" aria-label={`${t('open')} ${query.name}.${format}`}>
                {format}
              </Anchor>
            ))
          : (
              <Anchor href={`/q/docs#${query.name}`} size="sm">
                {t('open')}
              </Anchor>
            )}
        <Code>{query.documentId}</Code>
      </Group>
      <CodeBlock
        text={`curl -H "Authorization: Bearer $TOKEN" '${location.origin}${addressOf(query, query.formats[0] ?? 'json')}'`}
        label={t('asCommand')}
      />
    </Stack>
  );
}
