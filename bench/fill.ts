// Fills a data folder (HUSTINGS_DATA; DATABASE_URL) with articles of so many responses each, and says where they are.
//   fill.js COUNT…     prints {"COUNT": {"id": …, "path": "/2025/01/01/bench-COUNT/"}} on stdout, progress on stderr
// Articles, and the first thousand responses of each, go through the verbs that editors and readers use. Afterwards
// responses are open to everybody and without a pace.
import { articleInput } from '../src/articles/article.ts';
import { insertDraft, publishDraft } from '../src/articles/save-article.ts';
import { openSite } from '../src/cli/open-site.ts';
import { forgetAddresses } from '../src/comments/forget-addresses.ts';
import { takeComment } from '../src/comments/post-comment.ts';
import { markdownToHtml } from '../src/lib/markdown.ts';
import { changeSetting } from '../src/publication/change-setting.ts';
import type { Actor } from '../src/record/entry.ts';
import { sequenceEntries } from '../src/record/sequence.ts';
import type { Site } from '../src/site.ts';
import type { Db } from '../src/store/schema.ts';
import { addRows } from './add-rows.ts';
import { type BenchComment, benchArticle, benchComments } from './text.ts';

type Article = { id: string; path: string };

const owner: Actor = { role: 'owner' };
const published = Date.UTC(2025, 0, 1, 12);
const minute = 60_000;
/** A verb takes a millisecond and a half: the rest of a long thread is added as rows like those that it leaves. */
const mostByVerb = 1_000;

const site = await openSite();
let now = published;
const past: Site = { ...site, clock: { now: () => new Date(now) } };
const articles: Record<string, Article> = {};
await applySettings();
for (const count of process.argv.slice(2).map(Number)) articles[count] = await fillArticle(count);
await forgetAddresses(site); // as a server does each hour: its first start here is then like every other
await sequenceEntries(site);
await site.store.close();
process.stdout.write(`${JSON.stringify(articles)}\n`);

async function applySettings(): Promise<void> {
  const values = { title: 'Bench', 'comments.policy': 'open', 'comments.pace': '0' };
  for (const [key, value] of Object.entries(values)) {
    const changed = await changeSetting(site, owner, { key, value });
    if (!changed.ok) throw new Error(changed.sentence);
  }
}

async function fillArticle(count: number): Promise<Article> {
  now = published;
  const article = await site.store.write((tx) => publish(tx, count));
  const comments = [...benchComments(count)];
  await site.store.write((tx) => takeAll(tx, article.id, comments.slice(0, mostByVerb)));
  if (count > mostByVerb)
    addRows(site, {
      articleId: article.id,
      comments: comments.slice(mostByVerb),
      postedAt: (number) => new Date(published + number * minute),
      tell: (number) => process.stderr.write(`  ${number} of ${count} responses\n`),
    });
  return article;
}

async function publish(tx: Db, count: number): Promise<Article> {
  const input = articleInput.parse({
    title: `Bench ${count}`,
    slug: `bench-${count}`,
    body: benchArticle(),
    format: 'html',
    byline: 'Owner',
  });
  const provenance = { origin: 'desk', dated: null, losses: [] };
  const id = await insertDraft(past, tx, { input, provenance });
  const at = new Date(published);
  const outcome = await publishDraft(past, tx, { id, editor: { actor: owner, staffId: null }, at });
  if (!outcome.ok) throw new Error(outcome.sentence);
  return outcome.value;
}

async function takeAll(tx: Db, articleId: string, comments: BenchComment[]): Promise<void> {
  for (const [index, { name, text, inReplyTo }] of comments.entries()) {
    now = published + (index + 1) * minute;
    const taken = await takeComment(past, tx, {
      post: {
        articleId,
        input: { name, text, email: null, url: null, inReplyTo },
        writer: { secret: name, address: name, honeypot: false },
      },
      html: markdownToHtml(text, 'comment'),
    });
    if (!taken.ok) throw new Error(taken.sentence);
  }
}
