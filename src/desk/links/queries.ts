import type { Db } from '../../store/schema.ts';
import type { CitationState } from '../../store/schema-citations.ts';
import { type ListedLink, linkStates } from './links-view.ts';

/** How many cited pages stand how. */
export async function countLinks(db: Db): Promise<Map<CitationState, number>> {
  const rows = await db
    .selectFrom('citations')
    .select((eb) => ['state', eb.fn.countAll<number>().as('count')])
    .groupBy('state')
    .execute();
  return new Map(rows.map(({ state, count }) => [state, Number(count)]));
}

/** How many are gone or were changed. */
export async function countBroken(db: Db): Promise<number> {
  const counts = await countLinks(db);
  return (counts.get('dead') ?? 0) + (counts.get('changed') ?? 0);
}

type Asked = { states: readonly CitationState[]; limit: number; offset: number };

/** Cited pages of some states, the broken first, of each state those that came into it last. */
export async function listLinks(db: Db, { states, limit, offset }: Asked): Promise<ListedLink[]> {
  const rows = await db
    .selectFrom('citations')
    .leftJoin('link_hosts', 'link_hosts.host', 'citations.host')
    .select(['citations.id', 'citations.url', 'citations.host', 'citations.state', 'citations.state_since'])
    .select(['citations.sentence', 'citations.checked_at', 'citations.due_at', 'citations.memento'])
    .select(['link_hosts.barred_at', 'link_hosts.reason'])
    .where('citations.state', 'in', [...states])
    .orderBy((eb) =>
      linkStates
        .slice(1)
        .reduce(
          (chosen, state, index) => chosen.when('citations.state', '=', state).then(index + 1),
          eb.case().when('citations.state', '=', linkStates[0]).then(0),
        )
        .else(linkStates.length)
        .end(),
    )
    .orderBy('citations.state_since', 'desc')
    .orderBy('citations.id')
    .limit(limit)
    .offset(offset)
    .execute();
  const ids = rows.map(({ id }) => id);
  const [kept, uses] = await Promise.all([keptOf(db, ids), usesOf(db, ids)]);
  return rows.map((row) => ({
    ...{ id: row.id, url: row.url, host: row.host, state: row.state, since: row.state_since },
    ...{ sentence: row.sentence, checkedAt: row.checked_at, dueAt: row.due_at, archive: row.memento },
    barred: row.barred_at === null ? null : { at: row.barred_at, reason: row.reason ?? '' },
    kept: kept.get(row.id) ?? null,
    uses: uses.filter(({ citation }) => citation === row.id),
  }));
}

async function keptOf(db: Db, ids: string[]): Promise<Map<string, NonNullable<ListedLink['kept']>>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('snapshots')
    .select(['citation_id', 'number', 'at', 'title', 'site', 'excerpt', 'hash', 'file_bytes'])
    .where('citation_id', 'in', ids)
    .orderBy('number', 'desc')
    .execute();
  return new Map(
    rows.map(({ citation_id, number: _, file_bytes, ...row }) => [
      citation_id,
      { ...row, bytes: Number(file_bytes) },
    ]),
  );
}

const mostUses = 3;

/** Of each page the first few texts that cite it, and how many others do. */
async function usesOf(db: Db, ids: string[]) {
  if (ids.length === 0) return [];
  const all = await Promise.all(
    ids.map((id) =>
      db
        .selectFrom('citation_uses')
        .innerJoin('articles', 'articles.id', 'citation_uses.article_id')
        .leftJoin('comments', 'comments.id', 'citation_uses.comment_id')
        .select(['citation_id as citation', 'articles.title', 'articles.path', 'comments.number'])
        .where('citation_id', '=', id)
        .orderBy('citation_uses.text_id')
        .orderBy('citation_uses.position')
        .limit(mostUses + 1)
        .execute(),
    ),
  );
  return all.flat().map((use) => ({ ...use, path: use.path ?? '' }));
}
