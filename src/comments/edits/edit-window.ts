import type { Settings } from '../../publication/settings.ts';

/** Until when a comment that was sent at a UTC time may be changed by its writer: a UTC time. */
export function editableUntil(postedAt: string, settings: Pick<Settings, 'comments.edit-minutes'>): string {
  const minutes = Number(settings['comments.edit-minutes']);
  return new Date(Date.parse(postedAt) + minutes * 60_000).toISOString();
}
