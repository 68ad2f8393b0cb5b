import {
  createTheme,
  type CSSVariablesResolver,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  Menu,
  Modal,
  type VariantColorsResolver,
} from '@mantine/core';

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

/** Text on what is filled: white on the deep shades, dark on the clear ones. The library decides for one scheme only. */
const onFilled: VariantColorsResolver = (input) => {
  const colours = defaultVariantColorsResolver(input);
  if (input.variant !== 'filled') return colours;
  if (input.color === 'red') {
    const background = 'var(--moorage-danger)';
    return { ...colours, background, hover: background, color: 'var(--moorage-danger-text)' };
  }
  const accent = input.color === undefined || input.color === 'petrol';
  return accent ? { ...colours, color: 'var(--mantine-primary-color-contrast)' } : colours;
};

export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 8, dark: 4 },
  variantColorResolver: onFilled,
  colors: { petrol, dark },
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Mono", "Liberation Mono", monospace',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  headings: { fontWeight: '650' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // A menu may hold menu items only, so no place for the first focus is put before them.
    Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false } }),
    Modal: Modal.extend({
      defaultProps: {
        // A header element would make every window a second banner of the page.
        attributes: { header: { role: 'none' } },
        styles: { title: { fontSize: 'var(--mantine-font-size-lg)', fontWeight: 650, lineHeight: 1.3 } },
      },
    }),
  },
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
    '--moorage-acting': '#4f35ae',
    '--moorage-acting-text': '#ffffff',
    '--moorage-staff': '#9c2a10',
    '--moorage-staff-text': '#ffffff',
    '--moorage-danger': '#b3261e',
    '--moorage-danger-text': '#ffffff',
    '--mantine-primary-color-contrast': '#ffffff',
    '--mantine-color-green-light-color': '#17582f',
    '--mantine-color-yellow-light-color': '#6b4400',
    '--mantine-color-red-light': '#fdecea',
    '--mantine-color-red-light-color': '#98201a',
    '--mantine-color-violet-light-color': '#4f35ae',
    '--mantine-color-gray-light-color': '#3f4d54',
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
    '--moorage-acting': '#43327f',
    '--moorage-acting-text': '#e9e3ff',
    '--moorage-staff': '#7a2a17',
    '--moorage-staff-text': '#ffe6df',
    '--moorage-danger': '#ff8f87',
    '--moorage-danger-text': '#3a0d0b',
    '--mantine-primary-color-contrast': '#06262c',
    '--mantine-color-petrol-light': '#17363d',
    '--mantine-color-petrol-light-color': '#a6d3db',
    '--mantine-color-green-light': '#1d3a2a',
    '--mantine-color-green-light-color': '#a9dfbd',
    '--mantine-color-yellow-light': '#3b3019',
    '--mantine-color-yellow-light-color': '#f0d08c',
    '--mantine-color-red-light': '#3a2224',
    '--mantine-color-red-light-color': '#ffb4ae',
    '--mantine-color-gray-light': '#333f45',
    '--mantine-color-gray-light-color': '#dbe2e4',
  },
});
