// Posting a response with all that is done for it, beside another edition of this software: in turn, in one run.
import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { undoLater } from './children.mjs';
import * as ourFill from './fill.mjs';
import * as ourHustings from './hustings.mjs';
import { post } from './post.mjs';
import { startPostbox } from './postbox.mjs';
import { processorSeconds } from './process-facts.mjs';
import { median, quantile } from './statistics.mjs';
import { figure, table } from './table.mjs';
import { benchComments, benchParagraphs, quotingComments } from './text.ts';

const under = 1_000;
const aRound = 20;

/** Answers a table of both editions and their ratio. The other one fills and serves its folder by its own scripts. */
export async function measureAgainst(filler, { other, plan, tell }) {
  const postbox = await startPostbox();
  const first = await openOther(resolve(other), { tell });
  const ours = await openOurs(filler, { smtp: postbox.url, tell });
  const comments = [...quotingComments(aRound * (plan.againstRounds + 1), thread())];
  const rounds = [];
  for (let round = 0; round <= plan.againstRounds; round += 1) {
    tell(`round ${round} of ${plan.againstRounds}`);
    const some = comments.slice(round * aRound, (round + 1) * aRound);
    const order = round % 2 === 0 ? ['first', 'ours'] : ['ours', 'first'];
    const times = {};
    for (const name of order) times[name] = await postAll({ first, ours }[name], some);
    if (round > 0) rounds.push(times); // the first warms up
  }
  for (const { stop } of [first, ours, postbox]) await stop();
  return tableOf(rounds, postbox.count());
}

function thread() {
  return { article: benchParagraphs(), comments: [...benchComments(under)] };
}

async function openOurs(filler, { smtp, tell }) {
  tell('filling a data folder');
  const data = await ourFill.fill(filler, { counts: [under] });
  const server = await ourHustings.serve({
    ...data,
    env: { HUSTINGS_SMTP: smtp, HUSTINGS_TRUSTED_PROXIES: '127.0.0.1' },
  });
  const url = `${server.origin}${data.articles[under].path}responses/`;
  return { url, pid: server.pid, extra: { letters: 'on' }, stop: server.stop };
}

async function openOther(folder, { tell }) {
  tell(`filling a data folder by ${folder}`);
  const script = (name) => import(pathToFileURL(join(folder, 'bench', name)).href);
  const { cleanUp } = await script('children.mjs');
  const cleanNow = undoLater(cleanUp);
  const { buildFiller, fill } = await script('fill.mjs');
  const data = await fill(await buildFiller(), { counts: [under] });
  const { serve } = await script('hustings.mjs');
  const server = await serve(data);
  const url = `${server.origin}${data.articles[under].path}responses/`;
  const stop = async () => {
    await server.stop();
    await cleanNow();
  };
  return { url, pid: server.pid, extra: {}, stop };
}

/** One after the other, each by its own writer; of three, one cites a page elsewhere. Answers milliseconds. */
async function postAll({ url, pid, extra }, comments) {
  const times = [];
  const before = processorSeconds(pid);
  for (const [index, { name, text }] of comments.entries()) {
    const cited = index % 3 === 0 ? `\n\nSee https://pages.ledger.example/${index}/.` : '';
    const email = `${name.toLowerCase().replace(' ', '-')}@readers.example`;
    const fields = {
      name,
      text: `${text}${cited}`,
      email,
      url: '',
      in_reply_to: String(index + 1),
      ...extra,
    };
    const cookie = `hustings_writer=${createHash('sha256').update(name).digest('base64url')}`;
    const { took, location } = await post(url, new URLSearchParams(fields).toString(), {
      ...{ cookie, from: `10.0.0.${Number(name.split(' ')[1]) + 1}` },
    });
    if (!location?.includes('#response-')) throw new Error(`A response was held: ${location}`);
    times.push(took);
  }
  return { times, processor: ((processorSeconds(pid) - before) * 1_000) / comments.length };
}

function tableOf(rounds, letters) {
  const all = (name) => rounds.flatMap((round) => round[name].times);
  const processor = (name) => median(rounds.map((round) => round[name].processor));
  const row = (title, name) => [
    title,
    ...[0.5, 0.95, 1].map((share) => figure(quantile(all(name), share))),
    figure(processor(name)),
  ];
  const ratios = (share) =>
    rounds.map(({ ours, first }) => quantile(ours.times, share) / quantile(first.times, share));
  const whole = (share) => figure(quantile(all('ours'), share) / quantile(all('first'), share));
  const count = all('ours').length;
  return [
    table(
      [
        `${count.toLocaleString('en-GB')} responses under ${under.toLocaleString('en-GB')}`,
        'p50 ms',
        'p95 ms',
        'slowest ms',
        'processor ms each',
      ],
      [
        row('the other edition', 'first'),
        row('with all that is done now', 'ours'),
        ['ratio', whole(0.5), whole(0.95), '–', figure(processor('ours') / processor('first'))],
        ['median of the rounds’ ratios', figure(median(ratios(0.5))), figure(median(ratios(0.95))), '–', '–'],
      ],
      { texts: 1 },
    ),
    `${letters} letters went out meanwhile.`,
  ].join('\n\n');
}
