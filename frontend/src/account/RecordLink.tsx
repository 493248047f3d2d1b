import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useCatalogue } from '../catalogue/context';

/** A way to a record, where one may look at those of its kind. */
export function RecordLink({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  const kind = useCatalogue().kindOfId(id);
  if (kind?.singular == null) return <span>{children}</span>;
  return (
    <Anchor component={Link} to="/records/$id" params={{ id } as never} inherit>
      {children}
    </Anchor>
  );
}
