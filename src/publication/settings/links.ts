import * as z from 'zod';
import { choice, type Setting, whole } from './shapes.ts';

const yesNo = ['yes', 'no'] as const;

/** A web address that others are put behind, or empty. */
const prefix = {
  shape: z
    .string()
    .trim()
    .max(500, 'must be at most 500 characters')
    .refine(
      (typed) => typed === '' || (/^https?:\/\/\S+\/$/.test(typed) && URL.canParse(typed)),
      'must be a whole web address that ends in a slash, such as https://archive.example/timemap/link/, or empty',
    ),
  control: { kind: 'line' } as const,
};

/** What becomes of links to elsewhere, and whether other hosts are asked for anything. */
export const linkSettings = {
  'links.outbound': {
    ...choice(yesNo),
    default: 'yes',
    public: false,
    meaning:
      'Whether other hosts are asked for anything at all: cited pages, archives, webhooks, witnesses of the record, statements to the Commission. Letters and a bucket for pictures go to servers that the operator named, and are not part of this.',
  },
  'links.keep': {
    ...choice(yesNo),
    default: 'yes',
    public: true,
    meaning:
      'Whether pages that published articles and responses link to are looked at, kept, and looked at again.',
  },
  'links.megabytes': {
    ...whole(1, 50, 'MB'),
    default: '5',
    public: false,
    meaning: 'How much of one cited page is taken, in megabytes; of a larger one only the beginning.',
  },
  'links.space': {
    ...whole(0, 1_000_000, 'MB'),
    default: '2000',
    public: false,
    meaning:
      'How much all private copies of cited pages may take together, in megabytes. When it is full no more copies are kept, only what is known of the pages.',
  },
  'links.archive': {
    ...prefix,
    default: '',
    public: false,
    meaning:
      'Where copies of pages that are gone are looked up in web archives: the address of Memento TimeMaps (RFC 7089), before the page’s own. Whoever keeps it learns which pages are cited. Empty for nowhere.',
  },
  'links.archive-save': {
    ...prefix,
    default: '',
    public: false,
    meaning:
      'Where a web archive is asked to save each cited page once: its address before the page’s own. Whoever keeps it learns which pages are cited. Empty for nowhere.',
  },
} as const satisfies Record<string, Setting>;
