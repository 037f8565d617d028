// Accepted comments per second, each durable before it is answered; then every one of them is looked for in the tables.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { cores, finish, node, root, start } from './children.mjs';
import { countRows } from './count-rows.mjs';
import { command, serve } from './hustings.mjs';
import { postersAtOnce } from './plan.mjs';

/** Posts under an article by form and by API, one at a time and several at once. Answers a row for each. */
export async function measureComments(data, { engine, count, plan, tell }) {
  const server = await serve(data);
  const article = data.articles[count];
  const rows = [];
  let posted = 0;
  for (const kind of ['form', 'api']) {
    const path = kind === 'form' ? `${article.path}responses/` : `/api/v1/articles/${article.id}/comments`;
    const post = (amount, connections) => run({ origin: server.origin, path, kind, amount, connections });
    posted += (await post(20, 1)).accepted; // warm-up
    for (const [connections, amount] of [
      [1, plan.oneAtATime],
      [postersAtOnce, plan.atOnce],
    ]) {
      tell(`comments on ${engine} by ${kind}, ${connections} at once`);
      const { mark, ...result } = await post(amount, connections);
      posted += result.accepted;
      rows.push({ engine, kind, connections, ...result, mark });
    }
  }
  await server.stop();
  const { stored, isGapFree } = await countRows(data, {
    articleId: article.id,
    marks: rows.map((row) => row.mark),
    expected: count + posted,
  });
  const record = (await finish(command(['verify'], data), { seconds: 120 })).trim();
  return {
    rows: rows.map((row, index) => ({ ...row, stored: stored[index] })),
    isWhole: isGapFree && rows.every((row, index) => row.refused === 0 && row.accepted === stored[index]),
    record,
  };
}

async function run({ origin, path, kind, amount, connections }) {
  const mark = `mark${randomBytes(6).toString('hex')}`;
  const script = join(root, 'bench/post-generator.mjs');
  const args = [script, origin, path, kind, String(amount), String(connections), mark];
  const out = await finish(start(node, args, { core: cores.load }), { seconds: 300 });
  return { ...JSON.parse(out), mark };
}
