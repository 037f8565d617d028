import type { Form } from '../../web/body.ts';

/** What goes along through signing in once more: where it was sent, and every field as it came. */
export type Carried = { to: string; fields: (readonly [name: string, value: string])[] };

const prefix = 'kept-';

/** Only what owners do to the staff and to tokens, here: never an address elsewhere. */
const ownAct = /^\/desk\/(?:staff|tokens)\/(?:[\w-]+\/)*$/;

/** What a form that was sent to an address carries from now on. */
export function carry(to: string, { fields }: Form): Carried {
  return { to, fields: [...fields] };
}

/** What a sign-in form carried; null where it carried nothing, or what no page of ours made. */
export function carriedBy({ fields }: Form): Carried | null {
  const to = fields.get('to') ?? '';
  if (!ownAct.test(to)) return null;
  const kept = [...fields].filter(([name]) => name.startsWith(prefix));
  return { to, fields: kept.map(([name, value]) => [name.slice(prefix.length), value] as const) };
}

/** The hidden fields by which a sign-in form carries it. */
export function carriedFields(carried: Carried | null): (readonly [name: string, value: string])[] {
  if (carried === null) return [];
  return [['to', carried.to], ...carried.fields.map(([name, value]) => [prefix + name, value] as const)];
}
