import * as z from 'zod';
import { foldedWords } from '../../lib/fold-text.ts';
import { choice, type Setting, whole } from './shapes.ts';

/** A list has at most so many entries, an entry so many characters. */
const most = { entries: 5_000, length: 100 };

const list = (fault: (entry: string) => string | null) => ({
  shape: z
    .string()
    .overwrite((typed) => typed.replace(/\r\n?/g, '\n').trim())
    .superRefine((typed, { addIssue }) => {
      const problem = faultOf(typed, fault);
      if (problem !== null) addIssue({ code: 'custom', message: problem });
    }),
  control: { kind: 'lines', rows: 8 } as const,
});

/** Lists by which responses are held. Nobody outside is told what is on them. */
export const filterSettings = {
  'comments.hold-words': {
    ...list((entry) =>
      foldedWords(entry).length > 0
        ? null
        : 'has neither letter nor digit: write it as words, not as a pattern',
    ),
    default: '',
    public: false,
    meaning:
      'Words that hold a response, one entry a line; an entry may have several words. They are found as whole words, in any case and with or without accents.',
  },
  'comments.hold-names': {
    ...list(() => null),
    default: '',
    public: false,
    meaning:
      'Names that hold a response, one a line, however they are spelt: one that looks like it is held too.',
  },
  'comments.learn': {
    ...choice(['yes', 'no'] as const),
    default: 'no',
    public: true,
    meaning:
      'Whether a response that reads like those that were removed here is held: learned from the publication’s own decisions, once there are fifty of each kind. It never removes anything.',
  },
  'comments.hold-pace-writer': {
    ...whole(0, 100_000, 'comments in ten minutes'),
    default: '0',
    public: false,
    meaning: 'More comments than this under one name in ten minutes are held; 0 for no limit.',
  },
  'comments.hold-pace-address': {
    ...whole(0, 100_000, 'comments in ten minutes'),
    default: '0',
    public: false,
    meaning: 'More comments than this from one network address in ten minutes are held; 0 for no limit.',
  },
  'comments.hold-pace-article': {
    ...whole(0, 100_000, 'comments in ten minutes'),
    default: '0',
    public: false,
    meaning: 'More comments than this under one article in ten minutes are held; 0 for no limit.',
  },
  'comments.flood': {
    ...whole(0, 10_000, 'comments in ten minutes'),
    default: '0',
    public: true,
    meaning:
      'More comments than this in the whole publication in ten minutes are a flood: while it lasts, the browser of whoever comments has to do a moment of work, and what comes without is held; 0 for never.',
  },
} as const satisfies Record<string, Setting>;

function faultOf(typed: string, fault: (entry: string) => string | null): string | null {
  const lines = typed.split('\n').map((line) => line.trim());
  const count = lines.filter(Boolean).length;
  if (count > most.entries)
    return `has ${count.toLocaleString('en-GB')} entries, and at most ${most.entries.toLocaleString('en-GB')} are kept`;
  for (const [index, line] of lines.entries()) {
    const where = `has in line ${index + 1} an entry that`;
    if (line.length > most.length) return `${where} is longer than ${most.length} characters: shorten it`;
    if (/\p{Cc}/u.test(line)) return `${where} has a control character in it: take it out`;
    const problem = line === '' ? null : fault(line);
    if (problem !== null) return `${where} ${problem}`;
  }
  return null;
}
