import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** The one accent colour: deep in the light scheme, clear in the dark one; both reach AA on their ground. */
const petrol: MantineColorsTuple = [
  '#e9f5f7',
  '#d2e9ed',
  '#a6d3db',
  '#77bdc9',
  '#4faab9',
  '#329bac',
  '#1d8496',
  '#116e7f',
  '#0b5867',
  '#084450',
];

/** Greys of the dark scheme, with a trace of the accent. */
const dark: MantineColorsTuple = [
  '#dbe2e4',
  '#b9c3c6',
  '#9aa6aa',
  '#6c797e',
  '#46535a',
  '#333f45',
  '#263035',
  '#1c2428',
  '#141a1d',
  '#0d1214',
];

export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 8, dark: 4 },
  autoContrast: true,
  colors: { petrol, dark },
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Mono", "Liberation Mono", monospace',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  headings: { fontWeight: '650' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
});

/** Where the library's own greys are too faint for WCAG 2.2 AA. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-text': '#17262b',
    '--mantine-color-dimmed': '#51616a',
    '--mantine-color-placeholder': '#667680',
    '--mantine-color-error': '#b3261e',
    '--moorage-ground': '#f4f7f8',
    '--moorage-line': '#dde4e7',
    '--moorage-field-line': '#7f8e96',
    '--moorage-incoming': '#1b6e3c',
  },
  dark: {
    '--mantine-color-body': '#1c2428',
    '--mantine-color-text': '#dbe2e4',
    '--mantine-color-dimmed': '#a3b0b5',
    '--mantine-color-placeholder': '#93a1a6',
    '--mantine-color-error': '#ff8f87',
    '--moorage-ground': '#141a1d',
    '--moorage-line': '#333f45',
    '--moorage-field-line': '#76858b',
    '--moorage-incoming': '#7fd29b',
  },
});
