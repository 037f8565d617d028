import { contrast, type Hex, mix, nearestWith } from './contrast.ts';

export const schemes = ['light', 'dark'] as const;
export type Scheme = (typeof schemes)[number];

/** The colours that a publication chooses, each for light and for dark. */
export const chosen = ['paper', 'ink', 'link', 'visited', 'accent'] as const;
export type ChosenColour = (typeof chosen)[number];
export type ChosenColours = Record<ChosenColour, Hex>;

/** The colours of the style sheet, by the names of its tokens. */
export type Palette = Record<
  | 'paper'
  | 'tint'
  | 'sheet'
  | 'ink'
  | 'ink-2'
  | 'ink-3'
  | 'rule'
  | 'edge'
  | 'red'
  | 'link'
  | 'visited'
  | 'green'
  | 'amber'
  | 'lit',
  Hex
>;

/** As the style sheet has them: a test holds the two together. */
export const ownPalettes: Record<Scheme, Palette> = {
  light: {
    ...{ paper: '#f5f8f1', tint: '#e8eee4', sheet: '#fdfefb' },
    ...{ ink: '#131b18', 'ink-2': '#414d47', 'ink-3': '#56625b' },
    ...{ rule: '#c3cfc5', edge: '#748078', red: '#a51d17', link: '#14437a', visited: '#5b3376' },
    ...{ green: '#1c5f3f', amber: '#7a4f00', lit: '#fbf2bd' },
  },
  dark: {
    ...{ paper: '#101613', tint: '#1a221e', sheet: '#0b100d' },
    ...{ ink: '#dfe6df', 'ink-2': '#b0bcb4', 'ink-3': '#98a59d' },
    ...{ rule: '#303b35', edge: '#75827a', red: '#f08a7e', link: '#93c1f2', visited: '#c9aae3' },
    ...{ green: '#84d0a5', amber: '#e3b868', lit: '#37320f' },
  },
};

/** What text needs, and what edges of controls need (WCAG 2.2, 1.4.3 and 1.4.11). */
export const leastForText = 4.5;
export const leastForEdges = 3;

/** Every colour of a page from the few that are chosen: the others keep their distances, and their contrast. */
export function paletteOf(scheme: Scheme, colours: ChosenColours): Palette {
  const own = ownPalettes[scheme];
  const { paper, ink, link, visited, accent } = colours;
  const sameGround = paper === own.paper;
  const ground = sameGround ? own : groundOf(scheme, paper, ink);
  const grounds = [paper, ground.tint, ground.sheet];
  const inks = sameGround && ink === own.ink ? own : inksOf(paper, ink, grounds);
  const readable = (colour: Hex) =>
    sameGround ? colour : (nearestWith(colour, [...grounds, ground.lit], leastForText) ?? ink);
  return {
    ...{ paper, tint: ground.tint, sheet: ground.sheet, rule: ground.rule, lit: ground.lit },
    ...{ ink, 'ink-2': inks['ink-2'], 'ink-3': inks['ink-3'], edge: inks.edge },
    ...{ red: accent, link, visited, green: readable(own.green), amber: readable(own.amber) },
  };
}

function groundOf(scheme: Scheme, paper: Hex, ink: Hex) {
  const [beyond, marker] = scheme === 'light' ? ['#ffffff', '#ffe76a'] : ['#000000', '#6b5a00'];
  return {
    tint: mix(paper, ink, 0.06),
    sheet: mix(paper, beyond, 0.5),
    rule: mix(paper, ink, 0.2),
    lit: mix(paper, marker, 0.3),
  };
}

function inksOf(paper: Hex, ink: Hex, grounds: Hex[]) {
  return {
    'ink-2': nearestWith(mix(ink, paper, 0.2), grounds, leastForText) ?? ink,
    'ink-3': nearestWith(mix(ink, paper, 0.3), grounds, leastForText) ?? ink,
    edge: nearestWith(mix(ink, paper, 0.5), grounds, leastForEdges) ?? ink,
  };
}

/** The grounds that text stands on, by what they are. */
export const grounds = ['paper', 'tint', 'sheet', 'lit'] as const;
export type Ground = (typeof grounds)[number];

/** How well a chosen colour is read: its lowest contrast, on which ground, and the nearest colour that has enough. */
export type Reading = {
  colour: Exclude<ChosenColour, 'paper'>;
  ground: Ground;
  ratio: number;
  /** Null where it has enough, or where no colour has. */
  nearest: Hex | null;
};

/** How every chosen colour is read on the ground where it is hardest to read. */
export function readingsOf(scheme: Scheme, colours: ChosenColours): Reading[] {
  const palette = paletteOf(scheme, colours);
  const all = grounds.map((ground) => palette[ground]);
  return (['ink', 'link', 'visited', 'accent'] as const).map((colour) => {
    const ratios = grounds.map((ground) => contrast(colours[colour], palette[ground]));
    const ratio = Math.min(...ratios);
    const ground = grounds[ratios.indexOf(ratio)] ?? 'paper';
    const nearest = ratio >= leastForText ? null : nearestWith(colours[colour], all, leastForText);
    return { colour, ground, ratio, nearest };
  });
}

/** A ratio as it is told, never rounded up to what it has not: `4.49`. */
export function ratioText(ratio: number): string {
  return (Math.floor(ratio * 100) / 100).toFixed(2);
}
