import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** A way to a record's page, by the words that name it here. */
export function RecordLink({ id, children }: { readonly id: string | undefined; readonly children: ReactNode }) {
  if (id === undefined) return <span>—</span>;
  return (
    <Anchor component={Link} to="/records/$id" params={{ id } as never} size="sm" inherit underline="always">
      {children}
    </Anchor>
  );
}
