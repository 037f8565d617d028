// One thing sent by a form, and how long the answer took.
import { request } from 'node:http';

/** One writer holds the name: without a secret it could be signed with but once. */
const writer = `hustings_writer=${'b'.repeat(43)}`;

/**
 * Sends a body on a connection of its own. Answers when it was sent, on the steady clock of the machine, and how many
 * milliseconds later the answer 303 came; throws at any other.
 */
export function post(url, body, { cookie = writer, from } = {}) {
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': Buffer.byteLength(body),
    origin: new URL(url).origin,
    cookie,
    ...(from === undefined ? {} : { 'x-forwarded-for': from }),
  };
  return new Promise((resolve, reject) => {
    const sent = process.hrtime.bigint();
    const sending = request(url, { method: 'POST', headers, agent: false }, (response) => {
      const took = Number(process.hrtime.bigint() - sent) / 1e6;
      response.resume();
      if (response.statusCode === 303)
        resolve({ sent: Number(sent), took, location: response.headers.location });
      else reject(new Error(`${url} was answered ${response.statusCode}.`));
    });
    sending.setTimeout(60_000, () => sending.destroy(new Error('No answer within a minute.')));
    sending.once('error', reject);
    sending.end(body);
  });
}
