import { useEffect, useState } from 'react';
import { type CombinedError, useClient } from 'urql';
import type { StudentFilter } from '../gql/graphql';
import type { SizedClass } from './classSizes';
import { CLASS_SIZES } from './classSizesDocument';

interface Sizes {
  readonly classes: readonly SizedClass[];
  readonly isWhole: boolean;
  readonly error: CombinedError | undefined;
}

const NONE: Sizes = { classes: [], isWhole: false, error: undefined };

/** The sizes of all classes whose pupils meet the filter; they come a thousand at a time. */
export function useClassSizes(filter: StudentFilter, isPaused = false): Sizes {
  const client = useClient();
  const [sizes, setSizes] = useState<Sizes>(NONE);
  const asked = JSON.stringify(filter);
  useEffect(() => {
    if (isPaused) return undefined;
    let isOver = false;
    const read = async () => {
      const classes: SizedClass[] = [];
      let after: string | null = null;
      for (;;) {
        const variables: { filter: StudentFilter; after: string | null } = { filter: JSON.parse(asked) as StudentFilter, after };
        const { data, error } = await client.query(CLASS_SIZES, variables).toPromise();
        if (isOver) return;
        if (data === undefined) return setSizes({ classes, isWhole: false, error });
        const { nodes, pageInfo } = data.studentsSummary;
        for (const { key, count } of nodes) if (key.schoolClass != null) classes.push({ ...key.schoolClass, size: count } as SizedClass);
        after = pageInfo.endCursor ?? null;
        const isWhole = !pageInfo.hasNextPage || after === null;
        setSizes({ classes: [...classes], isWhole, error: undefined });
        if (isWhole) return;
      }
    };
    setSizes(NONE);
    void read();
    return () => {
      isOver = true;
    };
  }, [client, asked, isPaused]);
  return sizes;
}
