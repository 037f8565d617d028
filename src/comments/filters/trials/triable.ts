import type { SettingKey } from '../../../publication/settings.ts';

/** The filters that can be tried out on what came before, each with the one setting that it is made of. */
export const triable = {
  words: 'comments.hold-words',
  name: 'comments.hold-names',
  links: 'comments.links',
  learned: 'comments.learn',
} as const satisfies Record<string, SettingKey>;

export type Triable = keyof typeof triable;

/** Whether a filter can be tried out. */
export function isTriable(text: string): text is Triable {
  return Object.hasOwn(triable, text);
}
