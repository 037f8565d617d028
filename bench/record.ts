// What the record costs, on a new data folder (HUSTINGS_DATA):
//   record.js append            prints {"alone": {p50, p95}, "twice": {p50, p95}} in ms: held responses, and with a second entry
//   record.js fill COUNT FILE   a record of so many entries, half of them private, in the database and in FILE as it is downloaded
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { DatabaseSync } from 'node:sqlite';
import { articleInput } from '../src/articles/article.ts';
import { insertDraft, publishDraft } from '../src/articles/save-article.ts';
import { openSite } from '../src/cli/open-site.ts';
import { enterHeld } from '../src/comments/enter-held.ts';
import { postComment } from '../src/comments/post-comment.ts';
import { newId, newSecret } from '../src/lib/ids.ts';
import { changeSetting } from '../src/publication/change-setting.ts';
import { canonical, chainHash, commit, type EntryBody, genesis } from '../src/record/entry.ts';
import { writeHead } from '../src/record/head-file.ts';
import { sequenceEntries } from '../src/record/sequence.ts';
import type { Site } from '../src/site.ts';
import { benchComments } from './text.ts';

const posts = 400;
const [what, count = '0', file = ''] = process.argv.slice(2);
const site = await openSite();
if (what === 'append') process.stdout.write(`${JSON.stringify(await append(site))}\n`);
else await fill(site, Number(count));
await site.store.close();

async function publish(): Promise<string> {
  const input = articleInput.parse({ title: 'Bench', body: 'It has not moved.', byline: '' });
  const provenance = { origin: 'desk', dated: null, losses: [] };
  return site.store.write(async (tx) => {
    const id = await insertDraft(site, tx, { input, provenance });
    const editor = { actor: { role: 'owner' as const }, staffId: null };
    await publishDraft(site, tx, { id, editor, at: site.clock.now() });
    return id;
  });
}

/** In turn: a response that is held, which makes one entry; and one by which the same entry is made twice. */
async function append(on: Site) {
  for (const [key, value] of Object.entries({ 'comments.policy': 'all-held', 'comments.pace': '0' }))
    await changeSetting(on, { role: 'owner' }, { key, value });
  const articleId = await publish();
  const [alone, twice]: [number[], number[]] = [[], []];
  let index = 0;
  for (const { name, text } of benchComments(posts + 40)) {
    const isTwice = index % 2 === 1;
    const input = { name, text: `${text} ${index}`, email: null, url: null, inReplyTo: null };
    const post = { articleId, input, writer: { secret: name, address: `${index}`, honeypot: false } };
    const again = { articleId, salt: newSecret(on.random), input, heldFor: ['all'], pseudonymId: name };
    const from = performance.now();
    const posted = await postComment(on, post, async (tx, { id }) => {
      if (isTwice) await enterHeld(on, tx, { ...again, id, at: on.clock.now().toISOString() });
    });
    if (!posted.ok) throw new Error(posted.sentence);
    if (index >= 40) (isTwice ? twice : alone).push(performance.now() - from); // the first warm it up
    index += 1;
  }
  return { alone: summary(alone), twice: summary(twice) };
}

function summary(times: number[]) {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
}

/** Rows as `appendEntry` and the sequencer leave them, about an article that there is. */
async function fill(on: Site, most: number): Promise<void> {
  const article = await publish();
  await sequenceEntries(on);
  const db = new DatabaseSync(join(on.config.dataFolder, 'hustings.db'), { timeout: 10_000 });
  const before = db.prepare('SELECT seq, hash, leaf FROM record_entries ORDER BY seq').all();
  const insert = db.prepare(
    `INSERT INTO record_entries (id, seq, at, action, visibility, article_id, leaf, private_body, private_salt, hash)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const out = createWriteStream(file);
  for (const row of before) out.write(`${JSON.stringify({ ...row })}\n`);
  let hash = String(before.at(-1)?.hash ?? genesis);
  db.exec('BEGIN');
  for (let seq = before.length + 1; seq <= most; seq += 1) {
    const isPublic = seq % 2 === 0;
    const action = isPublic ? (seq % 4 === 0 ? 'article.unpin' : 'article.pin') : 'staff.sign-in';
    const [id, at] = [newId(on.clock, on.random), on.clock.now().toISOString()];
    const body: EntryBody = {
      ...{ v: 1, id, at, action, by: { role: 'editor' }, reason: null, words: null },
      subject: isPublic ? { type: 'article', id: article } : { type: 'staff', id: article },
      visibility: isPublic ? 'public' : 'private',
    };
    const text = canonical(body);
    const salt = newSecret(on.random);
    const sealed = { v: 1, id, at, visibility: 'private', sealed: commit(salt, text) };
    const leaf = isPublic ? text : canonical(sealed);
    hash = chainHash(hash, leaf);
    insert.run(
      ...[id, seq, at, action, body.visibility, isPublic ? article : null, leaf],
      ...[isPublic ? null : text, isPublic ? null : salt, hash],
    );
    if (!out.write(`${JSON.stringify({ seq, hash, leaf })}\n`))
      await new Promise((resolve) => out.once('drain', resolve));
    if (seq % 20_000 === 0) db.exec('COMMIT; BEGIN');
  }
  db.exec('COMMIT');
  db.close();
  await new Promise((resolve) => out.end(resolve));
  writeHead(on.config.dataFolder, { seq: most, hash });
}
