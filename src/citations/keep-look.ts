import { newId } from '../lib/ids.ts';
import type { Fetched, FetchOutcome } from '../outbound/outbound.ts';
import type { Site } from '../site.ts';
import type { Db, Time } from '../store/schema.ts';
import { removeCopy } from './copies.ts';
import { judge, type Sight, sightOf } from './judge.ts';
import { insertSnapshot, type Prepared, prepareSnapshot } from './keep-snapshot.ts';
import type { PageRead } from './page-task.ts';
import { citationForLook, type ForLook } from './queries.ts';
import { touchCiting } from './touch-citing.ts';
import { whatChanged } from './what-changed.ts';

/** What one look brought. `there`: the page, what was read in it, and the words around each passage that it quotes. */
export type Looked = {
  outcome: FetchOutcome;
  there: { fetched: Fetched; read: PageRead | null; found: Map<string, string | null> } | null;
};

/** Tries that are kept of each page. */
const mostChecks = 12;

/** Writes down what a look brought: the try itself, what is known of the page now, a snapshot where there is reason for one. */
export async function keepLook(site: Site, id: string, looked: Looked): Promise<void> {
  const known = await citationForLook(site.store.read, id);
  if (!known) return;
  const prepared = looked.there ? await prepareSnapshot(site, known, looked.there) : null;
  const isKept = await site.store.write((tx) => write(site, tx, { id, looked, prepared }));
  if (!isKept && prepared?.file) await removeCopy(site, prepared.file);
}

type Writing = { id: string; looked: Looked; prepared: Prepared | null };

/** Answers whether the snapshot's copy is in use. A citation that went meanwhile, or was forgotten, keeps nothing. */
async function write(site: Site, tx: Db, { id, looked, prepared }: Writing): Promise<boolean> {
  const known = await citationForLook(tx, id);
  if (!known || known.citation.state === 'forgotten' || known.uses.length === 0) return false;
  const now = site.clock.now();
  const { outcome, there } = looked;
  const seen = sightOf(outcome);
  const sight: Sight = there?.read ? (whatChanged(known, { ...there, read: there.read }) ?? seen) : seen;
  const { citation } = known;
  const standing = judge(
    {
      ...{ state: citation.state, changed: citation.changed, failSince: citation.fail_since },
      ...{ fineStreak: citation.fine_streak, failStreak: citation.fail_streak },
      doubtStreak: citation.doubt_streak,
    },
    sight,
    now,
  );
  const sentence = sentenceOf(outcome, sight);
  const isMoved = standing.state !== citation.state || standing.changed !== citation.changed;
  await tx
    .updateTable('citations')
    .set({
      ...{ state: standing.state, changed: standing.changed, due_at: standing.dueAt, sentence },
      ...{
        fine_streak: standing.fineStreak,
        fail_streak: standing.failStreak,
        doubt_streak: standing.doubtStreak,
        fail_since: standing.failSince,
      },
      ...(isMoved ? { state_since: now.toISOString() } : {}),
      ...(sight === 'later' ? {} : { checked_at: now.toISOString() }),
      ...(isMoved && /^(?:dead|changed)$/.test(standing.state) ? { memento_due: now.toISOString() } : {}),
    })
    .where('id', '=', id)
    .execute();
  await noteCheck(site, tx, { id, outcome, sight, sentence, at: now.toISOString() });
  const isNew = prepared !== null && (await insertSnapshot(site, tx, { known, prepared }));
  const isQuoted = there?.read
    ? await keepExcerpts(tx, { known, found: there.found, at: now.toISOString() })
    : false;
  if (isMoved || isNew || isQuoted) await touchCiting(tx, id);
  return isNew;
}

function sentenceOf(outcome: FetchOutcome, sight: Sight): string {
  if (!outcome.ok) return outcome.sentence;
  const status = `It answered ${outcome.status}`;
  if (sight === 'changed-words') return `${status}; the words that are quoted are not there.`;
  if (sight === 'changed-title') return `${status}; it reads otherwise than when it was cited.`;
  return outcome.cut ? `${status}, with more than is kept: only its beginning was taken.` : `${status}.`;
}

type Check = { id: string; outcome: FetchOutcome; sight: Sight; sentence: string; at: Time };

async function noteCheck(site: Site, tx: Db, { id, outcome, sight, sentence, at }: Check): Promise<void> {
  if (sight === 'later') return;
  await tx
    .insertInto('citation_checks')
    .values({
      ...{ id: newId(site.clock, site.random), citation_id: id, at },
      ...{
        outcome: outcome.ok ? sight : outcome.fault,
        status: outcome.ok ? outcome.status : null,
        sentence,
      },
    })
    .execute();
  const [oldest] = await tx
    .selectFrom('citation_checks')
    .select('id')
    .where('citation_id', '=', id)
    .orderBy('id', 'desc')
    .offset(mostChecks)
    .limit(1)
    .execute();
  if (oldest)
    await tx
      .deleteFrom('citation_checks')
      .where('citation_id', '=', id)
      .where('id', '<=', oldest.id)
      .execute();
}

type Excerpts = { known: ForLook; found: Map<string, string | null>; at: string };

/** The words around each quotation, when they are first found; since when they are gone, when they no longer are. */
async function keepExcerpts(tx: Db, { known, found, at }: Excerpts): Promise<boolean> {
  let isChanged = false;
  for (const { passages, excerpt, gone_since } of known.uses) {
    const looked = passages.filter((passage) => found.has(passage));
    if (looked.length === 0) continue;
    const there =
      looked.map((passage) => found.get(passage)).find((each) => typeof each === 'string') ?? null;
    const next = {
      excerpt: excerpt ?? there,
      gone_since: there === null && excerpt !== null ? (gone_since ?? at) : null,
    };
    if (next.excerpt === excerpt && next.gone_since === gone_since) continue;
    isChanged = true;
    await tx
      .updateTable('citation_uses')
      .set(next)
      .where('citation_id', '=', known.citation.id)
      .where('passages', '=', JSON.stringify(passages))
      .where('excerpt', 'is not distinct from', excerpt)
      .where('gone_since', 'is not distinct from', gone_since)
      .execute();
  }
  return isChanged;
}
