import { Button, Group, Menu, Modal, Text, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { MenuBelow } from '../../shell/Dropdowns';
import type { Opened } from '../../shell/useOpener';
import { useWords } from '../../words/words';
import type { ListSearch } from './search';
import type { Problem, Views } from './useViews';
import type { View } from './views';
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
  const [failed, setFailed] = useState<Problem>();
  const go = (search: ListSearch) => void navigate({ search, replace: true });
  const { view: _, ...bare } = given;
  const name = async (chosen: string) => {
    const isRenamed = asked === 'rename' && current !== undefined;
    const problem = await (isRenamed ? views.rename(current, chosen) : views.keep({ name: chosen, search: bare }));
    if (problem !== undefined) return problem;
    setAsked(undefined);
    go({ ...bare, view: chosen });
    return undefined;
  };
  const update = async (view: View) => setFailed(await views.keep({ ...view, search: bare }));
  const remove = async (view: View) => {
    const problem = await views.remove(view);
    setFailed(problem);
    if (problem === undefined) go(bare);
  };
  return (
    <>
      <MenuBelow opened={opened} position="bottom-start">
        {current !== undefined && isChanged && (
          <Menu.Item onClick={() => void update(current)}>
            {t('updateView', { name: current.name })}
          </Menu.Item>
        )}
        <Menu.Item onClick={() => setAsked('new')}>{t('saveViewAs')}</Menu.Item>
        {current !== undefined && <Menu.Item onClick={() => setAsked('rename')}>{t('renameView')}</Menu.Item>}
        {current !== undefined && (
          <Menu.Item color="red" onClick={() => void remove(current)}>
            {t('removeView')}
          </Menu.Item>
        )}
        {navigator.clipboard !== undefined && (
          <Menu.Item onClick={() => void navigator.clipboard.writeText(location.href)}>{t('copyLink')}</Menu.Item>
        )}
      </MenuBelow>
      {failed !== undefined && (
        <Text size="sm" c="red" role="alert">
          {t('viewFailed', { why: failed })}
        </Text>
      )}
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
  readonly onName: (name: string) => Promise<Problem>;
  readonly onClose: () => void;
}

function NameModal({ first, onName, onClose }: NameProps) {
  const t = useWords(LIST);
  const [name, setName] = useState(first);
  const [failed, setFailed] = useState<Problem>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') setFailed(await onName(name.trim()));
  };
  return (
    <Modal opened onClose={onClose} title={t('saveView')} closeButtonProps={{ 'aria-label': t('close') }}>
      <form onSubmit={(event) => void submit(event)}>
        <TextInput
          label={t('viewName')}
          value={name}
          maxLength={60}
          onChange={(event) => setName(event.currentTarget.value)}
          error={failed !== undefined && t('viewFailed', { why: failed })}
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
