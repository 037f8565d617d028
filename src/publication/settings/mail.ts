import { known, type Setting } from './shapes.ts';

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
} as const satisfies Record<string, Setting>;
