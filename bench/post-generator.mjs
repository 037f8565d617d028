// Posts distinct comments over keep-alive connections, as a browser's form or as a program, and says what came of it.
//   node post-generator.mjs ORIGIN PATH form|api COUNT CONNECTIONS MARK
// Prints {"accepted","refused","perSecond","p50","p99"}. Each text begins with MARK, by which the rows are counted after.
import { Agent, request } from 'node:http';
import { quantile } from './statistics.mjs';
import { benchComments } from './text.ts';

const [origin, path, kind, count, connections, mark] = process.argv.slice(2);
const { hostname, port } = new URL(origin);
if (hostname !== '127.0.0.1') throw new Error('Only 127.0.0.1 is posted to.');
const agent = new Agent({ keepAlive: true, maxSockets: Number(connections) });
const ways = {
  form: {
    type: 'application/x-www-form-urlencoded',
    encode: (comment) => new URLSearchParams({ ...comment, email: '', url: '', in_reply_to: '' }).toString(),
    // A held comment leads to its receipt instead.
    isAccepted: (response) =>
      response.statusCode === 303 && response.headers.location?.includes('#response-'),
  },
  api: {
    type: 'application/json',
    encode: (comment) => JSON.stringify(comment),
    isAccepted: (response) => response.statusCode === 201,
  },
};
const { type, encode, isAccepted } = ways[kind];
const bodies = [...benchComments(Number(count))].map(({ name, text }) =>
  encode({ name, text: `${mark} ${text}` }),
);
/** One writer holds all the names: without a secret each name could be signed with but once. */
const cookie = `hustings_writer=${'b'.repeat(43)}`;
const latencies = [];
let accepted = 0;
let refused = 0;
let next = 0;

const since = performance.now();
await Promise.all(Array.from({ length: Number(connections) }, postOneAfterAnother));
const seconds = (performance.now() - since) / 1_000;
agent.destroy();
const result = {
  accepted,
  refused,
  perSecond: accepted / seconds,
  p50: quantile(latencies, 0.5),
  p99: quantile(latencies, 0.99),
};
process.stdout.write(`${JSON.stringify(result)}\n`);

async function postOneAfterAnother() {
  while (next < bodies.length) {
    const body = bodies[next];
    next += 1;
    const sent = performance.now();
    const { response, start } = await post(body);
    latencies.push(performance.now() - sent);
    if (isAccepted(response)) accepted += 1;
    else {
      refused += 1;
      if (refused === 1) process.stderr.write(`${response.statusCode} ${start}\n`);
    }
  }
}

function post(body) {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': type, 'content-length': Buffer.byteLength(body), origin, cookie };
    const sending = request({ agent, hostname, port, method: 'POST', path, headers }, (response) => {
      let start = '';
      response.setEncoding('utf8');
      response.on('data', (piece) => {
        if (start.length < 300) start += piece;
      });
      response.once('end', () => resolve({ response, start }));
    });
    sending.setTimeout(60_000, () => sending.destroy(new Error('No answer within a minute.')));
    sending.once('error', reject);
    sending.end(body);
  });
}
