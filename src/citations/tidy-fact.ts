const longest = 300;

/** What a stranger's page says, as one line that cannot disturb ours: no control and no direction signs; null if empty. */
export function tidyFact(text: string | null | undefined, most = longest): string | null {
  if (text === null || text === undefined) return null;
  const line = text
    .slice(0, most * 4)
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cs}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu, ' ')
    .replace(/\p{M}{4,}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (line === '') return null;
  return [...line].length <= most
    ? line
    : `${[...line]
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

/** A date as far as it is told, in ISO 8601: `2026`, `2026-03`, `2026-03-12` or a time. Null for anything else. */
export function tidyDate(text: string | null | undefined): string | null {
  const found = /^\s*(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2})(T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?)?)?/.exec(
    text ?? '',
  );
  if (!found) return null;
  const [, year = '', month, day, time] = found;
  const parts = [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter((part) => part !== undefined);
  const date = parts.join('-');
  if (Number(month ?? 1) < 1 || Number.isNaN(Date.parse(date))) return null;
  return time !== undefined && !Number.isNaN(Date.parse(date + time)) ? date + time : date;
}
