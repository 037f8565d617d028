import { holidayPlaces } from '../../clocks/bank-holidays.ts';
import { isDay } from '../../lib/days.ts';
import { readCategories } from '../statement-categories.ts';
import { choice, known, type Setting, whole } from './shapes.ts';

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
  'complaints.s5-hours': {
    ...whole(1, 500, 'hours'),
    default: '48',
    public: true,
    meaning:
      'A step of section 5 is to be done within so many hours, of which those of weekends and holidays do not count (SI 2013/3028: 48).',
  },
  'complaints.s5-days': {
    ...whole(1, 60, 'days'),
    default: '5',
    public: true,
    meaning:
      'Whoever wrote what is complained of under section 5 may answer for so many whole days, of which all count (SI 2013/3028: 5).',
  },
  'complaints.calendar': {
    ...choice(holidayPlaces),
    default: 'england-and-wales',
    public: true,
    meaning:
      'Whose bank holidays do not count. With `none` only Good Friday and Christmas Day, and the days that you list.',
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
      'Which category of the European Commission’s Transparency Database a rule is, in the statements that are exported or sent; a rule that is not named is OTHER_VIOLATION_TC.',
  },
} as const satisfies Record<string, Setting>;
