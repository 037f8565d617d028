// Ten thousand readers who wait for responses to one article, beside a bare server that tells as many: in turn.
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { cores, lineFrom, node, root, start, stop } from './children.mjs';
import { serve } from './hustings.mjs';
import { liveTables } from './live-report.mjs';
import { post } from './post.mjs';
import { fileLimit, memoryOf } from './process-facts.mjs';
import { seatReaders } from './seats.mjs';

const wanted = 10_000;
/** File descriptors that a server needs besides those of its readers. */
const spare = 500;

/** Answers tables: how soon readers hear, what each costs in memory, and what posting takes while they wait. */
export async function measureLive({ folder, articles }, { plan, tell }) {
  const count = Math.min(wanted, fileLimit() - spare);
  const [read, unread] = Object.values(articles);
  const ours = await serve({ folder, env: { HUSTINGS_TRUSTED_PROXIES: '127.0.0.1' } });
  const bare = await startBare();
  await pause(plan.idleSeconds * 1_000);
  tell(`${count.toLocaleString('en-GB')} readers come`);
  const seats = {
    ours: await seat(ours, { path: `${read.path}responses/live`, count }),
    bare: await seat(bare, { path: '/', count }),
  };
  const rounds = [];
  for (let round = 0; round <= plan.liveRounds; round += 1) {
    tell(`response ${round + 1} of ${plan.liveRounds + 1}`);
    const said = (number) =>
      `id: ${number}\nevent: response\ndata: {"number":${number},"place":"${read.path}"}\n\n`;
    const responded = await seats.ours.tell(() => postResponse(ours, read, round));
    const alone = await postResponse(ours, unread, round);
    const told = await seats.bare.tell(() => postBare(bare, said(round + 1)));
    if (round > 0) rounds.push({ ours: responded, unread: alone, bare: told }); // the first warms up
  }
  for (const { leave } of Object.values(seats)) await leave();
  for (const server of [ours, bare]) await server.stop();
  return liveTables({ count, wanted, rounds, memory: { ours: seats.ours.each, bare: seats.bare.each } });
}

/** Readers at a server, and what each of them takes of its memory, in bytes. */
async function seat(server, { path, count }) {
  const before = memoryOf(server.pid);
  const seated = await seatReaders({ origin: server.origin, path, count });
  await pause(3_000);
  const after = memoryOf(server.pid);
  return { ...seated, each: before && after ? ((after.rss - before.rss) * 1e6) / count : Number.NaN };
}

async function postResponse({ origin }, { path }, round) {
  const fields = {
    name: 'Teller',
    text: `Response ${round}, which all are told of.`,
    email: '',
    url: '',
    in_reply_to: '',
  };
  return post(`${origin}${path}responses/`, new URLSearchParams(fields).toString());
}

async function postBare({ origin }, text) {
  return post(`${origin}/`, text);
}

async function startBare() {
  const child = start(node, [join(root, 'bench/bare-live.mjs')], { core: cores.server });
  const [origin] = await lineFrom(child, /http:\/\/127\.0\.0\.1:\d+/);
  return { origin, pid: child.pid, stop: () => stop(child) };
}
