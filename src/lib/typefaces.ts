/** Families that come with readers' systems: no page asks another host for a font. */
export const readingFaces = {
  palatino:
    '"Iowan Old Style", "Palatino Linotype", Palatino, P052, "URW Palladio L", Georgia, "Noto Serif", "DejaVu Serif", serif',
  georgia: 'Georgia, Gelasio, "Noto Serif", "DejaVu Serif", serif',
  charter: 'Charter, "Bitstream Charter", "Sitka Text", Cambria, "Noto Serif", "DejaVu Serif", serif',
  times: '"Times New Roman", Times, "Liberation Serif", "Nimbus Roman", serif',
  sans: 'Seravek, "Avenir Next", Corbel, Calibri, Carlito, "Noto Sans", "DejaVu Sans", sans-serif',
} as const;

/** The same for all that is not read at length. */
export const apparatusFaces = {
  humanist: readingFaces.sans,
  system: 'system-ui, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif',
  grotesque: '"Helvetica Neue", Arial, "Liberation Sans", "Noto Sans", sans-serif',
  verdana: 'Verdana, "DejaVu Sans", sans-serif',
} as const;

/** How long lines may be, and how large the text that is read. */
export const measures = { narrow: '31rem', usual: '36.5rem', wide: '43rem' } as const;
export const sizes = {
  small: 'clamp(1rem, .95rem + .25vw, 1.0625rem)',
  usual: 'clamp(1.0625rem, 1rem + .35vw, 1.1875rem)',
  large: 'clamp(1.1875rem, 1.1rem + .45vw, 1.375rem)',
} as const;
