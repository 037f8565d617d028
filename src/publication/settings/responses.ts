import { choice, type Setting, whole } from './shapes.ts';

const yesNo = ['yes', 'no'] as const;

/** How new comments are let in. */
export const policies = ['open', 'first-held', 'all-held', 'closed'] as const;
export type Policy = (typeof policies)[number];

/** How readers’ responses are let in. */
export const responseSettings = {
  'comments.policy': {
    ...choice(policies),
    default: 'first-held',
    public: true,
    meaning:
      'Who waits for a moderator: nobody (open), writers until one of their comments was released (first-held), everybody (all-held); or closed.',
  },
  'comments.pace': {
    ...whole(0, 100_000, 'comments in ten minutes'),
    default: '10',
    public: false,
    meaning: 'How many comments one network address may post in ten minutes; 0 for no limit.',
  },
  'comments.slow': {
    ...whole(0, 86_400, 'seconds'),
    default: '0',
    public: true,
    meaning:
      'Slow mode: so many seconds lie at least between two comments by one writer under one article; 0 for none. An article may have its own.',
  },
  'comments.links': {
    ...whole(0, 100, 'links'),
    default: '2',
    public: false,
    meaning: 'A comment with more links than this is held.',
  },
  'comments.length': {
    ...whole(100, 20_000, 'characters'),
    default: '10000',
    public: true,
    meaning: 'The greatest length of a comment, in characters.',
  },
  'comments.anonymous': {
    ...choice(yesNo),
    default: 'no',
    public: true,
    meaning:
      'Whether a comment may be sent without a name: it is shown as anonymous, and nobody is known by it.',
  },
  'comments.edit-minutes': {
    ...whole(0, 1_440, 'minutes'),
    default: '10',
    public: true,
    meaning: 'For how many minutes after sending it a writer may change the words of a comment; 0 for never.',
  },
  'comments.close-after-days': {
    ...whole(0, 36_500, 'days'),
    default: '0',
    public: true,
    meaning: 'Responses close this many days after publication; 0 for never.',
  },
  'reports.hold-first-time': {
    ...whole(0, 1_000, 'addresses'),
    default: '0',
    public: true,
    meaning:
      'A response that this many network addresses have reported is withheld until staff decide, where its writer has no other published response; 0 for never.',
  },
} as const satisfies Record<string, Setting>;
