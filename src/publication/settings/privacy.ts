import { type Setting, text, whole } from './shapes.ts';

/** What is promised to readers about what is kept of them, and how long it is kept. */
export const privacySettings = {
  'privacy-note': {
    ...text(600, 5),
    default:
      'We keep your words, your name and the time for good. Of your network address only a keyed hash is kept, for 30 days; your e-mail address, if you give one, is never shown. You may withdraw a response at any time: its number stays, its words go.',
    public: true,
    meaning: 'One paragraph on privacy, beside the form.',
  },
  'page.privacy': {
    ...text(20000, 16),
    default:
      'No account is needed to read or to respond, no page asks another host for anything, and nothing follows you.\n\nA response keeps your words, the name you chose and the time. Your network address is kept only as a keyed hash, for 30 days, to slow floods down and to show those who moderate which names wrote from it. Your e-mail address, if you give one, is never shown and is used only about your own words.\n\nWhen you respond, your browser keeps one secret so that you can be known again as the same writer. It names nobody.\n\nYou may withdraw a response at any time at the address you were given when you sent it.',
    public: true,
    meaning: 'Text of the page Privacy, in Markdown.',
  },
  'retention.addresses': {
    ...whole(1, 365, 'days'),
    default: '30',
    public: true,
    meaning:
      'How long the keyed hash of a reader’s network address is kept. The texts on privacy name the number: keep them true.',
  },
  'retention.cases': {
    ...whole(30, 3650, 'days'),
    default: '365',
    public: true,
    meaning:
      'How long what belongs to a complaint is kept after it was closed: the notice, the words it was about, the letters, who the writer is.',
  },
  'retention.request-keys': {
    ...whole(1, 720, 'hours'),
    default: '24',
    public: false,
    meaning: 'How long a program may send the same request again and have it known as the same one.',
  },
  'retention.jobs': {
    ...whole(1, 3650, 'days'),
    default: '30',
    public: false,
    meaning: 'How long a job that is done, or was let go, is kept.',
  },
} as const satisfies Record<string, Setting>;
