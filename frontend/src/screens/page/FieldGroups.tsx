import { Button, Collapse, Text, Title, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { Field, Kind } from '../../catalogue/catalogue';
import type { Row } from '../../documents/documents';
import { FieldView } from '../../fields/FieldView';
import { useLabel, useWords } from '../../words/words';
import { groups } from './groups';
import classes from './page.module.css';
import { openedBy, RecordFile } from './RecordFile';
import { SealedTools } from './SealedTools';
import { PAGE } from './words';

interface Props {
  readonly kind: Kind;
  readonly record: Row;
  readonly withheld: ReadonlySet<string>;
  readonly isPast: boolean;
}

/** What a record says, group by group; what is empty stands below, folded. */
export function FieldGroups({ kind, record, withheld, isPast }: Props) {
  const t = useWords(PAGE);
  const label = useLabel();
  const [opened, { toggle }] = useDisclosure();
  const isEmpty = ({ name }: Field) => isNothing(record[name]) && !withheld.has(name);
  const empty = kind.fields.filter(isEmpty);
  return (
    <div>
      {groups(kind).map(({ name, fields }) => {
        const shown = fields.filter((field) => !isEmpty(field));
        if (shown.length === 0) return null;
        return (
          <section key={name} className={classes.group}>
            <Title order={2} size="sm" c="dimmed" fw={600}>
              {t(name)}
            </Title>
            <dl className={classes.fields}>
              {shown.map((field) => (
                <div key={field.name} className={isLong(field, record[field.name]) ? classes.long : classes.field}>
                  <dt title={field.note == null ? undefined : label(field.note)}>{label(field.label)}</dt>
                  <dd>
                    <Shown kind={kind} record={record} field={field} isWithheld={withheld.has(field.name)} isPast={isPast} />
                    {field.type === 'Sealed' && !isPast && <SealedTools kind={kind} field={field} record={record} />}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        );
      })}
      {empty.length > 0 && (
        <>
          <Button variant="subtle" color="gray" size="compact-sm" c="dimmed" fw={400} onClick={toggle} aria-expanded={opened}>
            {t(empty.length === 1 ? 'emptyFields_one' : 'emptyFields_other', { count: empty.length })}
          </Button>
          <Collapse expanded={opened}>
            <Text size="sm" c="dimmed" px="xs">
              {empty.map((field) => label(field.label)).join(' · ')}
            </Text>
          </Collapse>
        </>
      )}
    </div>
  );
}

interface ShownProps {
  readonly kind: Kind;
  readonly record: Row;
  readonly field: Field;
  readonly isWithheld: boolean;
  readonly isPast: boolean;
}

function Shown({ kind, record, field, isWithheld, isPast }: ShownProps) {
  const value = record[field.name];
  if (isWithheld && isNothing(value)) return <Withheld />;
  const file = isPast ? undefined : openedBy(kind, field.name);
  if (file !== undefined) return <RecordFile record={record.id} field={file} name={String(value)} />;
  return <FieldView field={field} value={value} />;
}

function Withheld() {
  const t = useWords(PAGE);
  return (
    <Tooltip label={t('withheldWhy')}>
      <Text span size="sm" c="dimmed" fs="italic" tabIndex={0}>
        {t('withheld')}
      </Text>
    </Tooltip>
  );
}

function isNothing(value: unknown): boolean {
  return value == null || value === '' || (typeof value === 'object' && 'held' in value && value.held === false);
}

function isLong({ type }: Field, value: unknown): boolean {
  return type === 'Text' && typeof value === 'string' && value.length > 60;
}
