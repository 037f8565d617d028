import type { Pick } from '../../moderation/decide-many.ts';
import type { Form } from '../../web/body.ts';
import { isId } from '../visit.ts';

const prefix = 'pick-';

/** The name of the box that picks a response. Its value is how often its writer had changed the words. */
export function pickName(id: string): string {
  return prefix + id;
}

/** What was picked, in the order of the page. */
export function picksIn({ fields }: Form): Pick[] {
  const picks: Pick[] = [];
  for (const [name, value] of fields) {
    const id = name.slice(prefix.length);
    if (name.startsWith(prefix) && isId(id) && /^\d{1,6}$/.test(value))
      picks.push({ id, seen: Number(value) });
  }
  return picks;
}
