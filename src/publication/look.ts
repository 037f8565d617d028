import { isHex } from '../lib/contrast.ts';
import { sha256 } from '../lib/ids.ts';
import {
  type ChosenColours,
  chosen,
  paletteOf,
  ratioText,
  readingsOf,
  type Scheme,
  schemes,
} from '../lib/palette.ts';
import { apparatusFaces, measures, readingFaces, sizes } from '../lib/typefaces.ts';
import type { SettingFault } from './change-settings.ts';
import { type SettingKey, type Settings, settings } from './settings.ts';

/** The key of a chosen colour in a scheme. */
export function colourKey(scheme: Scheme, colour: (typeof chosen)[number]) {
  return scheme === 'light' ? (`look.${colour}` as const) : (`look.dark.${colour}` as const);
}

/** The chosen colours of a scheme; the own ones in place of what is none. */
export function coloursOf(scheme: Scheme, all: Partial<Settings>): ChosenColours {
  const pairs = chosen.map((colour) => {
    const key = colourKey(scheme, colour);
    const value = all[key] ?? '';
    return [colour, isHex(value) ? value.toLowerCase() : settings[key].default];
  });
  return Object.fromEntries(pairs) as ChosenColours;
}

/** Colours that cannot be read well enough, each with the ratio and the nearest that can (WCAG 2.2, 1.4.3). */
export function lookFaults(all: Settings): SettingFault[] {
  return schemes.flatMap((scheme) =>
    readingsOf(scheme, coloursOf(scheme, all))
      .filter(({ ratio }) => ratio < 4.5)
      .map(({ colour, ground, ratio, nearest }) => ({
        key: colourKey(scheme, colour),
        problem: `has a contrast of ${ratioText(ratio)} to 1 with ${groundWords[ground]} and needs 4.5 to 1: ${
          nearest === null ? 'take another paper' : `the nearest that has it is ${nearest}`
        }`,
      })),
  );
}

const groundWords = {
  paper: 'the paper',
  tint: 'the shade of the paper',
  sheet: 'the ground of forms',
  lit: 'the ground of what is marked',
} as const;

/** A style sheet made of the settings, and its address, which changes with its text. */
export type LookSheet = { href: string; text: string };

const made = new WeakMap<Settings, LookSheet | null>();

/** What comes after the base style sheet; null where the publication looks as it comes. */
export function lookSheet(all: Settings): LookSheet | null {
  const known = made.get(all);
  if (known !== undefined) return known;
  const text = lookText(all);
  const hash = Buffer.from(sha256(text), 'base64url').toString('hex').slice(0, 12);
  const sheet = text === '' ? null : { href: `/assets/look-${hash}.css`, text };
  made.set(all, sheet);
  return sheet;
}

function lookText(all: Settings): string {
  const own = all['look.css-on'] === 'yes' ? all['look.css'] : '';
  return [tokens(all), own].filter(Boolean).join('\n');
}

/** Colours and sizes are for screens: what is printed is black on white, as long as the paper is wide. */
function tokens(all: Settings): string {
  const changed = (Object.keys(settings) as SettingKey[]).filter(
    (key) => /^look\.(?!css|logo)/.test(key) && all[key] !== settings[key].default,
  );
  if (changed.length === 0) return '';
  return [
    `:root{${declarations(faceTokens(all))}}`,
    `@media screen{:root{${declarations({ ...sizeTokens(all), ...paletteTokens('light', all) })}}}`,
    `@media screen and (prefers-color-scheme:dark){:root{${declarations(paletteTokens('dark', all))}}}`,
    '@media (prefers-contrast:more){:root{--ink-2:var(--ink);--ink-3:var(--ink);--rule:var(--edge)}}',
  ].join('\n');
}

/** Both schemes side by side on one page, whatever the reader's own is: for the desk's preview. */
export function previewSheet(all: Partial<Settings>): string {
  const type = { ...faceTokens(all), ...sizeTokens(all) };
  const blocks = schemes.map(
    (scheme) =>
      `.specimen.${scheme}{color-scheme:${scheme};${declarations({ ...type, ...paletteTokens(scheme, all) })}}`,
  );
  return blocks.join('\n');
}

type Tokens = Record<string, string>;

function paletteTokens(scheme: Scheme, all: Partial<Settings>): Tokens {
  return paletteOf(scheme, coloursOf(scheme, all));
}

function faceTokens(all: Partial<Settings>): Tokens {
  return {
    serif: readingFaces[nameIn(readingFaces, all['look.reading-face'], 'palatino')],
    sans: apparatusFaces[nameIn(apparatusFaces, all['look.apparatus-face'], 'humanist')],
  };
}

function sizeTokens(all: Partial<Settings>): Tokens {
  return {
    measure: measures[nameIn(measures, all['look.measure'], 'usual')],
    s0: sizes[nameIn(sizes, all['look.size'], 'usual')],
  };
}

function nameIn<T extends object>(table: T, name: string | undefined, otherwise: keyof T): keyof T {
  return name !== undefined && Object.hasOwn(table, name) ? (name as keyof T) : otherwise;
}

function declarations(values: Tokens): string {
  return Object.entries(values)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';');
}
