/** A time of day in a line, `HH:MM` or `HH:MM:SS`, and its offset (`Z`, `+01:00`) or nothing. */
export interface Clock {
  time: string;
  offset: string;
  start: number;
  end: number;
}

const HALF = `(?:\\s?(a\\.?m|p\\.?m)(?:\\.|(?!\\p{L})))?`;
const HOURS = `(\\d{1,2})(?::|\\s?h\\s?|\\.)(\\d{2})(?::(\\d{2})(?:\\.\\d{1,6})?)?`;
const ROUND = `(\\d{1,2})\\s?(a\\.?m|p\\.?m)(?!\\p{L})\\.?`;
const ZONE = `(?:\\s?(?:uhr|hrs?)(?!\\p{L}))?(?:\\s?\\(?((?:utc|gmt)?\\s?[+−-]\\d{2}:?\\d{2}|utc|gmt|bst|cest|cet|mesz|mez|edt|pdt|z)(?!\\p{L})\\)?)?`;
const TIE = `(?:\\s|[,@|·•–—-]|at\\s|um\\s|à\\s|a\\slas?\\s|am\\s|ar\\s|kl\\.?\\s|le\\s|en\\s|t(?=\\d)){0,5}`;
const CLOCK = `(?<![\\p{N}:.])(?:${HOURS}${HALF}|${ROUND})${ZONE}(?![\\p{L}\\p{N}])`;

const AFTER = new RegExp(`${TIE}${CLOCK}`, 'iuy');
const BEFORE = new RegExp(`${CLOCK}(?:\\s|[,@|·•–—-]|on\\s|le\\s|am\\s|el\\s|ar\\s){0,5}$`, 'iu');
const ANYWHERE = new RegExp(CLOCK, 'iu');

const OFFSETS: Readonly<Record<string, string>> = {
  ...{ utc: 'Z', gmt: 'Z', z: 'Z', bst: '+01:00', cet: '+01:00', mez: '+01:00' },
  ...{ cest: '+02:00', mesz: '+02:00', edt: '-04:00', pdt: '-07:00' },
};

/** The time that follows a place in a line, tied to it by no more than “at”, “@”, “um”, a comma. */
export function clockAfter(text: string, from: number): Clock | null {
  AFTER.lastIndex = from;
  return clockOf(AFTER.exec(text));
}

/** The time that ends just before a place in a line (“4:05 PM, March 3, 2011”). */
export function clockBefore(text: string, until: number): Clock | null {
  return clockOf(BEFORE.exec(text.slice(0, until)));
}

/** The first time of day in a line. */
export function readClock(text: string): Clock | null {
  return clockOf(ANYWHERE.exec(text.slice(0, 300)));
}

function clockOf(found: RegExpExecArray | null): Clock | null {
  if (found === null) return null;
  const round = found[1] === undefined;
  const half = ((round ? found[6] : found[4]) ?? '').toLowerCase().replace('.', '');
  const hour = hourOf(Number(round ? found[5] : found[1]), half);
  const minute = round ? 0 : Number(found[2]);
  const second = found[3];
  if (hour === null || minute > 59 || Number(second ?? 0) > 59) return null;
  const time = `${two(hour)}:${two(minute)}${second === undefined ? '' : `:${second}`}`;
  return { time, offset: offsetOf(found[7]), start: found.index, end: found.index + found[0].length };
}

function hourOf(hour: number, half: string): number | null {
  if (hour > 23) return null;
  if (half === '' || hour > 12) return hour;
  return (hour % 12) + (half === 'pm' ? 12 : 0);
}

function offsetOf(zone: string | undefined): string {
  if (zone === undefined) return '';
  const name = zone.toLowerCase().trim();
  const known = OFFSETS[name];
  if (known !== undefined) return known;
  const numbers = /([+−-])(\d{2}):?(\d{2})/u.exec(name);
  if (numbers === null) return '';
  const offset = `${numbers[1] === '+' ? '+' : '-'}${numbers[2]}:${numbers[3]}`;
  return offset.endsWith('00:00') ? 'Z' : offset;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
