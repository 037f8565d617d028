// How long the moderators' queue takes to be drawn where much waits, on a new data folder (HUSTINGS_DATA, DATABASE_URL):
// so many held responses and so many decided ones, as rows like those that the verbs leave.
//   queue.js HELD DECIDED TIMES     prints {"filled": seconds, "pages": [{name, times}], "floor": [ms]} on stdout
import { performance } from 'node:perf_hooks';
import { sql } from 'kysely';
import { articleInput } from '../src/articles/article.ts';
import { insertDraft, publishDraft } from '../src/articles/save-article.ts';
import { openSite } from '../src/cli/open-site.ts';
import type { Site } from '../src/site.ts';
import { addStaff } from '../src/staff/add-staff.ts';
import { createSignInLink } from '../src/staff/sign-in.ts';
import { createSiteWeb } from '../src/web-app.ts';

const [held = 0, decided = 0, times = 0] = process.argv.slice(2).map(Number);
const articles = 200;
const reported = 100;
const email = 'bench@ledger.example';

const site = await openSite();
const began = performance.now();
const ids = await fill(site);
const filled = (performance.now() - began) / 1000;
const ask = await signIn(site);
const addresses = {
  'first page': '/desk/queue/',
  'page 1,000': '/desk/queue/?page=1000',
  'narrowed to an article': `/desk/queue/?article=${ids[7]}`,
  'searched by a word': '/desk/queue/?words=gear',
  'what came since': '/desk/queue/arrived/?since=2026-03-12T07:00:00.000Z',
};
const pages = Object.keys(addresses).map((name) => ({ name, times: [] as number[] }));
const floor: number[] = [];
for (let turn = 0; turn <= times; turn += 1) {
  for (const [index, address] of Object.values(addresses).entries()) {
    const took = await timed(() => ask(address));
    if (turn > 0) pages[index]?.times.push(took); // the first warms it up
  }
  const bare = await timed(() => barePage(site));
  if (turn > 0) floor.push(bare);
}
process.stdout.write(`${JSON.stringify({ filled, pages, floor })}\n`);
await site.store.close();

async function timed(act: () => Promise<void>): Promise<number> {
  const from = performance.now();
  await act();
  return performance.now() - from;
}

/** The floor: the rows of the page's fifty responses with their articles, in the queue's order, and nothing else. */
async function barePage({ store }: Site): Promise<void> {
  const { rows } = await sql`SELECT c.id, c.name, c.html, c.posted_at, a.title, a.path FROM comments c
    JOIN articles a ON a.id = c.article_id WHERE c.state = 'held' ORDER BY c.queue_at, c.id LIMIT 50`.execute(
    store.read,
  );
  if (rows.length !== 50) throw new Error(`The bare page has ${rows.length} rows.`);
}

async function signIn(site: Site): Promise<(address: string) => Promise<void>> {
  const added = await addStaff(site, { name: 'Bench', email, role: 'owner' });
  const link = await createSignInLink(site, email);
  if (!added.ok || !link.ok) throw new Error('Nobody could be signed in.');
  const { app } = createSiteWeb(site);
  const token = new URL(link.value.url).searchParams.get('token') ?? '';
  const headers = { origin: site.config.url, 'content-type': 'application/x-www-form-urlencoded' };
  const body = new URLSearchParams({ token }).toString();
  const signed = await app.request(`${site.config.url}/desk/sign-in/`, { method: 'POST', headers, body });
  const cookie = signed.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  return async (address) => {
    const answer = await app.request(site.config.url + address, { headers: { cookie } });
    await answer.text();
    if (answer.status !== 200) throw new Error(`${address} was answered ${answer.status}.`);
  };
}

async function fill(site: Site): Promise<string[]> {
  const ids = await site.store.write(async (tx) => {
    const made: string[] = [];
    const editor = { actor: { role: 'owner' as const }, staffId: null };
    const provenance = { origin: 'desk', dated: null, losses: [] };
    for (let number = 1; number <= articles; number += 1) {
      const input = articleInput.parse({
        title: `Harbour board, part ${number}`,
        body: 'It met at six.',
        byline: '',
      });
      const id = await insertDraft(site, tx, { input, provenance });
      await publishDraft(site, tx, { id, editor, at: site.clock.now() });
      made.push(id);
    }
    return made;
  });
  for (const [index, id] of ids.entries()) {
    await insert(site, { id, index, state: 'held', count: Math.round(held / articles) });
    await insert(site, { id, index, state: 'published', count: Math.round(decided / articles) });
  }
  await site.store.write((tx) =>
    sql`INSERT INTO report_items (id, comment_id, article_id, first_at, last_at, count, head_start, queue_at)
      SELECT 'item-' || id, id, article_id, posted_at, posted_at, 1, 0, posted_at FROM comments
      WHERE state = 'published' AND number = 1 LIMIT ${sql.lit(reported)}`.execute(tx),
  );
  // As its own housekeeping does it; SQLite keeps none here.
  if (site.store.engine === 'postgres') await sql`VACUUM ANALYZE`.execute(site.store.signIn);
  return ids;
}

type Rows = { id: string; index: number; state: 'held' | 'published'; count: number };

/** So many rows of one article, in time among those of the others. */
async function insert(site: Site, { id, index, state, count }: Rows): Promise<void> {
  const isHeld = state === 'held';
  const at = sql`'2026-03-12T07:00:00.' || (1000000 + i * ${sql.lit(articles)} + ${sql.lit(index)}) || 'Z'`;
  await site.store.write(async (tx) => {
    await sql`INSERT INTO comments (id, article_id, number, state, name, source, html, html_version, posted_at,
      published_at, words_hash, salt, origin, kind, held_for, queue_at)
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${sql.lit(count)})
      SELECT ${sql.lit(`${state}-${index}-`)} || i, ${sql.lit(id)}, ${isHeld ? sql.lit(null) : sql`i`}, ${sql.lit(state)},
        'Writer ' || i, 'Words of ' || i, '<p>Words of the toll and the ' || CASE i % 100 WHEN 0 THEN 'gear' ELSE 'tide' END ||
        ' of ' || i || ', at length and for the record.</p>', 1, ${at}, ${isHeld ? sql.lit(null) : at}, 'h' || i, '', 'reader',
        'comment', ${isHeld ? sql.lit('["first"]') : sql.lit(null)}, ${at} FROM n`.execute(tx);
    if (!isHeld)
      await sql`UPDATE articles SET last_number = ${sql.lit(count)} WHERE id = ${sql.lit(id)}`.execute(tx);
  });
}
