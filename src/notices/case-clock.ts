import { englandAndWales } from '../clocks/counted-hours.ts';
import { noticeClock } from '../clocks/uk-s5.ts';
import type { NoticeKind } from './notice.ts';

/**
 * When the first step after a notice is due, as a UTC time: of section 5 by its Regulations. Null for a kind without a
 * clock.
 */
export function firstDue(kind: NoticeKind, facts: { received: string; invalid: boolean }): string | null {
  if (kind !== 'uk-s5') return null;
  const clock = noticeClock(facts, { calendar: englandAndWales() });
  return clock.ok ? new Date(clock.value.due).toISOString() : null;
}
