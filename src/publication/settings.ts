import * as z from 'zod';

/** How new comments are let in. */
export const policies = ['open', 'first-held', 'all-held', 'closed'] as const;
export type Policy = (typeof policies)[number];

type Setting = { shape: z.ZodType<string>; default: string; public: boolean; meaning: string };

const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(most, `must be at most ${most} characters`)
    .refine((text) => !/\p{Cc}/u.test(text), 'must be one line');
const lines = (most: number) =>
  z.string().trim().min(1, 'must not be empty').max(most, `must be at most ${most} characters`);
const whole = (least: number, most: number) =>
  z
    .string()
    .trim()
    .refine(
      (text) => /^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most,
      `must be a whole number from ${least} to ${most}`,
    );
const known = (test: (text: string) => boolean, sentence: string) =>
  z
    .string()
    .trim()
    .refine((text) => succeeds(() => test(text)), sentence);

function succeeds(test: () => boolean): boolean {
  try {
    return test();
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

const rules = [
  'Argue with what was said, not with who said it.',
  'Nothing about a private person’s home, health or children.',
  'No accusation of a crime without a source that can be checked.',
  'No threats, and no hatred of people for what they are.',
  'No advertisements.',
].join('\n');

/** Every publication setting: what editors decide, kept in the database. The documentation is tested against it. */
export const settings = {
  title: { shape: line(120), default: 'A new publication', public: true, meaning: 'The publication’s name.' },
  tagline: {
    shape: z.string().trim().max(200, 'must be at most 200 characters'),
    default: '',
    public: true,
    meaning: 'One line on what it is about.',
  },
  place: {
    shape: z.string().trim().max(80, 'must be at most 80 characters'),
    default: '',
    public: true,
    meaning: 'The place in datelines, or nothing.',
  },
  locale: {
    shape: known(
      (text) => Intl.getCanonicalLocales(text).length === 1,
      'must be a language tag such as en-GB',
    ),
    default: 'en-GB',
    public: true,
    meaning: 'Language of the publication and of its dates (BCP 47).',
  },
  'time-zone': {
    shape: known(
      (text) => text !== '' && Boolean(new Intl.DateTimeFormat('en', { timeZone: text })),
      'must be a time zone such as Europe/London',
    ),
    default: 'Europe/London',
    public: true,
    meaning: 'The time zone in which dates are shown and paths are made (IANA).',
  },
  contact: {
    shape: z.string().trim().max(2000, 'must be at most 2000 characters'),
    default: '',
    public: true,
    meaning: 'How to reach the publication, in Markdown: shown under About, Rules and Privacy.',
  },
  rules: {
    shape: lines(4000),
    default: rules,
    public: true,
    meaning: 'The rules for responses, one a line: numbered from 1, and the reasons for a removal.',
  },
  'privacy-note': {
    shape: lines(600),
    default:
      'We keep your words, your name and the time for good. Of your network address only a keyed hash is kept, for 30 days; your e-mail address, if you give one, is never shown. You may withdraw a response at any time: its number stays, its words go.',
    public: true,
    meaning: 'One paragraph on privacy, beside the form.',
  },
  'page.about': {
    shape: lines(20000),
    default: 'This publication keeps its articles and its readers’ responses as one permanent record.',
    public: true,
    meaning: 'Text of the page About, in Markdown.',
  },
  'page.rules': {
    shape: lines(20000),
    default:
      'A moderator may remove a response that breaks one of these rules, and then says which. Its number stays, and [the record](/record/) says what was done. A moderator never changes what you wrote. You learn what was decided at the address that you were given when you sent your response.',
    public: true,
    meaning: 'Text of the page Rules below the numbered rules, in Markdown.',
  },
  'page.privacy': {
    shape: lines(20000),
    default:
      'No account is needed to read or to respond, no page asks another host for anything, and nothing follows you.\n\nA response keeps your words, the name you chose and the time. Your network address is kept only as a keyed hash, for 30 days, to slow floods down. Your e-mail address, if you give one, is never shown and is used only about your own words.\n\nWhen you respond, your browser keeps one secret so that you can be known again as the same writer. It names nobody.\n\nYou may withdraw a response at any time at the address you were given when you sent it.',
    public: true,
    meaning: 'Text of the page Privacy, in Markdown.',
  },
  'comments.policy': {
    shape: known(
      (text) => (policies as readonly string[]).includes(text),
      `must be one of ${policies.join(', ')}`,
    ),
    default: 'first-held',
    public: true,
    meaning:
      'Who waits for a moderator: nobody (open), writers until one of their comments was released (first-held), everybody (all-held); or closed.',
  },
  'comments.pace': {
    shape: whole(0, 100_000),
    default: '10',
    public: false,
    meaning: 'How many comments one network address may post in ten minutes; 0 for no limit.',
  },
  'comments.links': {
    shape: whole(0, 100),
    default: '2',
    public: false,
    meaning: 'A comment with more links than this is held.',
  },
  'comments.length': {
    shape: whole(100, 20_000),
    default: '10000',
    public: true,
    meaning: 'The greatest length of a comment, in characters.',
  },
  'comments.close-after-days': {
    shape: whole(0, 36_500),
    default: '0',
    public: true,
    meaning: 'Responses close this many days after publication; 0 for never.',
  },
} as const satisfies Record<string, Setting>;

export type SettingKey = keyof typeof settings;
export type Settings = Record<SettingKey, string>;

export function isSettingKey(text: string): text is SettingKey {
  return Object.hasOwn(settings, text);
}
