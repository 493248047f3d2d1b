import { ActionIcon, Group, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useStore } from '../../api/useStore';
import { useWords } from '../../words/words';
import { rowsPassed } from './rowsPassed';
import { PAGE } from './words';

/** The ways to the records before and after this one in the list that one came from. */
export function Neighbours({ id }: { readonly id: string }) {
  const t = useWords(PAGE);
  const navigate = useNavigate();
  const neighbours = useStore(rowsPassed);
  const at = neighbours.indexOf(id);
  const go = (to: string | undefined) => {
    if (to === undefined) return;
    void navigate({ to: '/records/$id', params: { id: to }, search: (now: object) => now, replace: true } as never);
  };
  const [previous, next] = at < 0 ? [] : [neighbours[at - 1], neighbours[at + 1]];
  useHotkeys([
    ['[', () => go(previous)],
    [']', () => go(next)],
  ]);
  if (at < 0) return null;
  return (
    <Group gap={4} wrap="nowrap">
      <ActionIcon variant="default" disabled={previous === undefined} onClick={() => go(previous)} aria-label={t('previous')} title={t('previous')}>
        ‹
      </ActionIcon>
      <Text size="xs" c="dimmed">
        {t('position', { at: at + 1, all: neighbours.length })}
      </Text>
      <ActionIcon variant="default" disabled={next === undefined} onClick={() => go(next)} aria-label={t('next')} title={t('next')}>
        ›
      </ActionIcon>
    </Group>
  );
}
