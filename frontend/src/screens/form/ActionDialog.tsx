import { Drawer, Skeleton, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { Action, Kind } from '../../catalogue/catalogue';
import { useCatalogue } from '../../catalogue/context';
import type { Row } from '../../documents/documents';
import { titleOf } from '../../documents/values';
import { Trouble } from '../../shell/Trouble';
import { useFocusBack } from '../../shell/useFocusBack';
import { useLanguage } from '../../words/useLanguage';
import { useLabel, useWords } from '../../words/words';
import { BatchForm } from './BatchForm';
import type { Values } from './content';
import classes from './form.module.css';
import { OneForm } from './OneForm';
import { type Guard, useGuard } from './useGuard';
import { useHidden } from './useHidden';
import { useSubject } from './useSubject';
import { FORM } from './words';

interface Props {
  readonly kind: Kind;
  readonly action: Action;
  /** The records that it acts on; none where it makes one. */
  readonly records: readonly Row[];
  /** What is known beforehand of the record that it makes. */
  readonly initial?: Values;
  readonly onClose: () => void;
  readonly onDone: (records: readonly Row[]) => void;
}

/** A verb over the page: its form, on one record or on several. */
export function ActionDialog({ kind, action, records, initial, onClose, onDone }: Props) {
  const t = useWords(FORM);
  const label = useLabel();
  const catalogue = useCatalogue();
  const guard = useGuard(onClose);
  useFocusBack();
  const isPhone = useMediaQuery('(max-width: 36em)') === true;
  const [first, second] = records;
  const of = first === undefined ? label(kind.label) : second === undefined ? titleOf(catalogue, kind, first) : label(kind.labelPlural);
  const description = <Description action={action} />;
  return (
    <Drawer
      opened
      onClose={guard.close}
      position="right"
      size={isPhone ? '100%' : 640}
      title={
        <Text component="span" fw={600}>
          {label(action.label)}: {of}
        </Text>
      }
      closeButtonProps={{ 'aria-label': t('close') }}
      classNames={{ content: classes.drawer ?? '', body: classes.drawerBody ?? '' }}
    >
      <Stack h="100%" gap="sm">
        {description}
        {action.verb === 'VOID' && second === undefined && <Text size="sm">{t('voidText')}</Text>}
        {second === undefined ? (
          <One kind={kind} action={action} row={first} initial={initial} guard={guard} onDone={(record) => onDone(record === null ? records : [record])} />
        ) : (
          <BatchForm kind={kind} action={action} rows={records} guard={guard} onDone={onDone} />
        )}
      </Stack>
    </Drawer>
  );
}

interface OneProps {
  readonly kind: Kind;
  readonly action: Action;
  readonly row: Row | undefined;
  readonly initial: Values | undefined;
  readonly guard: Guard;
  readonly onDone: (record: Row | null) => void;
}

function One({ kind, action, row, ...rest }: OneProps) {
  const { record, isReading, error, retry } = useSubject(kind, action, row);
  const isHidden = useHidden(kind);
  if (error !== undefined) return <Trouble error={error} onRetry={retry} />;
  if (isReading) return <Skeleton height={240} />;
  return <OneForm kind={kind} action={action} record={action.subject == null ? null : record} isHidden={isHidden} {...rest} />;
}

/** What the verb does, which is told in English alone. */
function Description({ action }: { readonly action: Action }) {
  const language = useLanguage();
  if (language !== 'en' || action.description === '') return null;
  return (
    <Text size="sm" c="dimmed">
      {action.description}
    </Text>
  );
}
