/** Of the kinds of item that CSL 1.0.2 knows, those that a publication could give. */
const types = [
  ...['article', 'article-journal', 'article-magazine', 'article-newspaper', 'document'],
  ...['entry', 'periodical', 'post', 'post-weblog', 'report', 'webpage'],
];
/** Variables whose values are plain text. */
const texts = [
  ...['title', 'container-title', 'publisher', 'publisher-place', 'genre', 'version', 'URL', 'DOI'],
  ...['language', 'note', 'abstract', 'section', 'archive', 'source', 'medium'],
];
const namesOf = ['author', 'editor', 'container-author', 'translator', 'recipient'];
const datesOf = ['issued', 'accessed', 'original-date', 'submitted', 'available-date', 'event-date'];
const partsOfNames = ['family', 'given', 'literal', 'suffix', 'dropping-particle', 'non-dropping-particle'];

/** What in a CSL-JSON file is not as the schema of its data (csl-data.json, CSL 1.0.2) has it; empty where all is. */
export function cslFaults(file: string): string[] {
  const items: unknown = JSON.parse(file);
  if (!Array.isArray(items)) return ['it is no list of items'];
  return items.flatMap((item) => (isObject(item) ? itemFaults(item) : ['an item is no object']));
}

function itemFaults(item: Record<string, unknown>): string[] {
  return Object.entries({ id: undefined, type: undefined, ...item }).flatMap(([key, value]) => {
    const is = ruleOf(key);
    if (is === null) return [`${key}: is no variable`];
    return is(value) ? [] : [`${key}: ${JSON.stringify(value)}`];
  });
}

function ruleOf(key: string): ((value: unknown) => boolean) | null {
  if (key === 'type') return (value) => types.includes(value as string);
  if (key === 'id' || texts.includes(key)) return isLine;
  if (namesOf.includes(key)) return (value) => isFull(value) && value.every(isName);
  return datesOf.includes(key) ? isDate : null;
}

/** The schema takes any string; a reference has each of its words on one line. */
function isLine(value: unknown): boolean {
  return typeof value === 'string' && value.trim() === value && value !== '' && !/\p{Cc}|\s{2}/u.test(value);
}

/** An empty object passes the schema, but names nobody. */
function isName(value: unknown): boolean {
  return (
    isObject(value) &&
    isFull(Object.keys(value)) &&
    Object.entries(value).every(([part, text]) => partsOfNames.includes(part) && isLine(text))
  );
}

/** One date or a range of two: a year, its month, its day. */
function isDate(value: unknown): boolean {
  if (!isObject(value) || Object.keys(value).some((key) => key !== 'date-parts')) return false;
  const dates = value['date-parts'];
  return isFull(dates) && dates.length <= 2 && dates.every((date) => isFull(date) && isDay(date));
}

function isDay(parts: unknown[]): boolean {
  const [year, month = 1, day = 1] = parts.map(Number);
  const whole = parts.length <= 3 && parts.every(Number.isInteger) && year !== undefined && year !== 0;
  return whole && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

function isFull(value: unknown): value is unknown[] {
  return Array.isArray(value) && value.length > 0;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
