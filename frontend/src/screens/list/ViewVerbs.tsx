import { Button, Group, Menu, Modal, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { MenuBelow } from '../../shell/Dropdowns';
import type { Opened } from '../../shell/useOpener';
import { useWords } from '../../words/words';
import type { ListSearch } from './search';
import type { View, Views } from './views';
import { LIST } from './words';

interface Props {
  readonly views: Views;
  readonly current: View | undefined;
  readonly isChanged: boolean;
  readonly given: ListSearch;
}

/** What can be done with the list as it is now: kept under a name, sent to somebody. */
export function ViewVerbs({ views, current, isChanged, given, ...opened }: Props & Opened) {
  const t = useWords(LIST);
  const navigate = useNavigate({ from: '/registers/$kind' });
  const [asked, setAsked] = useState<'new' | 'rename'>();
  const go = (search: ListSearch) => void navigate({ search, replace: true });
  const { view: _, ...bare } = given;
  const name = (chosen: string) => {
    if (asked === 'rename' && current !== undefined) views.rename(current.name, chosen);
    else views.keep({ name: chosen, search: bare });
    setAsked(undefined);
    go({ ...bare, view: chosen });
  };
  return (
    <>
      <MenuBelow opened={opened} position="bottom-start">
        {current !== undefined && isChanged && (
          <Menu.Item onClick={() => views.keep({ name: current.name, search: bare })}>
            {t('updateView', { name: current.name })}
          </Menu.Item>
        )}
        <Menu.Item onClick={() => setAsked('new')}>{t('saveViewAs')}</Menu.Item>
        {current !== undefined && <Menu.Item onClick={() => setAsked('rename')}>{t('renameView')}</Menu.Item>}
        {current !== undefined && (
          <Menu.Item
            color="red"
            onClick={() => {
              views.remove(current.name);
              go(bare);
            }}
          >
            {t('removeView')}
          </Menu.Item>
        )}
        {navigator.clipboard !== undefined && (
          <Menu.Item onClick={() => void navigator.clipboard.writeText(location.href)}>{t('copyLink')}</Menu.Item>
        )}
      </MenuBelow>
      {asked !== undefined && (
        <NameModal
          first={asked === 'rename' ? (current?.name ?? '') : ''}
          onName={name}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}

interface NameProps {
  readonly first: string;
  readonly onName: (name: string) => void;
  readonly onClose: () => void;
}

function NameModal({ first, onName, onClose }: NameProps) {
  const t = useWords(LIST);
  const [name, setName] = useState(first);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') onName(name.trim());
  };
  return (
    <Modal opened onClose={onClose} title={t('saveView')} closeButtonProps={{ 'aria-label': t('close') }}>
      <form onSubmit={submit}>
        <TextInput
          label={t('viewName')}
          value={name}
          maxLength={60}
          onChange={(event) => setName(event.currentTarget.value)}
          data-autofocus
          required
        />
        <Group justify="flex-end" mt="md" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit">{t('save')}</Button>
        </Group>
      </form>
    </Modal>
  );
}
