// How long it takes to look through a comment for quotations and references: an article of 3,000 words under so many
// earlier comments, with their index in memory and without.
//   annotate.js COUNT…     prints {"COUNT": {"warm": {p50, p95}, "cold": ms, …}} on stdout
import { performance } from 'node:perf_hooks';
import { annotate } from '../src/annotations/annotate.ts';
import { EarlierComments } from '../src/annotations/earlier.ts';
import { Passages } from '../src/annotations/passages.ts';
import { benchArticleOf, benchComments, quotingComments } from './text.ts';

const looks = 300;
const results: Record<string, object> = {};
for (const count of process.argv.slice(2).map(Number)) results[count] = measure(count);
process.stdout.write(`${JSON.stringify(results)}\n`);

function measure(count: number) {
  const article = benchArticleOf(3_000);
  const comments = [...benchComments(count)];
  const began = performance.now();
  const { passages, earlier } = indexOf(article, comments);
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
  times.sort((one, other) => one - other);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
  const heap = process.memoryUsage().heapUsed / 1e6;
  return { p50: at(0.5), p95: at(0.95), most: times.at(-1), cold, marks: marks / looks, heap };
}

function indexOf(article: string[], comments: { name: string; text: string }[]) {
  const passages = new Passages();
  const earlier = new EarlierComments();
  passages.add({ article: true }, article);
  for (const [index, { name, text }] of comments.entries()) {
    passages.add({ comment: index + 1 }, text.split('\n\n'));
    earlier.add(index + 1, name);
  }
  return { passages, earlier };
}
