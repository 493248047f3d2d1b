import { createTheme } from '@mantine/core';

/** Dense and calm: one accent, small type, figures of one width. */
export const theme = createTheme({
  primaryColor: 'bureau',
  primaryShade: { light: 7, dark: 6 },
  colors: {
    bureau: [
      '#eaf2fb',
      '#d3e3f5',
      '#a9c8ea',
      '#7babdf',
      '#74a9e0',
      '#4c8dd6',
      '#256bb5',
      '#14549c',
      '#114888',
      '#0b3a70',
    ],
  },
  defaultRadius: 'sm',
  fontFamily: "system-ui, -apple-system, 'PingFang SC', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Mono', 'Noto Sans Mono', 'DejaVu Sans Mono', monospace",
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // The head of what lies over the page is no second banner of the page.
    Drawer: { defaultProps: { attributes: { header: { role: 'presentation' } } } },
    Modal: { defaultProps: { attributes: { header: { role: 'presentation' } } } },
  },
});
