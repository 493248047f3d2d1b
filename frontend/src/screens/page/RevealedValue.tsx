import { Button, Group, Text } from '@mantine/core';
import { useInterval } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import fields from '../../fields/fields.module.css';
import { useWords } from '../../words/words';
import { PAGE } from './words';

const SHOWN = 60;

/** A value in the clear, for a minute. */
export function RevealedValue({ value, onHide }: { readonly value: string; readonly onHide: () => void }) {
  const t = useWords(PAGE);
  const [left, setLeft] = useState(SHOWN);
  useInterval(() => setLeft((now) => now - 1), 1000, { autoInvoke: true });
  useEffect(() => {
    if (left <= 0) onHide();
  }, [left, onHide]);
  return (
    <Group gap="xs" className="no-print">
      <Text span size="sm" fw={600} className={fields.identifier ?? ''} role="status">
        {value}
      </Text>
      <Text span size="xs" c="dimmed">
        {t('hidesIn', { seconds: left })}
      </Text>
      <Button variant="subtle" size="compact-xs" onClick={onHide}>
        {t('hide')}
      </Button>
    </Group>
  );
}
