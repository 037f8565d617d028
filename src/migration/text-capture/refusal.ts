import type { Line } from './lines.ts';

const SOURCE_LINE =
  /[;{}]$|^(?:#include|import\s|export\s|const\s|let\s|var\s|function\s|def\s|class\s|return\b|if\s?\(|for\s?\(|\/\/|\/\*|package\s|using\s)/u;
const EXPORT_HINT = 'If it belongs to an export, import the export file itself.';

/**
 * Why a text cannot be the text of a web page, by its shape alone, or null: markup, data, a script, source
 * code. The sentence says what to do instead.
 */
export function refusedByShape(text: string, lines: readonly Line[]): string | null {
  const start = text
    .slice(0, 2000)
    .replace(/^\ufeff/u, '')
    .trimStart();
  if (lines.length === 0) return 'The file holds no words: there is nothing to import.';
  if (start.startsWith('#!'))
    return 'This is a script, not the text of a weblog page: import the page’s text.';
  if (/^<\?xml|^<(?:rss|feed|disqus)\b/iu.test(start)) {
    return 'This is XML, not the text of a weblog page: save the page’s text, and import that.';
  }
  if (isMarkup(start, lines)) {
    return 'This is the HTML source of a page, not its text: open it in a browser, save or copy its text, and import that.';
  }
  if (isJson(start, text)) return `This is JSON, not the text of a weblog page. ${EXPORT_HINT}`;
  if (isTable(text)) return `This is a table of values, not the text of a weblog page. ${EXPORT_HINT}`;
  if (isSource(lines)) return 'This is source code, not the text of a weblog page: import the page’s text.';
  return null;
}

/** The refusal of a text in which nothing shows that it was a page of a weblog. */
export const NOT_A_WEBLOG_PAGE =
  'This is not taken for a weblog page: it has no heading of responses, no reply form, no tags and no byline. Save the whole text of the page, with its comments, and import that.';

function isMarkup(start: string, lines: readonly Line[]): boolean {
  if (/^<(?:!doctype|html|head|body|!--)/iu.test(start)) return true;
  const sample = lines.slice(0, 200);
  const tags = sample.filter((line) =>
    /^<\/?[a-z][a-z0-9]*(?:\s[^<>]{0,300})?\/?>/iu.test(line.text.slice(0, 400)),
  );
  return tags.length * 3 > sample.length;
}

function isJson(start: string, text: string): boolean {
  if (!/^[[{]\s*["[{\d]/u.test(start)) return false;
  try {
    JSON.parse(text.replace(/^\ufeff/u, ''));
    return true;
  } catch {
    return /^[[{]\s*"[^"\n]{1,100}"\s*:/u.test(start) || /^\[\s*\{/u.test(start);
  }
}

/** Tabs, semicolons or commas that no space follows, two or more in nearly every line. */
function isTable(text: string): boolean {
  const rows = text
    .slice(0, 20_000)
    .split(/\r\n|[\r\n]/u, 60)
    .filter((row) => row.trim() !== '');
  if (rows.length < 3) return false;
  return [/\t/gu, /,(?=\S|$)/gu, /;(?=\S|$)/gu].some(
    (mark) => rows.filter((row) => (row.match(mark)?.length ?? 0) >= 2).length * 5 >= rows.length * 4,
  );
}

function isSource(lines: readonly Line[]): boolean {
  const sample = lines.slice(0, 400);
  if (sample.length < 4) return false;
  return sample.filter((line) => SOURCE_LINE.test(line.text.slice(-200))).length * 10 > sample.length * 4;
}
