// Ghost and WordPress with the same article and the same comments, one system at a time, each beside the same bare
// server in the same run; and this software once more, by the same scripts.
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { cores, finish, node, start, stop, temporaryFolder, undoLater } from './children.mjs';
import { serve } from './hustings.mjs';
import { freePort, memoryShare, peersFolder, script, whyNot } from './peer-scripts.mjs';
import { peersReport } from './peers-report.mjs';
import { threads } from './plan.mjs';

const installSeconds = 900;
const yardstickBytes = 20_480;

/** Answers what was measured, as Markdown; or a sentence that says why nothing was, which is not worth keeping. */
export async function measurePeers(ours, { plan, tell }) {
  const reason = whyNot();
  if (reason) {
    tell(reason);
    return { markdown: reason, isWorthKeeping: false };
  }
  const systems = { Hustings: oursAgain(ours), Ghost: ghost, WordPress: wordPress };
  const measured = [];
  const bare = [];
  const excuses = [];
  for (const [name, measure] of Object.entries(systems)) {
    try {
      bare.push(...(await measureBare({ plan, tell })));
      measured.push(await measure({ plan, tell: (text) => tell(`${name}: ${text}`) }));
    } catch (error) {
      const excuse = `${name} was not measured: ${String(error.message).trim().split('\n').slice(-3).join(' ')}`;
      excuses.push(excuse);
      tell(excuse);
    }
  }
  bare.push(...(await measureBare({ plan, tell })));
  const markdown = [peersReport({ measured, bare }), ...excuses].join('\n\n');
  return { markdown, isWorthKeeping: excuses.length === 0 };
}

/** The scripts' own yardstick, a page of 20 kB, served by the Node that serves this software. */
async function measureBare({ plan, tell }) {
  tell('the bare server');
  const file = join(temporaryFolder('yardstick'), 'page');
  const page = await finish(start(node, [join(peersFolder, 'text.mjs'), 'body', String(yardstickBytes)]), {
    seconds: 30,
  });
  if (page.length !== yardstickBytes) throw new Error(`The yardstick’s page has ${page.length} bytes.`);
  writeFileSync(file, page);
  writeFileSync(`${file}.gz`, gzipSync(page, { level: 6 }));
  const port = await freePort();
  const child = start(node, [join(peersFolder, 'rawnode.mjs'), file, String(port)], { core: cores.server });
  await pause(1_000);
  const rows = await bothLoads(`http://127.0.0.1:${port}/`, { label: 'bare', plan });
  await stop(child);
  return rows;
}

function oursAgain({ folder, articles }) {
  return async ({ plan, tell }) => {
    const server = await serve({ folder });
    const loads = [];
    for (const count of threads.short) {
      tell(`page ${count}`);
      const label = `Hustings page, ${count.toLocaleString('en-GB')}`;
      const url = `${server.origin}${articles[count].path}`;
      await mustShow(url, `Comment ${Math.min(count, 100) - 1}:`);
      loads.push(...(await bothLoads(url, { label, plan })));
    }
    await server.stop();
    return { name: 'Hustings', loads };
  };
}

async function ghost({ plan, tell }) {
  const folder = temporaryFolder('ghost');
  const stopNow = undoLater(() => script('ghost.sh', ['down', folder]));
  const urls = await setUp('ghost.sh', folder, tell);
  const pids = () => [readFileSync(join(folder, 'ghost.pid'), 'utf8').trim()];
  const begun = await restart('ghost.sh', { folder, url: urls[0].url, pids, plan });
  const loads = await bothLoads(urls[0].url, { label: 'Ghost page (no comments in it)', plan });
  for (const { count, url } of urls) {
    tell(`comments API ${count}`);
    const label = `Ghost comments API, ${count.toLocaleString('en-GB')}`;
    const api = await ghostComments(url);
    await mustShow(api, 'Comment ');
    loads.push(...(await bothLoads(api, { label, plan })));
  }
  const loaded = await memoryShare(pids());
  tell('comments');
  const posts = readPosts(await script('post.sh', ['ghost', folder], { env: { ON: '6' }, seconds: 300 }));
  await stopNow();
  return { name: 'Ghost', loads, posts, loaded, ...begun };
}

/** What the page's own script asks for when a reader scrolls down to the comments. */
async function ghostComments(url) {
  const page = await (await fetch(url)).text();
  const id = /data-post-id="([^"]*)"/.exec(page)?.[1];
  if (!id) throw new Error('Ghost’s page does not name its post.');
  const query = 'limit=20&page=1&order=count__net_score+desc%2C+created_at+desc';
  return `${new URL(url).origin}/members/api/comments/post/${id}/?${query}`;
}

