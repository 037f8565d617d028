// How long it takes to look through a comment for quotations and references, and what that adds to posting it, on a new
// data folder (HUSTINGS_DATA): an article of 3,000 words under so many earlier comments.
//   marks.js COUNT…     prints {"looks": [{count, p50, p95, most, cold, marks}], "posts": {…}} on stdout
import { performance } from 'node:perf_hooks';
import { annotate } from '../src/annotations/annotate.ts';
import { EarlierComments } from '../src/annotations/earlier.ts';
import { Passages } from '../src/annotations/passages.ts';
import { articleInput } from '../src/articles/article.ts';
import { insertDraft, publishDraft } from '../src/articles/save-article.ts';
import { openSite } from '../src/cli/open-site.ts';
import { postComment, takeComment } from '../src/comments/post-comment.ts';
import { markdownToHtml } from '../src/lib/markdown.ts';
import { postMarked } from '../src/marks/post-marked.ts';
import { changeSetting } from '../src/publication/change-setting.ts';
import { type BenchComment, benchArticleOf, benchComments, quotingComments } from './text.ts';

const looks = 400;
const posts = 200;
const under = 1_000;
const words = 3_000;

const result = { looks: process.argv.slice(2).map((count) => look(Number(count))), posts: await post() };
process.stdout.write(`${JSON.stringify(result)}\n`);

/** With the thread’s index in memory; `cold` is how long that takes to make. */
function look(count: number) {
  const article = benchArticleOf(words);
  const comments = [...benchComments(count)];
  const began = performance.now();
  const passages = new Passages();
  const earlier = new EarlierComments();
  passages.add({ article: true }, article);
  for (const [index, { name, text }] of comments.entries()) {
    passages.add({ comment: index + 1 }, text.split('\n\n'));
    earlier.add(index + 1, name);
  }
  const cold = performance.now() - began;
  const sources = { passages, article: article.join('\n'), earlier: earlier.before(count + 1) };
  const times: number[] = [];
  let marks = 0;
  for (const { name, text } of quotingComments(looks, { article, comments })) {
    const from = performance.now();
    const found = annotate({ number: count + 1, author: name, paragraphs: text.split('\n\n') }, sources);
    times.push(performance.now() - from);
    marks += found.quotations.length + found.references.length;
  }
  return { count, ...summary(times), cold, marks: marks / looks };
}

function summary(times: number[]) {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), most: at(1) };
}

/** The same comments by the verbs, in turn: posted, and posted and looked through as the form does it. */
async function post() {
  const site = await openSite();
  for (const [key, value] of Object.entries({ 'comments.policy': 'open', 'comments.pace': '0' }))
    await changeSetting(site, { role: 'owner' }, { key, value });
  const article = benchArticleOf(words);
  const input = articleInput.parse({ title: 'Bench', body: article.join('\n\n'), byline: '' });
  const provenance = { origin: 'desk', dated: null, losses: [] };
  const comments = [...benchComments(under)];
  const articleId = await site.store.write(async (tx) => {
    const id = await insertDraft(site, tx, { input, provenance });
    const editor = { actor: { role: 'owner' as const }, staffId: null };
    await publishDraft(site, tx, { id, editor, at: site.clock.now() });
    for (const comment of comments) {
      const html = markdownToHtml(comment.text, 'comment');
      await takeComment(site, tx, { post: sent(id, comment), html });
    }
    return id;
  });
  const [alone, marked]: [number[], number[]] = [[], []];
  let index = 0;
  for (const comment of quotingComments(posts * 2 + 20, { article, comments })) {
    const isMarked = index % 2 === 1;
    const from = performance.now();
    const posted = await (isMarked ? postMarked : postComment)(site, sent(articleId, comment));
    if (!posted.ok) throw new Error(posted.sentence);
    if (index >= 20) (isMarked ? marked : alone).push(performance.now() - from); // the first warm it up
    index += 1;
  }
  await site.store.close();
  return { under, alone: summary(alone), marked: summary(marked) };
}

function sent(articleId: string, { name, text, inReplyTo }: BenchComment) {
  return {
    articleId,
    input: { name, text, email: null, url: null, inReplyTo },
    writer: { secret: name, address: name, honeypot: false },
  };
}
