import { type ItemLine, readItemLine } from './item-lines.ts';
import type { Line } from './lines.ts';
import { nameDoubt } from './names.ts';
import { isClosed, isReplyForm } from './reply-form.ts';

/**
 * Where a thread begins whose heading was lost: at an item numbered 1 that a second follows or a reply form
 * ends, at the first of two dated ones, or of as many alike as the page states above its article. Null where nothing shows that surely: a line “X says:” alone is
 * somebody's prose.
 */
export function findUnheadedThread(lines: readonly Line[], stated: number | null): number | null {
  const items: ItemLine[] = [];
  for (let at = 1; at < lines.length; at += 1) {
    const item = readItemLine(lines, at);
    if (item?.gap && nameDoubt(item.author) < 2) items.push(item);
  }
  const form = lines.some((line) => isReplyForm(line.text) || isClosed(line.text));
  return numberedStart(items, form) ?? datedStart(items, form) ?? countedStart(items, stated);
}

function numberedStart(items: readonly ItemLine[], form: boolean): number | null {
  const first = items.find((item) => item.number === 1);
  if (first === undefined) return null;
  const second = items.some(
    (item) => item.number === 2 && item.family === first.family && item.at > first.at,
  );
  return second || form ? first.at : null;
}

/** Only `says` lines: a name over a date may be a byline. */
function datedStart(items: readonly ItemLine[], form: boolean): number | null {
  const dated = items.filter(
    (item) => item.number === null && item.published !== null && /[:.]$/u.test(item.family),
  );
  const alike = dated.filter((item) => item.family === dated[0]?.family);
  return alike.length >= (form ? 1 : 2) ? (alike[0]?.at ?? null) : null;
}

function countedStart(items: readonly ItemLine[], stated: number | null): number | null {
  const families = new Set(items.map((item) => item.family));
  const alike = [...families].map((family) => items.filter((item) => item.family === family));
  return alike.find((found) => found.length === stated)?.[0]?.at ?? null;
}
