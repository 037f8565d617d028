import { noticeLabels } from './letters/english.ts';
import type { NoticeValues } from './notice.ts';

const inPlace = '[withheld]';

/**
 * The parts of a notice that its writer is sent: the complainant’s name and e-mail address only with a yes to each.
 * Without it they are taken out of the other parts too, wherever they stand there as they were given.
 */
export function partsForPoster(values: NoticeValues): { label: string; text: string }[] {
  const hidden = hiddenIn(values);
  return Object.entries(noticeLabels).flatMap(([name, label]) => {
    const value = values[name];
    if (!value) return [];
    return [{ label, text: hidden.reduce(without, value) }];
  });
}

function hiddenIn(values: NoticeValues): string[] {
  return [
    ...(values.give_email === 'yes' ? [] : [values.email ?? '']),
    ...(values.give_name === 'yes' ? [] : namesIn(values.name ?? '')),
  ];
}

/** What of a complainant a writer is not told: by the names of the notice’s fields. */
export function withheldFromPoster(values: NoticeValues): ('name' | 'email')[] {
  const isHidden = { name: values.give_name !== 'yes', email: values.give_email !== 'yes' };
  return (['name', 'email'] as const).filter((field) => isHidden[field] && values[field]);
}

/**
 * Whether a changed letter tells a response’s writer who complained, without their consent: by what is hidden and
 * does not stand in the letter as it was made, where a part of a name may be a word like any other.
 */
export function namesComplainant(text: string, { draft, values }: { draft: string; values: NoticeValues }) {
  return hiddenIn(values).some(
    (hidden) => without(text, hidden) !== text && without(draft, hidden) === draft,
  );
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
