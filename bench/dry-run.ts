// What a filter would have held of so many responses of the last 90 days, on a new data folder (HUSTINGS_DATA), beside
// a bare pass over the same rows: read in the same batches, and each text put through SHA-256.
//   dry-run.js COUNT    prints {"count", "bare", "rules": [{rule, seconds, looked, caught, longest}]} on stdout
import { createHash } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { articleInput } from '../src/articles/article.ts';
import { insertDraft, publishDraft } from '../src/articles/save-article.ts';
import { openSite } from '../src/cli/open-site.ts';
import { askTrial } from '../src/comments/filters/trials/ask-trial.ts';
import { firstIdOf, nextSince, readTrial } from '../src/comments/filters/trials/queries.ts';
import { runTrial } from '../src/comments/filters/trials/run-trial.ts';
import { caughtOf } from '../src/comments/filters/trials/tally.ts';
import { takeComment } from '../src/comments/post-comment.ts';
import { markdownToHtml } from '../src/lib/markdown.ts';
import { changeSetting } from '../src/publication/change-setting.ts';
import { addRows } from './add-rows.ts';
import { benchArticle, benchComments } from './text.ts';

const count = Number(process.argv[2]);
const byVerb = 1_000;
const span = 89 * 86_400_000;
const site = await openSite();
const began = Date.now() - span;
let now = began;
const past = { ...site, clock: { now: () => new Date(now) } };

await fill();
const since = new Date(Date.now() - 90 * 86_400_000).toISOString();
await bare(); // the first warms it up
const list = Array.from({ length: 4_997 }, (_, index) => `entry${index} of the list`);
const measured = {
  count,
  bare: await bare(),
  rules: [
    await measure('5,000 entries of words', 'words', [...list, 'casino', 'the harbour', 'bonus'].join('\n')),
    await measure('5,000 names', 'name', [...list.map((entry) => `Nan ${entry}`), 'Casino Nan'].join('\n')),
    await measure('more than no link', 'links', '0'),
  ],
};
await site.store.close();
process.stdout.write(`${JSON.stringify(measured)}\n`);

async function fill(): Promise<void> {
  for (const [key, value] of Object.entries({ 'comments.policy': 'open', 'comments.pace': '0' }))
    await changeSetting(site, { role: 'owner' }, { key, value });
  const input = articleInput.parse({ title: 'Bench', body: benchArticle(), format: 'html', byline: '' });
  const provenance = { origin: 'desk', dated: null, losses: [] };
  const comments = [...benchComments(count)];
  const at = (number: number) => new Date(began + (number / count) * span);
  const articleId = await site.store.write(async (tx) => {
    const id = await insertDraft(past, tx, { input, provenance });
    const editor = { actor: { role: 'owner' as const }, staffId: null };
    await publishDraft(past, tx, { id, editor, at: new Date(began) });
    for (const [index, { name, text, inReplyTo }] of comments.slice(0, byVerb).entries()) {
      now = at(index + 1).getTime();
      const writer = { secret: name, address: name, honeypot: false };
      const post = { articleId: id, input: { name, text, email: null, url: null, inReplyTo }, writer };
      await takeComment(past, tx, { post, html: markdownToHtml(text, 'comment') });
    }
    return id;
  });
  const tell = (number: number) => process.stderr.write(`  ${number} of ${count} responses\n`);
  addRows(site, { articleId, comments: comments.slice(byVerb), postedAt: at, tell });
}

/** Seconds of reading the same rows in the same batches and hashing their text. */
async function bare(): Promise<number> {
  const from = performance.now();
  for (let after = firstIdOf(since); ; ) {
    const { rows, next } = await nextSince(site.store.read, { since, after, limit: 100 });
    for (const { html } of rows) createHash('sha256').update(html).digest();
    if (next === null) return (performance.now() - from) / 1_000;
    after = next;
    await new Promise(setImmediate);
  }
}

/** The trial as its job counts it, turn by turn; `longest` is how long a request had to wait at most, in milliseconds. */
async function measure(rule: string, reason: 'words' | 'name' | 'links', value: string) {
  const asked = await askTrial(site, { reason, value, staffId: null });
  if (!asked.ok) throw new Error(asked.sentence);
  const { id: trial } = asked.value;
  let longest = 0;
  let last = performance.now();
  let isRunning = true;
  const watch = () => {
    const at = performance.now();
    longest = Math.max(longest, at - last);
    last = at;
    if (isRunning) setImmediate(watch);
  };
  setImmediate(watch);
  const from = performance.now();
  let done = await readTrial(site.store.read, trial);
  while (done?.doneAt === null) {
    await runTrial(site, { trial });
    done = await readTrial(site.store.read, trial);
  }
  isRunning = false;
  const seconds = (performance.now() - from) / 1_000;
  if (!done) throw new Error('The trial is gone.');
  return { rule, seconds, looked: done.tally.looked, caught: caughtOf(done.tally), longest };
}
