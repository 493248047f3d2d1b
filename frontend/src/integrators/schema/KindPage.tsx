import { Code, Group, Mark, Stack, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { Field, Kind } from '../../catalogue/catalogue';
import { useLabel, useWords } from '../../words/words';
import classes from '../integrators.module.css';
import { INTEGRATORS } from '../words';
import { Codes } from './Codes';
import { FieldRemarks } from './FieldRemarks';

/** A kind as the API has it: what one asks it by, its fields, verbs and lists. */
export function KindPage({ kind, sought }: { readonly kind: Kind; readonly sought: string }) {
  const t = useWords(INTEGRATORS);
  const label = useLabel();
  const [codes, setCodes] = useState<Field>();
  return (
    <Stack gap="md">
      <div>
        <Title order={2} size="h4">
          {label(kind.label)} <Code>{kind.name}</Code>
        </Title>
        <Text size="sm" c="dimmed">
          {kind.label.zh} · {kind.label.en}
        </Text>
        <Text size="sm" mt="xs" className={classes.description ?? ''}>
          {kind.description}
        </Text>
        <Group gap="lg" mt="xs">
          {kind.singular != null && (
            <Text size="sm">
              {t('one')} <Code>{kind.singular}(id)</Code>
            </Text>
          )}
          {kind.plural != null && (
            <Text size="sm">
              {t('many')} <Code>{kind.plural}</Code> <Code>{kind.plural}Summary</Code>
            </Text>
          )}
        </Group>
      </div>
      <Table.ScrollContainer minWidth={640}>
        <Table verticalSpacing={4} aria-label={t('fields')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('apiName')}</Table.Th>
              <Table.Th>{t('chinese')}</Table.Th>
              <Table.Th>{t('english')}</Table.Th>
              <Table.Th>{t('type')}</Table.Th>
              <Table.Th>{t('remarks')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {kind.fields.map((field) => (
              <Table.Tr key={field.name}>
                <Table.Th scope="row" className={classes.mono ?? ''}>
                  <Found text={field.name} sought={sought} />
                </Table.Th>
                <Table.Td className={classes.word ?? ''}>
                  <Found text={field.label.zh} sought={sought} />
                </Table.Td>
                <Table.Td>
                  <Found text={field.label.en} sought={sought} />
                </Table.Td>
                <Table.Td>{field.type}</Table.Td>
                <Table.Td>
                  <FieldRemarks field={field} onCodes={() => setCodes(field)} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Verbs kind={kind} />
      <Lists kind={kind} />
      {codes?.codeTable != null && <Codes table={codes.codeTable} source={codes.source} onClose={() => setCodes(undefined)} />}
    </Stack>
  );
}

/** A text with what was sought in it set off. */
function Found({ text, sought }: { readonly text: string; readonly sought: string }) {
  const wanted = sought.trim();
  const at = wanted === '' ? -1 : text.toLowerCase().indexOf(wanted.toLowerCase());
  if (at < 0) return text;
  return (
    <>
      {text.slice(0, at)}
      <Mark>{text.slice(at, at + wanted.length)}</Mark>
      {text.slice(at + wanted.length)}
    </>
  );
}

function Verbs({ kind }: { readonly kind: Kind }) {
  const t = useWords(INTEGRATORS);
  const label = useLabel();
  if (kind.actions.length === 0) return null;
  return (
    <Table.ScrollContainer minWidth={640}>
      <Table verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('verbs')}</Table.Th>
            <Table.Th>{t('label')}</Table.Th>
            <Table.Th>{t('input')}</Table.Th>
            <Table.Th>{t('remarks')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {kind.actions.map((action) => (
            <Table.Tr key={action.name}>
              <Table.Th scope="row" className={classes.mono ?? ''}>
                {action.name}
              </Table.Th>
              <Table.Td>{label(action.label)}</Table.Td>
              <Table.Td>
                <Code>{action.input}</Code>
              </Table.Td>
              <Table.Td>{action.arguments.map((each) => `${each.name}${each.required ? '!' : ''}`).join(', ')}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Lists({ kind }: { readonly kind: Kind }) {
  const t = useWords(INTEGRATORS);
  const label = useLabel();
  if (kind.lists.length === 0) return null;
  return (
    <Text size="sm">
      {t('lists')}:{' '}
      {kind.lists.map((list) => (
        <span key={list.name}>
          <Code>{list.name}</Code> {label(list.label)}{' '}
        </span>
      ))}
    </Text>
  );
}
