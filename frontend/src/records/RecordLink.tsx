import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useCatalogue } from '../catalogue/context';

/** A way to a record's page, by the words that name it here; the words alone where one may not look at those of its kind. */
export function RecordLink({ id, children }: { readonly id: string | undefined; readonly children: ReactNode }) {
  const catalogue = useCatalogue();
  if (id === undefined) return <span>—</span>;
  if (catalogue.kindOfId(id)?.singular == null) return <span>{children}</span>;
  return (
    <Anchor component={Link} to="/records/$id" params={{ id } as never} size="sm" inherit underline="always">
      {children}
    </Anchor>
  );
}
