import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import { readWorkbook } from '../../sheets/workbook';
import { language } from '../../words/language';
import { FINDINGS } from './documents';
import { type Rejected, rejectedRows, type Source, sourceOf, wholeOf } from './rejected';
import type { Run } from './run';

/** So many findings are asked for, and are enough to be mended by hand. */
const MOST = 1000;

interface Found {
  readonly rejected?: Rejected;
  /** The whole file, where it can be written anew. */
  readonly source?: Source;
  readonly isBroken?: boolean;
}

/** The rejected rows of a run with what is wrong in each, and the file that they are from. */
export function useRejected(run: Run, file: string | undefined): Found {
  const client = useClient();
  const [found, setFound] = useState<Found>({});
  useEffect(() => {
    let isWanted = true;
    const load = async () => {
      const variables = { id: run.id, first: MOST, filter: { sort: { eq: 'REJECTED' as const } } };
      const [table, told] = await Promise.all([
        content(run.repaired?.id).then(readWorkbook),
        client.query(FINDINGS, variables).toPromise(),
      ]);
      const rejected = rejectedRows(table, toldOf(told.data?.importRun?.findings.nodes ?? []));
      const source = await sourceFor(run, file, rejected);
      if (isWanted) setFound({ rejected, ...(source === undefined ? {} : { source }) });
    };
    load().catch(() => isWanted && setFound({ isBroken: true }));
    return () => {
      isWanted = false;
    };
    // The run as a whole is another object each time it is asked for; its rejected rows stay the same.
  }, [client, run.id, run.repaired?.id, file]);
  return found;
}

type Nodes = readonly {
  readonly line: number | null;
  readonly columnName: string | null;
  readonly englishReason: string | null;
  readonly chineseReason: string | null;
  readonly suggestion: string | null;
}[];

function toldOf(nodes: Nodes) {
  return nodes.map((node) => ({ ...node, reason: (language() === 'zh' ? node.chineseReason : node.englishReason) ?? '' }));
}

async function content(id: string | undefined): Promise<ArrayBuffer> {
  const reply = await fetch(`/files/${id?.replace(/^.*:/, '')}`, { credentials: 'same-origin' });
  if (!reply.ok) throw new Error(`The file was answered by ${reply.status}`);
  return reply.arrayBuffer();
}

/** The file of a trial, if corrections can be put into it. */
async function sourceFor(run: Run, file: string | undefined, rejected: Rejected): Promise<Source | undefined> {
  if (file === undefined || !run.isTrial) return undefined;
  try {
    const source = sourceOf(await content(file), run.englishForm ?? null);
    const isMendable = source !== undefined && (await wholeOf(source, rejected, () => undefined, run.fileName)) !== undefined;
    return isMendable ? source : undefined;
  } catch {
    return undefined;
  }
}
