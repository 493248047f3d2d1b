import { Alert, Button } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import type { Kind } from '../../catalogue/catalogue';
import { useCatalogue } from '../../catalogue/context';
import type { Row } from '../../documents/documents';
import { titleOf } from '../../documents/values';
import { Grid } from '../../grid/Grid';
import { useEdits } from '../../grid/useEdits';
import { Trouble } from '../../shell/Trouble';
import { useLabel, useWords } from '../../words/words';
import { DraftOffer } from '../form/DraftOffer';
import { LeaveQuestion } from '../form/LeaveQuestion';
import { Exchange } from './Exchange';
import type { Plan } from './plan';
import { changesOf, linesOf } from './rows';
import { type Content, gridColumns, sheetOf } from './sheet';
import { Tools } from './Tools';
import { useCells } from './useCells';
import { useDrafted } from './useDrafted';
import { useFinding } from './useFinding';
import { useKnown } from './useKnown';
import { useLookedUp } from './useLookedUp';
import { useWriting } from './useWriting';
import { EDIT_GRID } from './words';

interface EditGridProps {
  readonly kind: Kind;
  readonly plan: Plan;
  readonly records: readonly Row[];
  readonly put: (record: Row) => void;
  readonly more: (() => void) | undefined;
}

/** The cells of many records, what was written into them, and the way of that to the server. */
export function EditGrid({ kind, plan, records, put, more }: EditGridProps) {
  const t = useWords(EDIT_GRID);
  const label = useLabel();
  const { known, learn, lookUp } = useKnown(plan, records);
  const writing = useWriting(kind, plan, known, put);
  const { edits, setEdits, remarks } = writing;
  const drafted = useDrafted(kind, plan, edits, setEdits);
  const { columns } = plan;
  const [told, setTold] = useState<string>();
  const lines = useMemo(() => linesOf(records, edits.now, plan.create !== undefined), [records, edits, plan]);
  const content: Content = useMemo(() => ({ lines, columns, edits: edits.now, remarks, known }), [lines, columns, edits, remarks, known]);
  const changes = useMemo(() => changesOf(lines, columns, edits.now, known), [lines, columns, edits, known]);
  const finding = useFinding(kind, plan, learn);
  useLookedUp(content, lookUp);
  // How wide columns are stays as it is while one writes.
  const measured = useMemo(() => gridColumns(content, label), [records, columns, known]);
  const shownColumns = useMemo(() => measured.map((column) => finding.withChoices(column)), [measured, finding]);
  const called = useCalled(kind, content);
  const sheet = useMemo(
    () => sheetOf(content, shownColumns, (wrong) => t(wrong), called),
    [content, shownColumns, t, called],
  );

  const handlers = useEdits({ sheet, ...useCells(content) }, setEdits);
  const withTyping = useMemo(() => ({ ...handlers, typing: finding.typing }), [handlers, finding.typing]);

  return (
    <>
      {drafted.found && <DraftOffer draft={drafted.found} onGoOn={drafted.goOn} onDiscard={drafted.discard} />}
      {writing.error && <Trouble error={writing.error} />}
      <Tools writing={writing} changes={changes} count={records.length}>
        <Exchange kind={kind} content={content} onBack={writing.bringBack} onTold={setTold} />
      </Tools>
      {told !== undefined && (
        <Alert color="blue" role="status" py="xs" withCloseButton closeButtonLabel={t('close')} onClose={() => setTold(undefined)}>
          {told}
        </Alert>
      )}
      {writing.outcome !== undefined && (
        <Alert color={writing.outcome.failed > 0 ? 'red' : 'green'} role="status" py="xs">
          {writing.outcome.saved > 0 && t('saved', { count: writing.outcome.saved })}{' '}
          {writing.outcome.failed > 0 && t('failed', { count: writing.outcome.failed })}
        </Alert>
      )}
      <Grid sheet={sheet} handlers={withTyping} label={t('title', { kind: label(kind.labelPlural) })} />
      {more && (
        <Button variant="default" size="xs" onClick={more}>
          {t('more')}
        </Button>
      )}
      <LeaveQuestion guard={drafted.guard} onDiscard={drafted.discard} />
    </>
  );
}

/** What each row is called: its record's title, or its number among the new ones. */
function useCalled(kind: Kind, { lines }: Content): (row: number) => string {
  const t = useWords(EDIT_GRID);
  const catalogue = useCatalogue();
  return useCallback(
    (row) => {
      const line = lines[row];
      if (line === undefined) return '';
      const isNew = line.record === undefined;
      return isNew ? t('newRow', { number: Number(line.key.split(':')[1]) + 1 }) : titleOf(catalogue, kind, line.record);
    },
    [lines, t, catalogue, kind],
  );
}
