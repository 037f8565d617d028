import { choice, type Setting, whole } from './shapes.ts';

const yesNo = ['yes', 'no'] as const;

/** What becomes of links to elsewhere, and whether other hosts are asked for anything. */
export const linkSettings = {
  'links.outbound': {
    ...choice(yesNo),
    default: 'yes',
    public: false,
    meaning:
      'Whether other hosts are asked for anything at all: cited pages, archives, webhooks. Letters and a bucket for pictures go to servers that the operator named, and are not part of this.',
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
} as const satisfies Record<string, Setting>;
