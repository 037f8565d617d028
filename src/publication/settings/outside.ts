import { isDay } from '../../lib/days.ts';
import { readWitnesses } from '../../record/witnesses/witness.ts';
import { known, type Setting, whole } from './shapes.ts';

/** Who outside is told what the publication decides. */
export const outsideSettings = {
  'record.witnesses': {
    ...known(
      (typed) => readWitnesses(typed) !== null,
      'must have up to eight lines such as quay https://witness.example/quay witness.example/quay+67f2b8c1+BH…, each with a name, an address and an Ed25519 key for cosignatures, no key twice; or be empty',
    ),
    control: { kind: 'lines', rows: 4 },
    default: '',
    public: true,
    meaning:
      'Who is asked to cosign the record’s checkpoints, one a line: a name, the address, the key as name+id+key. They see how many entries there are and their root, nothing of what is in them.',
  },
  'record.witness-minutes': {
    ...whole(1, 1_440, 'minutes'),
    default: '10',
    public: true,
    meaning: 'A witness is asked at most once in so many minutes, and only where there are new entries.',
  },
  'statements.send-from': {
    ...known((typed) => typed === '' || isDay(typed), 'must be a day such as 2026-03-12, or be empty'),
    control: { kind: 'line' },
    default: '',
    public: true,
    meaning:
      'Statements of reasons for what was decided from this day on (UTC) are sent to the European Commission’s Transparency Database, each once. Empty for none. Where it is, and the token, is set on the server.',
  },
} as const satisfies Record<string, Setting>;
