import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useCatalogue } from '../../catalogue/context';
import type { Row } from '../../documents/documents';
import { titleOf } from '../../documents/values';
import type { ViewProps } from '../field';

/** Another record, by its title: a way to its page, where the reader has one. */
export default function RecordView({ value }: ViewProps) {
  const catalogue = useCatalogue();
  if (value == null) return null;
  const row = value as Row;
  const kind = catalogue.kindOfId(row.id);
  const title = titleOf(catalogue, kind, row);
  if (kind?.singular == null) return <span>{title}</span>;
  return (
    <Anchor component={Link} to="/records/$id" params={{ id: row.id } as never} size="sm" inherit>
      {title}
    </Anchor>
  );
}
