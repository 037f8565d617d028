import { Temporal } from 'temporal-polyfill';

export type BankHoliday = { day: string; name: string };

/** Whose bank holidays: of a part of the United Kingdom; or `none`, but for Good Friday and Christmas Day themselves. */
export const holidayPlaces = ['england-and-wales', 'scotland', 'northern-ireland', 'none'] as const;
export type HolidayPlace = (typeof holidayPlaces)[number];

/**
 * What the Crown has proclaimed otherwise than the rules of every year: days that were moved (`instead`, the rule's day
 * that was none) or added. Those to come are a setting, since nobody can know them.
 */
type Proclaimed = { day: string; name: string; instead?: string };
const proclaimed: readonly Proclaimed[] = [
  { day: '2020-05-08', name: 'Early May bank holiday (VE Day)', instead: '2020-05-04' },
  { day: '2022-06-02', name: 'Spring bank holiday', instead: '2022-05-30' },
  { day: '2022-06-03', name: 'Platinum Jubilee' },
  { day: '2022-09-19', name: 'State funeral of Queen Elizabeth II' },
  { day: '2023-05-08', name: 'Coronation of King Charles III' },
];

/**
 * Bank holidays of a place in a year, as `YYYY-MM-DD`, in their order: those of the Banking and Financial Dealings Act
 * 1971 and by custom proclaimed each year, with the days in lieu of those that fall on a weekend, and Good Friday and
 * Christmas Day themselves.
 */
export function bankHolidays(year: number, place: HolidayPlace = 'england-and-wales'): BankHoliday[] {
  const easter = easterSunday(year);
  const goodFriday = named(easter.subtract({ days: 2 }), 'Good Friday');
  if (place === 'none') return [goodFriday, { day: `${year}-12-25`, name: 'Christmas Day' }];
  const regular = [
    goodFriday,
    named(monday(year, 5, 'first'), 'Early May bank holiday'),
    named(monday(year, 5, 'last'), 'Spring bank holiday'),
    ...twoDays(`${year}-12-25`, ['Christmas Day', 'Boxing Day']),
    ...own[place](year, named(easter.add({ days: 1 }), 'Easter Monday')),
  ];
  const moved = new Set(proclaimed.flatMap(({ instead }) => instead ?? []));
  const added = proclaimed.filter(({ day }) => day.startsWith(`${year}-`));
  return [
    ...regular.filter(({ day }) => !moved.has(day)),
    ...added.map(({ day, name }) => ({ day, name })),
  ].sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** What each part has beside the others. Scotland: 1971 Act, sch. 1, and the St Andrew’s Day Bank Holiday (Scotland) Act 2007. */
const own: Record<
  Exclude<HolidayPlace, 'none'>,
  (year: number, easterMonday: BankHoliday) => BankHoliday[]
> = {
  'england-and-wales': (year, easterMonday) => [
    inLieu(`${year}-01-01`, 'New Year’s Day'),
    easterMonday,
    named(monday(year, 8, 'last'), 'Summer bank holiday'),
  ],
  scotland: (year) => [
    ...twoDays(`${year}-01-01`, ['New Year’s Day', '2 January']),
    named(monday(year, 8, 'first'), 'Summer bank holiday'),
    inLieu(`${year}-11-30`, 'St Andrew’s Day'),
  ],
  'northern-ireland': (year, easterMonday) => [
    inLieu(`${year}-01-01`, 'New Year’s Day'),
    inLieu(`${year}-03-17`, 'St Patrick’s Day'),
    easterMonday,
    inLieu(`${year}-07-12`, 'Battle of the Boyne'),
    named(monday(year, 8, 'last'), 'Summer bank holiday'),
  ],
};

/** Two days that follow one another, each with the next working day that stands in for one on a weekend. */
function twoDays(iso: string, [first, second]: [string, string]): BankHoliday[] {
  const day = Temporal.PlainDate.from(iso);
  const later = (days: number, name: string) => named(day.add({ days }), `${name} (substitute day)`);
  const substitutes: Record<number, BankHoliday[]> = {
    5: [later(3, second)], // Friday: the second is on a Saturday
    6: [later(2, first), later(3, second)],
    7: [later(2, first)],
  };
  return [named(day, first), named(day.add({ days: 1 }), second), ...(substitutes[day.dayOfWeek] ?? [])];
}

function inLieu(iso: string, name: string): BankHoliday {
  const day = Temporal.PlainDate.from(iso);
  if (day.dayOfWeek < 6) return named(day, name);
  return named(day.add({ days: 8 - day.dayOfWeek }), `${name} (substitute day)`);
}

function monday(year: number, month: number, which: 'first' | 'last'): Temporal.PlainDate {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  if (which === 'first') return first.add({ days: (8 - first.dayOfWeek) % 7 });
  const last = first.add({ months: 1 }).subtract({ days: 1 });
  return last.subtract({ days: last.dayOfWeek - 1 });
}

function named(day: Temporal.PlainDate, name: string): BankHoliday {
  return { day: day.toString(), name };
}

/** Easter Sunday of the Gregorian calendar, by the rule of Gauss in the form of the Nautical Almanac (1961). */
function easterSunday(year: number): Temporal.PlainDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const moon =
    (19 * golden +
      century -
      Math.floor(century / 4) -
      Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) +
      15) %
    30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - moon - (inCentury % 4)) % 7;
  const shift = Math.floor((golden + 11 * moon + 22 * weekday) / 451);
  const days = moon + weekday - 7 * shift + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(days / 31), day: (days % 31) + 1 });
}
