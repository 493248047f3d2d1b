import type { EChartsCoreOption } from 'echarts/core';
import type { FigureTable } from './figureTable';

export type Shape = 'bars' | 'columns' | 'stacked' | 'line';

/** The colours of a chart, as the page has them in light or dark. */
export interface Paint {
  readonly text: string;
  readonly line: string;
  readonly ground: string;
  readonly series: readonly string[];
  readonly font: string;
}

/** How wide a label is at most beside its bar, and all of them together below their columns. */
const BESIDE = 156;
const BELOW = 400;

/** With more rows than this there is no room for their names below columns, on a desk and on a phone: bars lie then. */
const STANDING = { wide: 8, narrow: 4 };

export type Room = keyof typeof STANDING;

/** Whether the bars of a table lie. */
export function isLying(table: FigureTable, shape: Shape, room: Room): boolean {
  return shape === 'bars' || (shape !== 'line' && table.rows.length > STANDING[room]);
}

/** How ECharts draws a table: its rows along one axis, each column a series. */
export function optionsOf(table: FigureTable, shape: Shape, paint: Paint, room: Room = 'wide'): EChartsCoreOption {
  const lies = isLying(table, shape, room);
  const names = {
    type: 'category',
    data: table.rows.map((row) => row.label),
    inverse: lies,
    axisLabel: { color: paint.text, interval: 0, width: lies ? BESIDE : BELOW / Math.max(table.rows.length, 3), overflow: lies ? 'truncate' : 'break' },
    axisLine: { lineStyle: { color: paint.line } },
    axisTick: { show: false },
  };
  const numbers = {
    type: 'value',
    axisLabel: { color: paint.text, hideOverlap: true },
    splitLine: { lineStyle: { color: paint.line } },
    minInterval: 1,
  };
  return {
    animation: false,
    color: [...paint.series],
    textStyle: { fontFamily: paint.font },
    aria: { enabled: true, label: { description: table.name } },
    grid: { left: 8, right: 16, top: table.columns.length > 1 ? 32 : 12, bottom: 8, containLabel: true },
    legend: { show: table.columns.length > 1, type: 'scroll', top: 0, left: 0, textStyle: { color: paint.text }, icon: 'roundRect' },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      confine: true,
      backgroundColor: paint.ground,
      borderColor: paint.line,
      textStyle: { color: paint.text },
    },
    xAxis: lies ? numbers : names,
    yAxis: lies ? names : numbers,
    series: table.columns.map((name, column) => ({
      name,
      type: shape === 'line' ? 'line' : 'bar',
      ...(shape === 'stacked' ? { stack: 'all' } : {}),
      barMaxWidth: 28,
      data: table.rows.map((row) => row.values[column] ?? null),
    })),
  };
}
