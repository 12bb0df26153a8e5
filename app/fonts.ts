import localFont from 'next/font/local';

/**
 * The text font, from the package. Preloaded, and `optional`: where it is not there at the first paint it waits for the next
 * page, so that no text ever moves. The other subsets and the mono font are in globals.css.
 */
export const inter = localFont({
  src: '../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  weight: '100 900',
  display: 'optional',
  preload: true,
  variable: '--font-inter',
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+0304, U+0308, U+0329, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+2264-2265, U+FEFF, U+FFFD',
    },
  ],
});
