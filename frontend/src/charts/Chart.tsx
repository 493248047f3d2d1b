import { useMediaQuery } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import type { FigureTable } from './figureTable';
import { isLying, optionsOf, type Shape } from './options';
import { usePaint } from './usePaint';

const ROW = 26;
const HEIGHT = 260;

/** A table drawn; what draws it is loaded when there is something to draw. */
export default function Chart({ table, shape }: { readonly table: FigureTable; readonly shape: Shape }) {
  const paint = usePaint();
  const room = useMediaQuery('(max-width: 48em)') === true ? 'narrow' : 'wide';
  const place = useRef<HTMLDivElement>(null);
  const height = isLying(table, shape, room) ? Math.max(HEIGHT / 2, table.rows.length * ROW + 56) : HEIGHT;
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    let isOver = false;
    let end = (): void => undefined;
    void import('./echarts').then(({ init }) => {
      if (isOver) return;
      const chart = init(element, null, { renderer: 'svg' });
      chart.setOption(optionsOf(table, shape, paint, room));
      const watch = new ResizeObserver(() => chart.resize());
      watch.observe(element);
      end = () => {
        watch.disconnect();
        chart.dispose();
      };
    });
    return () => {
      isOver = true;
      end();
    };
  }, [table, shape, paint, room]);
  return <div ref={place} role="img" aria-label={table.name} style={{ height, width: '100%' }} />;
}
