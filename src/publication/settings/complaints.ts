import { readCategories } from '../statement-categories.ts';
import { known, type Setting, whole } from './shapes.ts';

const days = {
  ...known(
    (typed) => typed.split(/\s+/).every((day) => day === '' || isDay(day)),
    'must be days such as 2027-05-03, each on a line of its own, or empty',
  ),
  control: { kind: 'lines', rows: 4 },
} as const;

/** The clocks of complaints: what the law leaves to the house, and what nobody can know beforehand. */
export const complaintSettings = {
  'complaints.acknowledge-days': {
    ...whole(1, 60, 'days'),
    default: '7',
    public: true,
    meaning: 'A complaint about accuracy is acknowledged within so many days (Impress: 7).',
  },
  'complaints.decide-days': {
    ...whole(1, 365, 'days'),
    default: '21',
    public: true,
    meaning:
      'A complaint about accuracy is decided within so many days (Impress: 21; IPSO steps in after 28).',
  },
  'complaints.decide-hours': {
    ...whole(1, 2_000, 'hours'),
    default: '72',
    public: true,
    meaning: 'A notice under article 16 or about copyright is decided within so many hours.',
  },
  'reviews.months': {
    ...whole(6, 120, 'months'),
    default: '6',
    public: true,
    meaning:
      'How long a review of a decision may be asked for, counted from when it was told. Never less than six months (article 20 of the Digital Services Act).',
  },
  'complaints.holidays': {
    ...days,
    default: '',
    public: true,
    meaning: 'Days that do not count towards the 48 hours beside the bank holidays that the program knows.',
  },
  'complaints.working-days': {
    ...days,
    default: '',
    public: true,
    meaning: 'Bank holidays by the usual rules that were moved or taken back: these days count.',
  },
  'statements.categories': {
    ...known(
      (typed) => readCategories(typed) !== null,
      'must have lines such as rule-3 = CYBER_VIOLENCE, each rule once, or be empty',
    ),
    control: { kind: 'lines', rows: 6 },
    default: '',
    public: true,
    meaning:
      'Which category of the European Commission’s Transparency Database a rule is, in the statements that are exported; a rule that is not named is OTHER_VIOLATION_TC.',
  },
} as const satisfies Record<string, Setting>;

/** `YYYY-MM-DD` of a day that there is. */
function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toISOString().slice(0, 10) === text;
}
