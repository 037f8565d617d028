import type { Db } from '../../store/schema.ts';
import type { Attribution } from '../attributions/attribution.ts';
import type { EarlierWording } from './history-view.ts';
import { attributionWordings, claimWordings, revisionTimes, type Withheld } from './queries.ts';

/** At most so many are told of an article. */
const most = 100;

/**
 * How claims and sources of an article read before they were changed or taken off, the last changed first. What stood
 * beside a version whose words are withheld is left out: it may repeat them.
 */
export async function earlierWordings(
  db: Db,
  articleId: string,
  withheld: ReadonlyMap<number, Withheld>,
): Promise<EarlierWording[]> {
  const times = await revisionTimes(db, articleId);
  const published = times[0]?.at ?? '';
  const all = [...(await claimsBefore(db, articleId)), ...(await sourcesBefore(db, articleId))];
  return all
    .map((each) => ({ ...each, from: each.from < published ? published : each.from }))
    .filter((each) => !times.some((time, index) => withheld.has(time.number) && stood(each, times, index)))
    .sort((a, b) => (a.until < b.until ? 1 : -1))
    .slice(0, most);
}

/** Whether a wording stood while a version was in force. */
function stood({ from, until }: EarlierWording, times: { at: string }[], index: number): boolean {
  const end = times[index + 1]?.at;
  return (times[index]?.at ?? '') <= until && (end === undefined || end >= from);
}

async function claimsBefore(db: Db, articleId: string): Promise<EarlierWording[]> {
  const rows = await claimWordings(db, articleId);
  return rows.flatMap(({ number, passage, claim, due, at }, index) => {
    const next = rows[index + 1];
    if (next?.number !== number) return [];
    const takenOff = next.state === 'withdrawn';
    const said = { kind: 'claim' as const, number, claim: claim || passage, due, takenOff };
    return [{ from: at, until: next.at, said }];
  });
}

async function sourcesBefore(db: Db, articleId: string): Promise<EarlierWording[]> {
  const rows = await attributionWordings(db, articleId);
  return rows.slice(0, -1).map(({ content, at }, index) => ({
    from: at,
    until: rows[index + 1]?.at ?? at,
    said: { kind: 'sources' as const, attribution: JSON.parse(content) as Attribution },
  }));
}
