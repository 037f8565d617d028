import { noticeLabels } from './letters/english.ts';
import type { NoticeValues } from './notice.ts';

const inPlace = '[withheld]';

/**
 * The parts of a notice that its writer is sent: the complainant’s name and e-mail address only with a yes to each.
 * Without it they are taken out of the other parts too, wherever they stand there as they were given.
 */
export function partsForPoster(values: NoticeValues): { label: string; text: string }[] {
  const hidden = [
    ...(values.give_email === 'yes' ? [] : [values.email ?? '']),
    ...(values.give_name === 'yes' ? [] : namesIn(values.name ?? '')),
  ];
  return Object.entries(noticeLabels).flatMap(([name, label]) => {
    const value = values[name];
    if (!value) return [];
    return [{ label, text: hidden.reduce(without, value) }];
  });
}

/** The whole name first, then what of it is long enough to be somebody’s. */
function namesIn(name: string): string[] {
  const parts = name.split(/[\s,]+/).filter((part) => [...part].length > 2);
  return [name, ...parts];
}

function without(text: string, hidden: string): string {
  if (hidden.trim() === '') return text;
  const words = hidden
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return text.replace(new RegExp(words.join('\\s+'), 'giu'), inPlace);
}
