// Cold starts: from spawning the process to the first answer 200, on one core.
import { get } from 'node:http';
import { launches, serve } from './hustings.mjs';
import { median } from './statistics.mjs';

/** Starts again and again on a data folder. Answers a row for each way to start and each page asked for. */
export async function measureStarts({ folder }, { data, plan, tell }) {
  const rows = [];
  for (const launch of Object.keys(launches))
    for (const path of ['/healthz', '/']) {
      tell(`starts by ${launch} on ${data} to ${path}`);
      const times = [];
      for (let run = 0; run < plan.starts; run += 1) times.push(await startOnce({ folder, launch, path }));
      rows.push({ data, launch, path, median: median(times), slowest: Math.max(...times) });
    }
  return rows;
}

async function startOnce({ folder, launch, path }) {
  const since = performance.now();
  const server = await serve({ folder, launch });
  await firstAnswer(`${server.origin}${path}`);
  const took = performance.now() - since;
  await server.stop();
  return took;
}

function firstAnswer(url) {
  return new Promise((resolve, reject) => {
    get(url, { agent: false }, (response) => {
      response.resume();
      response.once('end', () => {
        if (response.statusCode === 200) resolve();
        else reject(new Error(`${url} answers ${response.statusCode}.`));
      });
    }).once('error', reject);
  });
}
