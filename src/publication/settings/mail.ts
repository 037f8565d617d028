import { known, type Setting, whole } from './shapes.ts';

/** How letters go out; the mail server itself is the operator's, in the environment. */
export const mailSettings = {
  'mail.from': {
    ...known(
      (typed) => typed === '' || /^[^\s@<>,;:"()]+@[^\s@<>,;:"()]+$/.test(typed),
      'must be one e-mail address, or empty',
    ),
    control: { kind: 'line' },
    default: '',
    public: false,
    meaning: 'The address that letters come from. Empty: hustings@ and the publication’s host.',
  },
  'letters.daily': {
    ...whole(1, 1_000, 'letters a day'),
    default: '10',
    public: false,
    meaning:
      'So many letters go to one reader’s address in a day, whatever they are about; the last of them is kept for links that the reader asks for, and news that is more waits.',
  },
} as const satisfies Record<string, Setting>;
