import { queryNumber, type Visit } from '../visit.ts';

/** Things in one of two states, by pages: those that are still open, or those that are over. */
export type ListView<State extends string, One> = {
  /** The address of the list without a query. */
  base: string;
  /** Both, the one that is shown where none is asked for first. */
  states: readonly [State, State];
  state: State;
  items: One[];
  counts: Record<State, number>;
  page: number;
  pages: number;
};

type Source<State extends string, One> = Pick<ListView<State, One>, 'base' | 'states'> & {
  count(state: State): Promise<number>;
  list(state: State, page: { limit: number; offset: number }): Promise<One[]>;
};

const perPage = 25;

/** Reads the page of a list that is asked for; the last one, where it has fewer. */
export async function readList<State extends string, One>(
  visit: Visit,
  { base, states, count, list }: Source<State, One>,
): Promise<ListView<State, One>> {
  const asked = visit.c.req.query('state');
  const state = states.find((each) => each === asked) ?? states[0];
  const counted = await Promise.all(states.map(async (each) => [each, await count(each)] as const));
  const counts = Object.fromEntries(counted) as Record<State, number>;
  const pages = Math.max(1, Math.ceil(counts[state] / perPage));
  const page = Math.min(queryNumber(visit, 'page') ?? 1, pages);
  const items = await list(state, { limit: perPage, offset: (page - 1) * perPage });
  return { base, states, state, items, counts, page, pages };
}

/** The address of a page of a list. */
export function listAddress<State extends string>(
  { base, states }: Pick<ListView<State, unknown>, 'base' | 'states'>,
  state: State,
  page = 1,
): string {
  const query = new URLSearchParams({
    ...(state === states[0] ? {} : { state }),
    ...(page === 1 ? {} : { page: String(page) }),
  });
  return query.size === 0 ? base : `${base}?${query}`;
}
