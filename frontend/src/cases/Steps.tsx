import { Text } from '@mantine/core';
import { useStateWords } from '../desks/parts/useFieldWords';
import type { CaseQueueQuery } from '../gql/graphql';
import { useLocale } from '../words/useLocale';
import { useLabel, useWords } from '../words/words';
import classes from './cases.module.css';
import { isOver } from './due';
import { told } from './turn';
import { CASES } from './words';

export type Step = CaseQueueQuery['queue']['nodes'][number]['steps']['nodes'][number];
type Opinion = Step['opinions']['nodes'][number];

/** The turns of a case one after the other: at whom it was, until when, and what was said. */
export function Steps({ steps }: { readonly steps: readonly Step[] }) {
  const label = useLabel();
  const state = useStateWords('CaseStep', 'state');
  const t = useWords(CASES);
  return (
    <ol className={classes.steps}>
      {told(steps).map((step) => (
        <li key={step.id} className={classes.step} data-state={step.state} aria-current={step.state === 'WAITING' ? 'step' : undefined}>
          <Text size="sm" fw={600} component="p">
            {label({ en: step.englishName, zh: step.chineseName })} · {state(step.state)}
          </Text>
          <Text size="xs" component="p" className={classes.quiet ?? ''}>
            {step.unitName}
          </Text>
          <Clock step={step} />
          <Opinions step={step} />
          {step.recusals.nodes.map((each) => (
            <Said
              key={each.id}
              opinion={`${t(each.passedTo == null ? 'stoodAside' : 'passedOn', { to: each.passedTo ?? '' })} ${each.reason}`}
              by={each.saidBy}
              at={each.saidAt}
            />
          ))}
        </li>
      ))}
    </ol>
  );
}

/** When it came and until when it is to be done, and what the time has to do with it. */
function Clock({ step }: { readonly step: Step }) {
  const t = useWords(CASES);
  const pause = useStateWords('CaseStep', 'pauseSort');
  const isLate = step.state === 'WAITING' ? isOver(step.due) : step.isLate === true;
  const parts = [
    step.cameOn != null && t('came', { on: step.cameOn }),
    step.due != null && step.state === 'WAITING' && t('due', { on: step.due }),
    step.pausedDays > 0 && t('pausedDays', { count: step.pausedDays }),
    step.delegatedTo != null && t('delegated', { to: step.delegatedTo }),
    step.escalatedName != null && t('escalated', { to: step.escalatedName, on: step.escalatedOn ?? '' }),
    step.documentNumber != null && t('document', { number: step.documentNumber, on: step.documentDate ?? '' }),
    step.publicFrom != null && t('public', { from: step.publicFrom, until: step.publicUntil ?? '' }),
  ].filter((part) => part !== false);
  return (
    <>
      {(parts.length > 0 || isLate) && (
        <Text size="xs" component="p" className={classes.quiet ?? ''}>
          {parts.join(' · ')} {isLate && <span className={classes.pressing}>{t('late')}</span>}
        </Text>
      )}
      {step.pausedOn != null && (
        <Text size="xs" component="p">
          {t('paused', { on: step.pausedOn, why: [pause(step.pauseSort), step.pauseReason].filter(Boolean).join(' · ') })}
        </Text>
      )}
    </>
  );
}

/** What each said at a step; one that was sent back says so itself. */
function Opinions({ step }: { readonly step: Step }) {
  const opinions = step.opinions.nodes;
  if (step.state === 'RETURNED' && step.decidedBy != null) {
    return <Said opinion={step.opinion} by={step.decidedBy} at={step.decidedAt} />;
  }
  return opinions.map((each) => <Said key={each.id} decision={each.decision} opinion={each.opinion} by={each.saidBy} at={each.saidAt} />);
}

interface SaidProps {
  readonly decision?: Opinion['decision'];
  readonly opinion: string | null | undefined;
  readonly by: string;
  readonly at: string | null | undefined;
}

function Said({ decision, opinion, by, at }: SaidProps) {
  const t = useWords(CASES);
  const words = useStateWords('CaseOpinion', 'decision');
  const moment = new Intl.DateTimeFormat(useLocale(), { dateStyle: 'medium', timeStyle: 'short' });
  const what = [decision === undefined ? undefined : words(decision), opinion].filter(Boolean).join('：');
  return (
    <>
      {what !== '' && <p className={classes.said}>{what}</p>}
      <Text size="xs" component="p" className={classes.quiet ?? ''}>
        {t('by', { by, at: at == null ? '' : moment.format(new Date(at)) })}
      </Text>
    </>
  );
}
