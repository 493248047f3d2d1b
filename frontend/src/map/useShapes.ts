import { useEffect, useState } from 'react';
import type { Shapes } from './project';
import chengdu from './shapes/chengdu_districts.geojson?url';

/** The files of shapes, by how the codes of their divisions begin. */
const FILES: Readonly<Record<string, string>> = { '5101': chengdu };

/** The shapes of the city in which a division lies; null where there are none, undefined until they are there. */
export function useShapes(division: string | undefined): Shapes | null | undefined {
  const [shapes, setShapes] = useState<Shapes | null>();
  const file = division === undefined ? undefined : FILES[division.slice(0, 4)];
  useEffect(() => {
    if (division === undefined) return undefined;
    if (file === undefined) {
      setShapes(null);
      return undefined;
    }
    const stop = new AbortController();
    fetch(file, { signal: stop.signal }).then(
      async (answer) => setShapes(answer.ok ? ((await answer.json()) as Shapes) : null),
      () => !stop.signal.aborted && setShapes(null),
    );
    return () => stop.abort();
  }, [division, file]);
  return shapes;
}
