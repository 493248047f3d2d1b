import { Anchor, Badge, Group, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Field, Kind } from '../../catalogue/catalogue';
import { useCatalogue } from '../../catalogue/context';
import type { Row } from '../../documents/documents';
import { titleOf } from '../../documents/values';
import { FieldView } from '../../fields/FieldView';
import { useLabel } from '../../words/words';
import { Neighbours } from './Neighbours';
import classes from './page.module.css';

interface Props {
  readonly kind: Kind;
  readonly record: Row;
  readonly children: ReactNode;
}

/** Which record it is and how it stands, with what can be done beside it. */
export function RecordHead({ kind, record, children }: Props) {
  const label = useLabel();
  const catalogue = useCatalogue();
  const has = ({ name }: Field) => record[name] != null;
  const numbers = kind.fields.filter((field) => field.type === 'Numbered' && has(field) && !kind.title.includes(field.name));
  const states = kind.fields.filter((field) => field.type === 'Choice' && has(field) && !kind.title.includes(field.name));
  return (
    <header className={classes.head}>
      <Group justify="space-between" align="flex-end" gap="sm">
        <div>
          <Group gap="xs">
            {kind.plural == null ? (
              <Text size="sm" c="dimmed">
                {label(kind.label)}
              </Text>
            ) : (
              <Anchor component={Link} to={`/registers/${kind.name}`} size="sm">
                {label(kind.labelPlural)}
              </Anchor>
            )}
            {numbers.map((field) => (
              <Text key={field.name} size="sm" c="dimmed" component="span" title={label(field.label)}>
                <FieldView field={field} value={record[field.name]} />
              </Text>
            ))}
          </Group>
          <Group gap="xs" align="center">
            <Title order={1} size="h3">
              {titleOf(catalogue, kind, record)}
            </Title>
            {states.map((field) => (
              <Badge key={field.name} variant="default" tt="none" radius="sm" fw={500} title={label(field.label)}>
                <FieldView field={field} value={record[field.name]} />
              </Badge>
            ))}
          </Group>
        </div>
        <Group gap="xs">
          {children}
          <Neighbours id={record.id} />
        </Group>
      </Group>
    </header>
  );
}
