import { Button, Menu } from '@mantine/core';
import type { List } from '../../catalogue/catalogue';
import { useLabel, useWords } from '../../words/words';
import { PAGE } from './words';

interface Props {
  readonly lists: readonly List[];
  readonly onOpen: (name: string) => void;
}

/** The lists of a record with nothing in them, to open all the same: something may be added there. */
export function EmptyLists({ lists, onOpen }: Props) {
  const t = useWords(PAGE);
  const label = useLabel();
  if (lists.length === 0) return null;
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button variant="subtle" color="gray" size="sm" c="dimmed" fw={400}>
          {t('emptyLists', { count: lists.length })}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah="60vh" style={{ overflowY: 'auto' }}>
        {lists.map((list) => (
          <Menu.Item key={list.name} onClick={() => onOpen(list.name)}>
            {label(list.label)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
