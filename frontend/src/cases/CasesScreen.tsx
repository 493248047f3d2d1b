import { VisuallyHidden } from '@mantine/core';
import { QueueScreen } from '../desks/QueueScreen';
import { useLabel } from '../words/words';
import { toDecide } from './queue';
import { useToDecide } from './useToDecide';

/** What waits for a decision of mine, whatever my desks are. */
export function CasesScreen() {
  const label = useLabel();
  const queue = useToDecide();
  return (
    <>
      <VisuallyHidden component="h1">{label(toDecide.label)}</VisuallyHidden>
      <QueueScreen queue={queue} />
    </>
  );
}
