import { Table, Text } from '@mantine/core';
import { RecordLink } from '../records/RecordLink';
import type { Viewer } from '../session/session';
import { useWords } from '../words/words';
import { Section } from './Section';
import { ACCOUNT } from './words';

/** What one may act as, where and for how long. */
export function Roles({ grants }: { readonly grants: Viewer['grants'] }) {
  const t = useWords(ACCOUNT);
  if (grants.length === 0) {
    return (
      <Section title={t('roles')}>
        <Text size="sm">{t('noRoles')}</Text>
      </Section>
    );
  }
  return (
    <Section title={t('roles')}>
      <Table.ScrollContainer minWidth={300}>
        <Table verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('role')}</Table.Th>
              <Table.Th>{t('unit')}</Table.Th>
              <Table.Th visibleFrom="sm">{t('since')}</Table.Th>
              <Table.Th>{t('until')}</Table.Th>
              <Table.Th visibleFrom="sm">{t('basis')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {grants.map((grant) => (
              <Table.Tr key={`${grant.role} ${grant.unitId} ${grant.since}`}>
                <Table.Td>{grant.roleName}</Table.Td>
                <Table.Td>
                  <RecordLink id={grant.unitId}>{grant.unitName}</RecordLink>
                </Table.Td>
                <Table.Td visibleFrom="sm">{grant.since}</Table.Td>
                <Table.Td>{grant.until ?? t('open')}</Table.Td>
                <Table.Td visibleFrom="sm">{grant.basis}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Section>
  );
}
