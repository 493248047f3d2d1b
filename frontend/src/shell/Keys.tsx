import { Kbd, Modal, Table } from '@mantine/core';
import { useWords } from '../words/words';
import { SHELL } from './words';

const KEYS = [
  ['Ctrl + K', 'keyFind'],
  ['?', 'keyHelp'],
  ['[', 'keyMenu'],
  ['↑ ↓ Enter', 'keyMove'],
  ['Ctrl + Enter', 'keySubmit'],
  ['Esc', 'keyClose'],
] as const;

/** What the keyboard does everywhere. */
export function Keys({ onClose }: { readonly onClose: () => void }) {
  const t = useWords(SHELL);
  return (
    <Modal opened onClose={onClose} title={t('keys')} closeButtonProps={{ 'aria-label': t('keyClose') }}>
      <Table>
        <Table.Tbody>
          {KEYS.map(([keys, words]) => (
            <Table.Tr key={keys}>
              <Table.Th scope="row" w="40%">
                <Kbd>{keys}</Kbd>
              </Table.Th>
              <Table.Td>{t(words)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
