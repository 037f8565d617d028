/** How dates are printed: the publication's language and time zone. */
export type DateStyle = { locale: string; timeZone: string };

const formats = new Map<string, Intl.DateTimeFormat>();

/** “12 March 2026” for a `YYYY-MM-DD` (taken as it stands) or for the day of an ISO time in the time zone. */
export function dayText(iso: string, style: DateStyle): string {
  return parts(iso, style).day;
}

/**
 * “12 March 2026, 07:00 GMT” for an ISO time with an offset, in the time zone; “12 March 2026, 07:00” for a local
 * time without one; “12 March 2026” for a date alone.
 */
export function timeText(iso: string, style: DateStyle): string {
  const { day, time, zone } = parts(iso, style);
  if (time === null) return day;
  return zone === null ? `${day}, ${time}` : `${day}, ${time} ${zone}`;
}

/** “March 2026”. */
export function monthText(year: number, month: number, style: DateStyle): string {
  const date = new Date(Date.UTC(year, month - 1, 1));
  return format({ month: 'long', year: 'numeric' }, { ...style, timeZone: 'UTC' }).format(date);
}

/** Year, month and day of a time in the time zone, as they stand in a path: `['2026', '03', '12']`. */
export function calendarDay(at: Date, timeZone: string): [string, string, string] {
  const [year = '', month = '', day = ''] = format(
    { year: 'numeric', month: '2-digit', day: '2-digit' },
    { locale: 'en-CA', timeZone },
  )
    .format(at)
    .split('-');
  return [year, month, day];
}

/**
 * The moment of a date or local time as it was printed: with its own offset where it has one, else in the time zone
 * (of two, when clocks go back, the first); a date alone stands for its midday. Null for what is no date.
 */
export function momentOf(dated: string, timeZone: string): Date | null {
  if (/T.*(?:Z|[+-]\d\d:?\d\d)$/.test(dated)) return validDate(Date.parse(dated));
  const local = Date.parse(dated.includes('T') ? `${dated}Z` : `${dated}T12:00:00Z`);
  if (Number.isNaN(local)) return null;
  const guess = local - offsetAt(local, timeZone);
  return validDate(local - offsetAt(guess, timeZone));
}

function validDate(time: number): Date | null {
  return Number.isNaN(time) ? null : new Date(time);
}

/** How far the zone's clocks are ahead of UTC at a moment, in milliseconds. */
function offsetAt(time: number, timeZone: string): number {
  const options = { hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' } as const;
  const clock = { hour: 'numeric', minute: 'numeric', second: 'numeric' } as const;
  const at = new Map(
    format({ ...options, ...clock }, { locale: 'en-GB', timeZone })
      .formatToParts(new Date(time))
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes) => at.get(name) ?? 0;
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return shown - Math.floor(time / 1000) * 1000;
}

function parts(iso: string, style: DateStyle): { day: string; time: string | null; zone: string | null } {
  const hasTime = iso.includes('T');
  const hasZone = /T.*(?:Z|[+-]\d\d:?\d\d)$/.test(iso);
  const date = new Date(hasZone ? iso : hasTime ? `${iso}Z` : `${iso}T00:00:00Z`);
  const zoned = hasZone ? style : { ...style, timeZone: 'UTC' };
  const day = format({ day: 'numeric', month: 'long', year: 'numeric' }, zoned).format(date);
  if (!hasTime) return { day, time: null, zone: null };
  const time = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, zoned).format(date);
  return { day, time, zone: hasZone ? zoneName(date, zoned) : null };
}

function zoneName(date: Date, style: DateStyle): string {
  const found = format({ timeZoneName: 'short', hour: 'numeric' }, style)
    .formatToParts(date)
    .find((part) => part.type === 'timeZoneName');
  return found?.value ?? 'UTC';
}

function format(options: Intl.DateTimeFormatOptions, { locale, timeZone }: DateStyle): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, { ...options, timeZone });
  formats.set(key, made);
  return made;
}
