// Do readers wait longer while pictures of 24 megapixels are made? Their p99 with and without, in turns, in one run.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { finish, temporaryFolder } from './children.mjs';
import { command, serve } from './hustings.mjs';
import { load } from './load.mjs';
import { median } from './statistics.mjs';
import { figure, table } from './table.mjs';

const [width, height] = [6_000, 4_000];
const responses = 100;
const email = 'bench@ledger.example';

/** Answers the part of the report, and whether every answer was a good one. */
export async function measurePictures(data, { plan, tell }) {
  const photograph = await aPhotograph();
  await finish(command(['staff', 'add', 'Bench', '--email', email, '--role', 'owner'], data), {
    seconds: 60,
  });
  const link = await finish(command(['staff', 'link', email], data), { seconds: 60 });
  const server = await serve(data);
  const desk = await signIn(server, link);
  const url = server.origin + data.articles[responses].path;
  await (await fetch(url)).text();
  const rows = [];
  for (const connections of [1, 32]) {
    tell(`pictures of 24 megapixels, ${connections} connections`);
    rows.push(await measure({ server, url, desk, photograph, connections, plan }));
  }
  await server.stop();
  return { markdown: written(rows, photograph.length), isSound: rows.every(({ bad }) => bad === 0) };
}

/** Rounds with and without take turns, so that what else the machine does meets both alike. */
async function measure({ server, url, desk, photograph, connections, plan }) {
  const asked = { url, pid: server.pid, connections, seconds: plan.pictureSeconds, encoding: 'gzip' };
  const [without, beside, times] = [[], [], []];
  for (let round = 0; round < plan.pictureRounds; round += 1) {
    without.push(await load(asked));
    const sending = keepSending(desk, photograph, times);
    beside.push(await load(asked));
    await sending.stop();
  }
  const ratios = beside.map(({ p99 }, round) => p99 / without[round].p99);
  const bad = [...without, ...beside].reduce((sum, each) => sum + each.bad, 0);
  return { connections, without, beside, ratios, times, bad };
}

/** Sends one picture after another. Each has bytes of its own, so that each is made anew. */
function keepSending(desk, photograph, times) {
  let stopped = false;
  const sent = (async () => {
    while (!stopped) {
      const since = performance.now();
      const bytes = Buffer.concat([photograph, Buffer.from(`${desk.sent++}`)]);
      const answer = await desk.send(bytes);
      if (answer.status !== 201)
        throw new Error(`A picture was answered ${answer.status}: ${await answer.text()}`);
      const { width: kept } = await answer.json();
      if (kept !== 2_560) throw new Error(`A picture came out ${kept} pixels wide.`);
      times.push(performance.now() - since);
    }
  })();
  return {
    stop() {
      stopped = true;
      return sent;
    },
  };
}

async function signIn(server, link) {
  const token = new URL(link.match(/https?:\S+/)[0]).searchParams.get('token');
  const origin = server.origin;
  const body = new URLSearchParams({ token });
  const answer = await fetch(`${origin}/desk/sign-in/`, {
    method: 'POST',
    body,
    headers: { origin },
    redirect: 'manual',
  });
  const cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  if (answer.status !== 303 || cookie === '') throw new Error(`Signing in was answered ${answer.status}.`);
  const headers = { origin, cookie, accept: 'application/json' };
  return {
    sent: 0,
    send(bytes) {
      const form = new FormData();
      form.append('alt', 'A photograph');
      form.append('file', new Blob([bytes]), 'photograph.jpg');
      return fetch(`${origin}/desk/pictures/`, { method: 'POST', body: form, headers });
    },
  };
}

/** 24 megapixels with slopes, edges and grain, as a camera's JPEG has them. */
async function aPhotograph() {
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0, y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const grain = (x * 7_919 + y * 104_729) % 23;
      const edge = (x >> 8) % 2 === (y >> 8) % 2 ? 30 : 0;
      pixels[at++] = 110 + 60 * Math.sin(x / 97) + edge + grain;
      pixels[at++] = 100 + 60 * Math.sin((x + y) / 150) + edge + grain;
      pixels[at++] = 90 + 50 * Math.cos(y / 120) + grain;
    }
  const file = join(temporaryFolder('photograph'), 'photograph.jpg');
  await sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 92 })
    .toFile(file);
  return readFileSync(file);
}

function written(rows, bytes) {
  const head = ['connections', 'p50 / p99 ms without', 'p50 / p99 ms with', 'ratio of p99', 'of the rounds'];
  const beside = ['pictures', 'seconds each', 'bad'];
  const cells = rows.map(({ connections, without, beside: busy, ratios, times, bad }) => [
    String(connections),
    `${figure(middle(without, 'p50'))} / ${figure(middle(without, 'p99'))}`,
    `${figure(middle(busy, 'p50'))} / ${figure(middle(busy, 'p99'))}`,
    median(ratios).toFixed(2),
    `${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}`,
    String(times.length),
    figure(median(times) / 1_000),
    String(bad),
  ]);
  return [
    '### Readers while pictures are made',
    `An article with ${responses} responses, gzip, while one picture of 24 megapixels (${(bytes / 1e6).toFixed(1)} MB of JPEG) after another is sent and made, beside the same without; in turns, in one run. The process that makes pictures has the server’s own core and the lowest priority.`,
    table([...head, ...beside], cells, { texts: 0 }),
  ].join('\n\n');
}

function middle(runs, name) {
  return median(runs.map((run) => run[name]));
}
