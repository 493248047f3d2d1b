import { VisuallyHidden } from '@mantine/core';
import { useMemo } from 'react';
import { QueueScreen } from '../desks/QueueScreen';
import { casesRoute } from '../router';
import { useLabel } from '../words/words';
import classes from './cases.module.css';
import { today } from './due';
import { Narrow } from './Narrow';
import { toDecide } from './queue';
import { useToDecide } from './useToDecide';

/** What waits for a decision of mine, whatever my desks are. */
export function CasesScreen() {
  const label = useLabel();
  const all = useToDecide();
  const { procedure, overdue } = casesRoute.useSearch();
  const queue = useMemo(
    () => ({
      ...all,
      filter: {
        ...all.filter,
        ...(procedure === undefined ? {} : { procedure: { eq: procedure } }),
        ...(overdue === true ? { due: { lt: today() } } : {}),
      },
    }),
    [all, procedure, overdue],
  );
  return (
    <div className={classes.screen}>
      <VisuallyHidden component="h1">{label(toDecide.label)}</VisuallyHidden>
      <Narrow filter={all.filter} />
      <QueueScreen key={JSON.stringify(queue.filter)} queue={queue} />
    </div>
  );
}
