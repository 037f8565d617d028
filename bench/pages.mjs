// Warm article pages beside a bare server that sends the same bytes, taken in turn: ours, bare, ours, bare …
import { writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { cores, lineFrom, node, root, start, stop, temporaryFolder } from './children.mjs';
import { serve } from './hustings.mjs';
import { load } from './load.mjs';
import { connectionCounts, encodings } from './plan.mjs';
import { memoryOf } from './process-facts.mjs';
import { median } from './statistics.mjs';

/**
 * Measures every article of a data folder. Answers a row for each page, encoding and number of connections, one for
 * each page built anew, and the memory before and after.
 */
export async function measurePages({ folder, articles }, { plan, tell }) {
  const server = await serve({ folder });
  await pause(plan.idleSeconds * 1_000);
  const idle = memoryOf(server.pid);
  const warm = [];
  const anew = [];
  const articlePages = Object.entries(articles).map(([count, { path }]) => [Number(count), path]);
  // With one long thread alone it would be much the same once more.
  const front = articlePages.length > 1 ? [['front page', '/']] : [];
  for (const [responses, path] of [...articlePages, ...front]) {
    const page = { responses, url: `${server.origin}${path}`, pid: server.pid };
    warm.push(...(await beside(page, { plan, tell })));
    anew.push(await builtAnew(page, { plan, tell }));
  }
  const loaded = memoryOf(server.pid);
  await server.stop();
  return { warm, anew, memory: { responses: Object.keys(articles).map(Number), idle, loaded } };
}

async function beside(page, { plan, tell }) {
  const bodies = Object.fromEntries(
    await Promise.all(encodings.map(async (encoding) => [encoding, await bodyOf(page.url, encoding)])),
  );
  const bare = await startBare(bodies);
  const rows = [];
  for (const encoding of encodings)
    for (const connections of connectionCounts) {
      tell(`page with ${page.responses} responses, ${encoding}, ${connections} connections`);
      const pair = await inTurn([page, bare], { plan, encoding, connections });
      rows.push({
        responses: page.responses,
        encoding,
        connections,
        bytes: bodies[encoding].length,
        ...pair,
      });
    }
  await bare.stop();
  return rows;
}

async function inTurn([ours, bare], { plan, encoding, connections }) {
  const once = (target, seconds) => load({ ...target, seconds, encoding, connections });
  const runs = { ours: [], bare: [] };
  await once(ours, plan.warmSeconds);
  await once(bare, plan.warmSeconds);
  for (let round = 0; round < plan.rounds; round += 1) {
    runs.ours.push(await once(ours, plan.seconds));
    runs.bare.push(await once(bare, plan.seconds));
  }
  const ratios = runs.ours.map(({ perSecond }, round) => perSecond / runs.bare[round].perSecond);
  return {
    ours: middle(runs.ours),
    bare: middle(runs.bare),
    ratio: median(ratios),
    costRatio: median(runs.ours.map(({ cost }, round) => runs.bare[round].cost / cost)),
    lowest: Math.min(...ratios),
    highest: Math.max(...ratios),
    bad: [...runs.ours, ...runs.bare].reduce((sum, { bad }) => sum + bad, 0),
  };
}

function middle(runs) {
  const of = (name) => median(runs.map((run) => run[name]));
  const names = ['perSecond', 'p50', 'p99', 'cost', 'waited'];
  return Object.fromEntries(names.map((name) => [name, of(name)]));
}

/** A page that is never kept, because a question stands behind its address: what the first reader after a change waits for. */
async function builtAnew({ responses, url, pid }, { plan, tell }) {
  tell(`page with ${responses} responses, built anew each time`);
  const once = (seconds) =>
    load({ url: `${url}?in_reply_to=`, pid, seconds, encoding: 'identity', connections: 1 });
  await once(plan.warmSeconds);
  const runs = [];
  for (let round = 0; round < plan.rounds; round += 1) runs.push(await once(plan.seconds));
  return { responses, ...middle(runs), bad: runs.reduce((sum, { bad }) => sum + bad, 0) };
}

async function startBare(bodies) {
  const folder = temporaryFolder('bare');
  const paths = encodings.map((encoding) => join(folder, encoding));
  for (const [index, encoding] of encodings.entries()) writeFileSync(paths[index], bodies[encoding]);
  const child = start(node, [join(root, 'bench/bare-server.mjs'), ...paths], { core: cores.server });
  const [url] = await lineFrom(child, /http:\/\/127\.0\.0\.1:\d+/);
  return { url: `${url}/`, pid: child.pid, stop: () => stop(child) };
}

/** A page's bytes as they go over the wire; throws where it is not there, or not in that encoding. */
function bodyOf(url, encoding) {
  return new Promise((resolve, reject) => {
    const headers = encoding === 'identity' ? {} : { 'accept-encoding': encoding };
    const asked = request(url, { headers, agent: false }, (response) => {
      const pieces = [];
      response.on('data', (piece) => pieces.push(piece));
      response.once('error', reject);
      response.once('end', () => {
        const came = response.headers['content-encoding'] ?? 'identity';
        if (response.statusCode === 200 && came === encoding) resolve(Buffer.concat(pieces));
        else reject(new Error(`${url} answers ${response.statusCode} in ${came}, asked for ${encoding}.`));
      });
    });
    asked.once('error', reject);
    asked.end();
  });
}
