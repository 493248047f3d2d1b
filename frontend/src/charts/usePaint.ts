import { useComputedColorScheme, useMantineTheme } from '@mantine/core';
import { useMemo } from 'react';
import type { Paint } from './options';

/** What charts are painted with, turning with light and dark. */
export function usePaint(): Paint {
  const { colors, fontFamily } = useMantineTheme();
  const isDark = useComputedColorScheme('light') === 'dark';
  return useMemo(() => {
    const shade = isDark ? 4 : 7;
    const series = ['bureau', 'orange', 'teal', 'grape', 'yellow', 'cyan', 'red', 'lime'];
    return {
      text: colors.dark[isDark ? 0 : 6],
      line: isDark ? colors.dark[4] : colors.gray[3],
      ground: isDark ? colors.dark[6] : '#ffffff',
      series: series.map((name) => colors[name]?.[shade] ?? '#14549c'),
      font: fontFamily ?? 'sans-serif',
    };
  }, [colors, fontFamily, isDark]);
}
