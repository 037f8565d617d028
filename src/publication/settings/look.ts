import * as z from 'zod';
import { isHex } from '../../lib/contrast.ts';
import { type ChosenColour, ownPalettes, type Scheme } from '../../lib/palette.ts';
import { apparatusFaces, measures, readingFaces, sizes } from '../../lib/typefaces.ts';
import { cssFault } from '../css-fault.ts';
import { choice, known, type Setting, shortText } from './shapes.ts';

const namesOf = <T extends object>(table: T) => Object.keys(table) as (keyof T & string)[];

function colour(scheme: Scheme, name: ChosenColour, meaning: string) {
  const hex = known(isHex, 'must be a colour such as #14437a');
  return {
    shape: hex.shape.overwrite((typed) => typed.toLowerCase()),
    control: { kind: 'colour' },
    default: ownPalettes[scheme][name === 'accent' ? 'red' : name],
    public: true,
    meaning,
  } as const;
}

const id = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

/** A picture's id, also as it stands in an address. */
const pictureId = {
  shape: z
    .string()
    .trim()
    .max(300, 'must be at most 300 characters')
    .overwrite((typed) => id.exec(typed.toLowerCase())?.[0] ?? typed)
    .refine(
      (typed) => typed === '' || id.test(typed),
      'must be the address of a picture of the library, such as /desk/pictures/… from there',
    ),
  control: { kind: 'line' } as const,
};

/** Colours, type and the like: what makes one publication look unlike another. */
export const lookSettings = {
  'look.logo': {
    ...pictureId,
    default: '',
    public: true,
    meaning:
      'A picture of the library in place of the name at the head of each page: its address there, or nothing. Its text for who cannot see it is the title.',
  },
  'look.paper': colour('light', 'paper', 'The ground of every page, in light.'),
  'look.ink': colour('light', 'ink', 'What is read, in light; rules and edges are made of it.'),
  'look.link': colour('light', 'link', 'Links, in light.'),
  'look.visited': colour('light', 'visited', 'Links that were followed, in light.'),
  'look.accent': colour('light', 'accent', 'Numbers of responses and the rule beside them, in light.'),
  'look.dark.paper': colour('dark', 'paper', 'The ground of every page, in dark.'),
  'look.dark.ink': colour('dark', 'ink', 'What is read, in dark.'),
  'look.dark.link': colour('dark', 'link', 'Links, in dark.'),
  'look.dark.visited': colour('dark', 'visited', 'Links that were followed, in dark.'),
  'look.dark.accent': colour('dark', 'accent', 'Numbers of responses and the rule beside them, in dark.'),
  'look.reading-face': {
    ...choice(namesOf(readingFaces)),
    default: 'palatino',
    public: true,
    meaning: 'The family of what is read at length, as readers’ systems have it.',
  },
  'look.apparatus-face': {
    ...choice(namesOf(apparatusFaces)),
    default: 'humanist',
    public: true,
    meaning: 'The family of all else: dates, labels, forms.',
  },
  'look.size': {
    ...choice(namesOf(sizes)),
    default: 'usual',
    public: true,
    meaning: 'How large the text is that is read at length.',
  },
  'look.measure': {
    ...choice(namesOf(measures)),
    default: 'usual',
    public: true,
    meaning: 'How long its lines may be.',
  },
} as const satisfies Record<string, Setting>;

const css = shortText(20_000, 24);

/** The publication's own style sheet: the owner's alone, because it can hide what must be seen. */
export const cssSettings = {
  'look.css': {
    ...css,
    shape: css.shape.check((context) => {
      const fault = cssFault(context.value);
      if (fault) context.issues.push({ code: 'custom', message: fault, input: context.value });
    }),
    default: '',
    public: true,
    meaning:
      'Rules of CSS that come after all others on readers’ pages. The desk never loads them. They may name no other host.',
  },
  'look.css-on': {
    ...choice(['yes', 'no']),
    default: 'yes',
    public: true,
    meaning: 'Whether readers get these rules: “no” is the way back when they break a page.',
  },
} as const satisfies Record<string, Setting>;
