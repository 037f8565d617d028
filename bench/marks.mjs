// Looking through comments for quotations and references, and what it adds to posting them.
import { finish, node, start, temporaryFolder } from './children.mjs';
import { environment } from './hustings.mjs';
import { figure, table } from './table.mjs';

const counts = [10, 100, 1_000, 5_000];
/** Milliseconds for one comment of twenty at most, under a thousand others. */
const most = 15;

/** Answers two tables and whether the aim is met. */
export async function measureMarks(filler, { tell }) {
  tell('quotations and references');
  const env = environment({ folder: temporaryFolder('marks') });
  const args = ['--disable-warning=ExperimentalWarning', filler.marks, ...counts.map(String)];
  const { looks, posts } = JSON.parse(
    await finish(start(node, args, { env, stderr: 'inherit' }), { seconds: 300 }),
  );
  const aim = looks.find(({ count }) => count === 1_000).p95;
  const markdown = [
    table(
      ['Earlier comments', 'Marks in each', 'p50 (ms)', 'p95 (ms)', 'slowest (ms)', 'index made anew (ms)'],
      looks.map((row) => [
        row.count.toLocaleString('en-GB'),
        ...[row.marks, row.p50, row.p95, row.most, row.cold].map(figure),
      ]),
      { texts: 0 },
    ),
    `Aim: p95 at most ${most} ms under 1,000 comments. ${aim <= most ? 'Met' : 'Missed'}: ${figure(aim)} ms.`,
    table(
      [`Posting under ${posts.under.toLocaleString('en-GB')} comments, SQLite`, 'p50 (ms)', 'p95 (ms)'],
      [
        ['without looking for anything', figure(posts.alone.p50), figure(posts.alone.p95)],
        ['with everything marked and stored', figure(posts.marked.p50), figure(posts.marked.p95)],
        ['ratio', figure(posts.marked.p50 / posts.alone.p50), figure(posts.marked.p95 / posts.alone.p95)],
      ],
      { texts: 1 },
    ),
  ].join('\n\n');
  return { markdown, isMet: aim <= most };
}