async function wordPress({ plan, tell }) {
  const folder = temporaryFolder('wordpress');
  chmodSync(folder, 0o755); // its database runs under a user of its own
  const stopNow = undoLater(() => script('wordpress.sh', ['down', folder]));
  const urls = await setUp('wordpress.sh', folder, tell);
  const pids = () =>
    ['db', 'fpm', 'nginx'].map((name) => readFileSync(join(folder, `run/${name}.pid`), 'utf8').trim());
  const begun = await restart('wordpress.sh', { folder, url: urls[0].url, pids, plan });
  const loads = [];
  for (const { count, url } of urls) {
    tell(`page ${count}`);
    await mustShow(url, `Comment ${count - 1}:`);
    loads.push(
      ...(await slowLoads(url, { label: `WordPress page, ${count.toLocaleString('en-GB')}`, count, plan })),
    );
  }
  const loaded = await memoryShare(pids());
  tell('comments');
  const posts = readPosts(await script('post.sh', ['wordpress', folder], { env: { ON: '6' }, seconds: 300 }));
  await script('wordpress.sh', ['down', folder]);
  // With nginx's cache before it, which is how a busy one is run.
  const port = readFileSync(join(folder, 'port'), 'utf8').trim();
  await script('wordpress.sh', ['up', folder, port], { env: { PAGE_CACHE: '1' } });
  for (const { count, url } of urls) {
    tell(`page ${count} from nginx’s cache`);
    const label = `WordPress behind nginx’s cache, ${count.toLocaleString('en-GB')}`;
    loads.push(...(await bothLoads(url, { label, plan })));
  }
  await stopNow();
  return { name: 'WordPress', loads, posts, loaded, ...begun };
}

async function setUp(name, folder, tell) {
  const port = String(await freePort());
  const urls = [];
  for (const count of threads.short) {
    tell(`setting up, ${count} comments${urls.length === 0 ? ' (installs first: some minutes)' : ''}`);
    const env = { COMMENTS: String(count) };
    const printed = await script(name, ['up', folder, port], { env, seconds: installSeconds });
    urls.push({ count, url: printed.trim().split('\n').at(-1) });
  }
  return urls;
}

/** Starts it anew: milliseconds to the first answer, and its memory after a while. */
async function restart(name, { folder, url, pids, plan }) {
  await script(name, ['down', folder]);
  const started = Number((await script(name, ['start', folder, url])).trim());
  await pause(plan.idleSeconds * 1_000);
  return { started, idle: await memoryShare(pids()) };
}

/** What lacks the comments it should show is fast for nothing, and not measured. */
async function mustShow(url, words) {
  const response = await fetch(url);
  const text = await response.text();
  if (!response.ok || !text.includes(words))
    throw new Error(`${url} answers ${response.status} without “${words}”.`);
}

async function bothLoads(url, { label, plan }) {
  const often = { DUR: String(plan.peerSeconds), REPEATS: String(plan.peerRepeats), WARM: '1' };
  return [
    await loadOnce(url, { label, env: { ...often, CONNS: '1' } }),
    await loadOnce(url, { label, env: { ...often, CONNS: '32' } }),
  ];
}

/** Pages that take seconds: one long run each; 32 at once only where they end within reason. */
async function slowLoads(url, { label, count, plan }) {
  if (count < 100) return bothLoads(url, { label, plan });
  const once = { REPEATS: '1', WARM: '0', TIMEOUT: '120' };
  const alone = await loadOnce(url, { label, env: { ...once, CONNS: '1', DUR: '30' } });
  if (count > 100) return [alone];
  return [alone, await loadOnce(url, { label, env: { ...once, CONNS: '32', DUR: '20' } })];
}

async function loadOnce(url, { label, env }) {
  const line = await script('load.sh', [url, label], { env, seconds: 400 });
  const [, connections, perSecond, p50, p99, bytes, bad, broken] = line.trim().split('\t');
  const [first, second] = [Number(bad), Number(broken)];
  return {
    label,
    connections: Number(connections),
    perSecond: Number(perSecond),
    p50: Number(p50),
    p99: Number(p99),
    bytes: Number(bytes),
    bad: first + second,
  };
}

function readPosts(text) {
  return text
    .trim()
    .split('\n')
    .map((line) => line.split('\t'))
    .map(([, connections, perSecond, p50, p99, accepted, refused, stored]) => ({
      connections,
      perSecond: Number(perSecond),
      p50: Number(p50),
      p99: Number(p99),
      accepted,
      refused,
      stored,
    }));
}
