// Loads an address for some seconds with the best load generator there is: wrk where it is installed, else our own.
import { join } from 'node:path';
import { cores, finish, has, node, root, start } from './children.mjs';
import { processorSeconds, waitedSeconds } from './process-facts.mjs';

const withWrk = has('wrk');
export const generator = withWrk ? 'wrk (1 thread)' : 'bench/load-generator.mjs';

/**
 * Answers requests/s, p50 and p99 in ms, bad answers; the processor time that the server took for a request, in
 * microseconds; and for which share of the time it was kept waiting for its core by something else.
 */
export async function load({ url, pid, connections, seconds, encoding }) {
  const before = { used: processorSeconds(pid), waited: waitedSeconds(pid) };
  const since = performance.now();
  const run = withWrk ? byWrk : byOurOwn;
  const { requests, perSecond, p50, p99, bad } = await run({ url, connections, seconds, encoding });
  const took = (performance.now() - since) / 1_000;
  const cost = ((processorSeconds(pid) - before.used) / requests) * 1e6;
  const waited = (waitedSeconds(pid) - before.waited) / took;
  return { perSecond, p50, p99, bad, cost, waited };
}

async function byOurOwn({ url, connections, seconds, encoding }) {
  const script = join(root, 'bench/load-generator.mjs');
  const args = [script, url, String(connections), String(seconds), encoding];
  const out = await finish(start(node, args, { core: cores.load }), { seconds: seconds + 60 });
  const { requests, seconds: took, ...rest } = JSON.parse(out);
  return { ...rest, requests, perSecond: requests / took };
}

async function byWrk({ url, connections, seconds, encoding }) {
  const asking = encoding === 'identity' ? [] : ['-H', `Accept-Encoding: ${encoding}`];
  const args = ['-t1', `-c${connections}`, `-d${seconds}s`, '--timeout', '30s', '--latency', ...asking, url];
  const text = await finish(start('wrk', args, { core: cores.load }), { seconds: seconds + 60 });
  const number = (pattern) => Number(pattern.exec(text)?.[1] ?? 0);
  const socketErrors = /Socket errors: (.*)/.exec(text)?.[1] ?? '';
  const broken = [...socketErrors.matchAll(/\d+/g)].reduce((sum, [count]) => sum + Number(count), 0);
  return {
    requests: number(/(\d+) requests in /),
    perSecond: number(/Requests\/sec:\s+([\d.]+)/),
    p50: milliseconds(/ 50%\s+([\d.]+)(us|ms|s|m)\b/.exec(text)),
    p99: milliseconds(/ 99%\s+([\d.]+)(us|ms|s|m)\b/.exec(text)),
    bad: number(/Non-2xx or 3xx responses: (\d+)/) + broken,
  };
}

function milliseconds(found) {
  const units = { us: 0.001, ms: 1, s: 1_000, m: 60_000 };
  return found ? Number(found[1]) * units[found[2]] : Number.NaN;
}
