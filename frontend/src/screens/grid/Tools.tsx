import { Badge, Button, Group, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { redone, undone } from '../../grid/edits';
import { useWords } from '../../words/words';
import classes from './edit.module.css';
import type { Change } from './rows';
import type { Writing } from './useWriting';
import { EDIT_GRID } from './words';

interface ToolsProps {
  readonly writing: Writing;
  readonly changes: readonly Change[];
  readonly count: number;
  readonly children: ReactNode;
}

/** How much is written, and what can be done with it. */
export function Tools({ writing, changes, count, children }: ToolsProps) {
  const t = useWords(EDIT_GRID);
  const { edits, setEdits, progress } = writing;
  const ready = changes.filter(({ wrong, waiting }) => wrong === 0 && waiting === 0);
  const sum = (part: 'wrong' | 'waiting') => changes.reduce((total, change) => total + change[part], 0);
  const save = () => {
    if (ready.length > 0 && progress === undefined) void writing.save(ready);
  };
  useHotkeys([['mod+S', save], ['mod+Enter', save]], []);
  return (
    <Group justify="space-between" gap="xs" className={classes.tools}>
      <Group gap="xs">
        <Text size="sm" c="dimmed">
          {t('rows', { count })}
        </Text>
        {changes.length > 0 && <Badge variant="default">{t('changed', { count: changes.length })}</Badge>}
        {sum('wrong') > 0 && (
          <Text size="sm" c="light-dark(var(--mantine-color-red-9), var(--mantine-color-red-4))">
            {t('wrong', { count: sum('wrong') })}
          </Text>
        )}
        {sum('waiting') > 0 && (
          <Text size="sm" c="dimmed" role="status">
            {t('waiting')}
          </Text>
        )}
      </Group>
      <Group gap="xs">
        {children}
        <Button size="xs" variant="default" disabled={edits.past.length === 0} onClick={() => setEdits(undone)}>
          {t('undo')}
        </Button>
        <Button size="xs" variant="default" disabled={edits.future.length === 0} onClick={() => setEdits(redone)}>
          {t('redo')}
        </Button>
        <Button size="xs" variant="default" disabled={edits.now.size === 0} onClick={writing.discard}>
          {t('discard')}
        </Button>
        <Button size="xs" disabled={ready.length === 0} loading={progress !== undefined} onClick={save} aria-keyshortcuts="Control+S">
          {progress === undefined ? t('save', { count: ready.length }) : t('saving', { ...progress })}
        </Button>
      </Group>
    </Group>
  );
}
