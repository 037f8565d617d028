// The desk's form on an article of 10,000 words: opening it and saving it, beside a bare server, in turn.
import { writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { cores, finish, lineFrom, node, root, start, stop, temporaryFolder } from './children.mjs';
import { command, serve } from './hustings.mjs';
import { quantile } from './statistics.mjs';
import { figure, table } from './table.mjs';

const sentence =
  'The highways committee refused the harbour board its toll last night, by six votes to three. ';
const words = 10_000;

/** Answers a table: a row for each act and format with p50 and p95 in milliseconds, ours and bare, and their ratio. */
export async function measureEditor({ folder }, { plan, tell }) {
  const owner = 'bench@ledger.example';
  await finish(command(['staff', 'add', 'Ann Osei', '--email', owner, '--role', 'owner'], { folder }), {
    seconds: 60,
  });
  const said = await finish(command(['staff', 'link', owner], { folder }), { seconds: 60 });
  const server = await serve({ folder });
  const cookie = await signIn(server.origin, /token=([\w-]+)/.exec(said)?.[1]);
  const rows = [];
  for (const format of ['markdown', 'html']) {
    tell(`the form of an article of ${words.toLocaleString('en-GB')} words, ${format}`);
    const desk = { origin: server.origin, cookie };
    const draft = await write(desk, format);
    const page = await ask(desk, draft.path);
    const bare = await startBare(page.body);
    const beside = (acts) => inTurn({ ...acts, bare: () => ask(bare, '/') }, plan);
    rows.push({ act: 'open', format, ...(await beside({ ours: () => ask(desk, draft.path) })) });
    let round = 0;
    const before = async () => {
      round += 1;
      draft.fields.updatedAt = await versionOf(desk, draft.path);
    };
    rows.push({ act: 'save', format, ...(await beside({ before, ours: () => save(desk, draft, round) })) });
    await bare.stop();
  }
  await server.stop();
  return table(head, rows.map(cells), { texts: 2 });
}

const head = ['act', 'written as', 'p50 ms', 'p95 ms', 'bare p50 ms', 'bare p95 ms', 'p95 ÷ bare'];

function cells({ act, format, p50, p95, bareP50, bareP95, ratio }) {
  return [act, format, ...[p50, p95, bareP50, bareP95, ratio].map(figure)];
}

async function inTurn({ before = async () => {}, ours, bare }, { oneAtATime }) {
  for (let warm = 0; warm < 20; warm += 1) {
    await before();
    await ours();
    await bare();
  }
  const times = { ours: [], bare: [] };
  for (let round = 0; round < oneAtATime; round += 1) {
    await before();
    times.ours.push(await timed(ours));
    times.bare.push(await timed(bare));
  }
  const p = (of, share) => quantile(times[of], share);
  return {
    p50: p('ours', 0.5),
    p95: p('ours', 0.95),
    bareP50: p('bare', 0.5),
    bareP95: p('bare', 0.95),
    ratio: p('ours', 0.95) / p('bare', 0.95),
  };
}

async function timed(act) {
  const since = performance.now();
  await act();
  return performance.now() - since;
}

async function signIn(origin, token) {
  const answer = await ask({ origin }, '/desk/sign-in/', { token });
  return [answer.headers['set-cookie']]
    .flat()
    .map((each) => each.split(';')[0])
    .join('; ');
}

async function write(desk, format) {
  const paragraphs = Array.from({ length: words / 80 }, () => sentence.repeat(5).trim());
  const body =
    format === 'html' ? paragraphs.map((text) => `<p>${text}</p>`).join('\n') : paragraphs.join('\n\n');
  const fields = { title: `Toll, ${format}`, body, format, byline: 'Ann Osei', do: 'save' };
  const answer = await ask(desk, '/desk/articles/new/', fields);
  const path = answer.headers.location?.replace(/\?.*/, '');
  if (!path) throw new Error(`The draft was not taken: ${answer.status}`);
  return { path, fields: { ...fields, updatedAt: await versionOf(desk, path) } };
}

/** A save with one word changed. */
async function save(desk, { path, fields }, round) {
  const body = fields.body.replace(/last night|\d+ nights ago/, `${round} nights ago`);
  const answer = await ask(desk, path, { ...fields, body });
  if (answer.status !== 303) throw new Error(`A save was answered ${answer.status}`);
}

async function versionOf(desk, path) {
  const { body } = await ask(desk, path);
  return /name="updatedAt" value="([^"]*)"/.exec(body)?.[1] ?? '';
}

async function startBare(body) {
  const file = join(temporaryFolder('bare'), 'page');
  writeFileSync(file, body);
  const child = start(node, [join(root, 'bench/bare-server.mjs'), file, file], { core: cores.server });
  const [, port] = await lineFrom(child, /http:\/\/127\.0\.0\.1:(\d+)/);
  return { origin: `http://127.0.0.1:${port}`, stop: () => stop(child) };
}

function ask({ origin, cookie }, path, fields) {
  const body = fields && new URLSearchParams(fields).toString();
  const type = { 'content-type': 'application/x-www-form-urlencoded', origin };
  const headers = { ...(cookie ? { cookie } : {}), ...(body === undefined ? {} : type) };
  return new Promise((resolve, reject) => {
    const asked = request(
      `${origin}${path}`,
      { method: body === undefined ? 'GET' : 'POST', headers },
      (answer) => {
        const pieces = [];
        answer.on('data', (piece) => pieces.push(piece));
        answer.on('end', () =>
          resolve({
            status: answer.statusCode,
            headers: answer.headers,
            body: Buffer.concat(pieces).toString(),
          }),
        );
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}
