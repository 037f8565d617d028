import { authorsOf, type CitedText, dayOf, oneLine } from './cited-text.ts';

/** A reference for BibLaTeX (`@online`, with the fields that BibTeX knows beside its own), in UTF-8. */
export function bibtexOf(text: CitedText): string {
  const { dated, version, url } = text;
  const authors = authorsOf(text);
  const fields: [string, string | null][] = [
    ['author', authors.length === 0 ? null : authors.map((name) => `{${escaped(name)}}`).join(' and ')],
    ['title', `{${escaped(text.title)}}`],
    ['organization', `{${escaped(text.publication)}}`],
    ['date', dated === null ? null : dayOf(dated)],
    ['year', dated === null ? null : dated.slice(0, 4)],
    ['version', version === null ? null : String(version.number)],
    ['url', plainUrl(url)],
    ['urldate', text.read],
    ['langid', text.language],
    ['note', `SHA-256 of the words: ${text.hash}`],
  ];
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = {${value}}`]));
  return `@online{${text.key},\n${lines.join(',\n')}\n}\n`;
}

/** Braces count for BibTeX even behind a backslash, so they are named. */
const names: Record<string, string> = {
  ...{ '\\': '{\\textbackslash}', '{': '{\\textbraceleft}', '}': '{\\textbraceright}' },
  ...{ '~': '{\\textasciitilde}', '^': '{\\textasciicircum}' },
};

/** A text in which no sign means anything to TeX, on one line. */
function escaped(text: string): string {
  return oneLine(text).replace(/[\\{}~^]|[$&#%_]/g, (sign) => names[sign] ?? `\\${sign}`);
}

/** It is read as it stands, but for braces. */
function plainUrl(url: string): string {
  return url.replace(/[{}\\\s]/g, (sign) => encodeURIComponent(sign));
}
