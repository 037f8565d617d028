const figures = new Intl.NumberFormat('en-GB');
const count = (number: number) => figures.format(number);

const units = [
  { name: 'day', seconds: 86_400 },
  { name: 'hour', seconds: 3_600 },
  { name: 'minute', seconds: 60 },
];

/** The transparency report: what was done in a period, in numbers. */
export const transparencyWords = {
  heading: 'Transparency report',
  intro:
    'What was decided here on responses and complaints, and how long it took: counted from the entries of the public record alone, private ones as numbers only. It names nobody and repeats no word.',
  link: 'Transparency report',
  period: 'Period',
  from: 'From (day)',
  to: 'To (day)',
  show: 'Show',
  thisYear: 'This year',
  lastYear: 'Last year',
  of: (from: string, to: string) => `From ${from} to ${to}, both included.`,
  empty: 'Nothing was decided in this period.',
  badPeriod:
    'Give both days as 2026-03-12, the first not after the last, and no more than ten years. This is the year so far instead.',
  downloads: 'The same as data:',
  json: 'JSON',
  csv: 'CSV',
  record: 'The record that it is counted from',
  byRule: 'Refused and removed, by rule',
  rulesSummary: (refused: number, removed: number) =>
    `${count(refused)} refused while they were held, ${count(removed)} removed after they were published.`,
  ruleTable: { day: 'Rule', table: 'As a table', none: 'There is nothing in it.' },
  refused: 'Refused',
  removed: 'Removed',
  columns: { what: 'What', many: 'How many' },
  sections: {
    responses: 'Responses',
    heldFor: 'Why responses were held',
    decisions: 'Decisions',
    detection: 'How what was refused, removed or withheld came to be looked at',
    times: 'How long it took, in the middle of all',
    reports: 'Reports by readers',
    reviews: 'Decisions looked at again',
    notices: 'Legal notices and complaints',
    suspensions: 'Suspensions',
  },
  responses: {
    publishedAtOnce: 'Published at once',
    byStaff: 'Written by the staff in their own name',
    held: 'Held for a moderator',
    withdrawnByWriter: 'Withdrawn or erased by their writers',
  },
  heldFor: {
    first: 'First by its writer',
    all: 'All are held',
    links: 'Many links',
    honeypot: 'A field that only programs fill in',
    words: 'A word on the list',
    name: 'A name on the list',
    pace: 'Faster than the pace',
    learned: 'Like what was removed before',
    flood: 'In a flood, without proof of work',
  } as Record<string, string>,
  decisions: {
    released: 'Held and released',
    refused: 'Held and refused',
    removed: 'Removed',
    withheld: 'Withheld while a complaint is considered',
    restored: 'Restored',
    erased: 'Erased by the staff',
    unnamed: 'Names taken off',
  },
  byProgram: 'Done by a program, until the staff decide',
  detection: {
    own: 'The staff themselves',
    report: 'A report by a reader',
    notice: 'A legal notice',
    policy: 'All, or first ones, are held here',
    filter: 'A filter held it',
  },
  times: {
    held: 'From being taken in to the decision',
    reported: 'From the first report to the decision',
    reviewed: 'From being asked again to the answer',
  },
  reports: { received: 'Received', kept: 'Settled: the response stays', removed: 'Settled: it was removed' },
  reviews: {
    asked: 'Asked for',
    upheld: 'Upheld',
    reversed: 'Reversed',
    bySamePerson: 'Answered by whoever had decided',
  },
  regimes: {
    'uk-s5': 'Defamation Act 2013, section 5',
    'dsa-16': 'Digital Services Act, article 16',
    copyright: 'Copyright',
    'personal-data': 'Personal data',
    accuracy: 'Accuracy',
  } as Record<string, string>,
  received: 'received',
  decided: 'decided',
  suspensions: { pseudonyms: 'Of pseudonyms', addresses: 'Of network addresses', ended: 'Ended early' },
  none: 'none',
  /** “2 days 3 hours”: two units at most. */
  length(seconds: number): string {
    let left = seconds;
    const parts = units.map(({ name, seconds: unit }) => {
      const many = Math.floor(left / unit);
      left -= many * unit;
      return { name, many };
    });
    const first = parts.findIndex(({ many }) => many > 0);
    if (first < 0) return 'under a minute';
    return parts
      .slice(first, first + 2)
      .filter(({ many }) => many > 0)
      .map(({ name, many }) => `${count(many)} ${name}${many === 1 ? '' : 's'}`)
      .join(' ');
  },
  ofSo: (text: string, many: number) => `${text} (of ${count(many)})`,
};
