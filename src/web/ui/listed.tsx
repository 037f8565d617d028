import type { Child } from 'hono/jsx';

const formats = new Map<string, Intl.ListFormat>();

function formatFor(locale: string): Intl.ListFormat {
  const format = formats.get(locale) ?? new Intl.ListFormat(locale, { type: 'conjunction' });
  formats.set(locale, format);
  return format;
}

/** “A, B and C” with each item as markup. */
export function Listed({ items, locale }: { items: Child[]; locale: string }) {
  const parts = formatFor(locale).formatToParts(items.map((_, index) => String(index)));
  return <>{parts.map((part) => (part.type === 'element' ? items[Number(part.value)] : part.value))}</>;
}

/** “A, B and C” as text. */
export function listText(items: string[], locale: string): string {
  return formatFor(locale).format(items);
}
