/** The regimes under which somebody may complain. The codes stand in addresses, in the record and in the database. */
export const noticeKinds = ['uk-s5', 'dsa-16', 'copyright', 'personal-data', 'accuracy'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** Whether a text is the code of a regime. */
export const isNoticeKind = (text: string): text is NoticeKind => noticeKinds.some((kind) => kind === text);

export type NoticeField = {
  name: string;
  shape: 'line' | 'email' | 'text' | 'tick' | 'choice';
  needed: boolean;
  /** Of a choice: the values that may be sent. */
  options?: readonly string[];
};

const line = (name: string, needed = true): NoticeField => ({ name, shape: 'line', needed });
const text = (name: string, needed = true): NoticeField => ({ name, shape: 'text', needed });
const tick = (name: string, needed = true): NoticeField => ({ name, shape: 'tick', needed });
const choice = (name: string, options: readonly string[], needed = true): NoticeField => ({
  ...{ name, shape: 'choice', needed, options },
});
const name = line('name');
const email: NoticeField = { name: 'email', shape: 'email', needed: true };
const where = line('where');
const yesNo = ['yes', 'no'] as const;

/**
 * What a notice of each kind has to hold: of section 5(6) of the Defamation Act 2013 and regulation 2 of SI 2013/3028;
 * of article 16(2) of Regulation (EU) 2022/2065; and what the others cannot be answered without.
 */
export const noticeFields: Record<NoticeKind, readonly NoticeField[]> = {
  'uk-s5': [
    ...[where, text('words'), text('meaning'), text('harm'), text('wrong')],
    choice('before', ['no', 'once', 'twice', 'unknown'], false),
    ...[name, email, tick('unknown_poster')],
    ...[choice('give_name', yesNo), choice('give_email', yesNo)],
  ],
  'dsa-16': [
    where,
    text('words', false),
    text('illegal'),
    tick('minors', false),
    name,
    email,
    tick('good_faith'),
  ],
  copyright: [
    where,
    text('words', false),
    text('work'),
    choice('standing', ['own', 'agent']),
    name,
    email,
    tick('good_faith'),
  ],
  'personal-data': [
    line('where', false),
    choice('ask', ['erase', 'access', 'correct']),
    text('data'),
    name,
    email,
  ],
  accuracy: [where, text('wrong'), text('right'), text('evidence', false), name, email],
};

export type NoticeValues = Readonly<Record<string, string>>;

/** What is wrong with a field of a notice; what the sentences are is the page’s. */
export type NoticeFault = {
  field: string;
  why: 'missing' | 'too-long' | 'bad-email' | 'not-ours' | 'no-such';
};

/** Signs that a line and a text may have. */
export const longest = { line: 500, text: 10_000 };

/**
 * What is missing in a notice, and what cannot be kept as it is. Of somebody who tells of the sexual abuse of children
 * neither name nor address is asked (article 16(2)(c)).
 */
export function faultsIn(kind: NoticeKind, values: NoticeValues): NoticeFault[] {
  const nameless = kind === 'dsa-16' && values.minors === 'yes';
  return noticeFields[kind].flatMap((each): NoticeFault[] => {
    const value = (values[each.name] ?? '').trim();
    const needed = each.needed && !(nameless && (each.name === 'name' || each.name === 'email'));
    if (!isGiven(each, value)) return needed ? [{ field: each.name, why: 'missing' }] : [];
    if ([...value].length > longest[each.shape === 'text' ? 'text' : 'line'])
      return [{ field: each.name, why: 'too-long' }];
    return each.shape === 'email' &&
      !/^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+\.[^\s@<>,;:"()[\]\\]+$/.test(value)
      ? [{ field: each.name, why: 'bad-email' }]
      : [];
  });
}

function isGiven({ shape, options }: NoticeField, value: string): boolean {
  if (shape === 'tick') return value === 'yes';
  return shape === 'choice' ? (options ?? []).includes(value) : value !== '';
}

/**
 * Whether a notice may be sent although parts are missing: nobody is to be kept from complaining by a form. Without an
 * address it could not be answered.
 */
export function mayGoIncomplete(faults: readonly NoticeFault[]): boolean {
  return faults.length > 0 && faults.every(({ field, why }) => why === 'missing' && field !== 'email');
}

/** The values of a kind’s own fields, and of no other. */
export function ownValues(kind: NoticeKind, values: NoticeValues): Record<string, string> {
  const own = noticeFields[kind].map((each): [string, string] => [
    each.name,
    (values[each.name] ?? '').trim(),
  ]);
  return Object.fromEntries(own.filter(([, value]) => value !== ''));
}
