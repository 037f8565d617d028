import type { SettingKey } from '../../publication/settings.ts';
import type { Filter, Pace } from './filter.ts';

/** The setting of the most responses in ten minutes, for each of whom they are counted of. */
export const paceSettings: Record<Pace, SettingKey> = {
  writer: 'comments.hold-pace-writer',
  address: 'comments.hold-pace-address',
  article: 'comments.hold-pace-article',
};

/** More responses in ten minutes than a setting allows: under one name, from one network address, under one article. */
export const paceFilter: Filter = {
  reason: 'pace',
  settings: Object.values(paceSettings),
  ofWords: false,
  make(settings) {
    const most = Object.entries(paceSettings).map(
      ([of, key]) => [of as Pace, Number(settings[key])] as const,
    );
    return ({ paces }) => {
      const over = most.filter(([of, number]) => number > 0 && (paces[of] ?? 0) > number);
      return over.length === 0 ? null : over.map(([of]) => `${of} ${paces[of]}`);
    };
  },
};
