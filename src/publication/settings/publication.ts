import { known, line, type Setting, shortLine, shortText } from './shapes.ts';

/** What the publication is. */
export const publicationSettings = {
  title: { ...line(120), default: 'A new publication', public: true, meaning: 'The publication’s name.' },
  tagline: { ...shortLine(200), default: '', public: true, meaning: 'One line on what it is about.' },
  place: { ...shortLine(80), default: '', public: true, meaning: 'The place in datelines, or nothing.' },
  locale: {
    ...known((typed) => Intl.getCanonicalLocales(typed).length === 1, 'must be a language tag such as en-GB'),
    control: { kind: 'line' },
    default: 'en-GB',
    public: true,
    meaning: 'Language of the publication and of its dates (BCP 47).',
  },
  'time-zone': {
    ...known(
      (typed) => typed !== '' && Boolean(new Intl.DateTimeFormat('en', { timeZone: typed })),
      'must be a time zone such as Europe/London',
    ),
    control: { kind: 'zone' },
    default: 'Europe/London',
    public: true,
    meaning: 'The time zone in which dates are shown and paths are made (IANA).',
  },
  contact: {
    ...shortText(2000),
    default: '',
    public: true,
    meaning: 'How to reach the publication, in Markdown: shown under About, Rules and Privacy.',
  },
} as const satisfies Record<string, Setting>;
