import { lookup } from 'node:dns/promises';
import type { IncomingMessage } from 'node:http';
import { askOnce, type Message } from './ask-once.ts';
import { type Dial, dialChecked } from './connect.ts';
import {
  type Exchange,
  type Fetch,
  type Fetched,
  FetchStopped,
  type NotFetched,
  type OutboundRequest,
  type OutboundRules,
} from './outbound.ts';
import { aborted, Pace } from './pace.ts';
import { acceptedEncodings, readAnswer } from './read-answer.ts';
import { findTarget, type Resolve, type Target } from './target.ts';

/** What the fetcher stands on; a test puts in a name server and a network of its own. */
export type Network = { resolve: Resolve; dial: Dial; pace: Pace };

const mostRedirects = 5;
const standard = { largest: 1_000_000, within: 10_000 };

const agentName = 'Hustings';
/** What a caller may not set: it belongs to the connection, or would tell a host who is asking. */
const reserved =
  /^(?:host|connection|content-length|transfer-encoding|te|trailer|upgrade|expect|keep-alive|cookie|authorization|proxy-.*|referer|origin|accept-encoding|user-agent)$/i;

/**
 * Makes the one way out. Each request: name looked up, every address checked, connection made to a checked address,
 * limits kept while the body comes; the same anew for each redirect. The time limit runs by the machine's own
 * timer and not by the site's clock, since the other host does not stand still with it.
 */
export function createFetch(rules: OutboundRules, network: Network = realNetwork()): Fetch {
  return async (request) => {
    if (!rules.on) return stopped('off', 'Asking other hosts is switched off here.', request.url);
    const signal = AbortSignal.timeout(request.within ?? standard.within);
    const left =
      request.bearer === undefined ? Math.min(request.redirects ?? mostRedirects, mostRedirects) : 0;
    const hop: Hop = { url: request.url, left, via: [] };
    try {
      const message = messageOf(request);
      return await Promise.race([follow({ request, message, hop, rules, network, signal }), aborted(signal)]);
    } catch (error) {
      return outcomeOf(error, hop.url);
    }
  };
}

/** The machine's own names and network. */
export function realNetwork(): Network {
  return {
    resolve: async (name) => (await lookup(name, { all: true })).map(({ address }) => address),
    dial: dialChecked,
    pace: new Pace(),
  };
}

/** Where the request has got to, and how many redirects it may still follow. */
type Hop = { url: string; left: number; via: string[] };
type Errand = {
  request: OutboundRequest;
  message: Message;
  hop: Hop;
  rules: OutboundRules;
  network: Network;
  signal: AbortSignal;
};

async function follow(errand: Errand): Promise<Fetched> {
  const { request, message, hop, rules, network, signal } = errand;
  for (;;) {
    const target = await findTarget(hop.url, { rules, resolve: network.resolve });
    if (message.bearer !== null) keepSecret(target, rules);
    signal.throwIfAborted();
    await network.pace.turn(target.url.host, signal);
    const answer = await askOnce(target, { message, dial: network.dial, signal });
    const next = redirectOf(message, { status: answer.statusCode ?? 0, location: answer.headers.location });
    if (next === null) {
      const limits = {
        largest: request.largest ?? standard.largest,
        whenLarger: request.whenLarger ?? 'refuse',
        types: request.types ?? null,
      };
      answer.once('error', () => undefined); // what breaks while it is thrown away is of no more interest
      const read = await readAnswer(answer, limits);
      return {
        ok: true,
        url: target.url.href,
        status: answer.statusCode ?? 0,
        headers: headersOf(answer.headersDistinct),
        ...read,
        exchange: exchangeOf(errand, { url: target.url, answer }),
      };
    }
    answer.once('error', () => undefined);
    answer.destroy();
    moveOn(hop, target.url, next);
  }
}

/** A POST is followed only where it stays one (RFC 9110, 15.4); any other redirect of it is its answer. */
function redirectOf(
  { method }: Message,
  { status, location }: { status: number; location: string | undefined },
): string | null {
  const followed = method === 'POST' ? [307, 308] : [301, 302, 303, 307, 308];
  return location !== undefined && followed.includes(status) ? location : null;
}

function moveOn(hop: Hop, from: URL, location: string): void {
  if (hop.left === 0)
    throw new FetchStopped('too-many-redirects', 'It was redirected too often: the last was not followed.');
  const to = URL.canParse(location, from.href) ? new URL(location, from.href) : null;
  if (to === null || (from.protocol === 'https:' && to.protocol === 'http:'))
    throw new FetchStopped('bad-redirect', 'It was redirected to an address that is not followed.');
  hop.left -= 1;
  hop.via.push(from.href);
  hop.url = to.href;
}

/** A token goes to nobody who has not proven to be the host asked for. */
function keepSecret({ url, port, secure }: Target, { allow }: OutboundRules): void {
  if (!secure && !allow.includes(`${url.hostname}:${port}`))
    throw new FetchStopped('insecure', 'A token is sent by https alone.');
}

function messageOf({ method = 'GET', headers = {}, bearer, body, types }: OutboundRequest): Message {
  const wrong = Object.entries(headers).find(
    ([name, value]) => reserved.test(name) || !/^[\w-]+$/.test(name) || !/^[\x20-\x7e]*$/.test(value),
  );
  if (wrong)
    throw new FetchStopped('bad-header', `The header ${wrong[0].slice(0, 40)} is not sent from here.`);
  if (bearer !== undefined && !/^[\x21-\x7e]{1,1000}$/.test(bearer))
    throw new FetchStopped('bad-header', 'The token has a sign in it that no token may have.');
  const content = body === undefined ? null : Buffer.from(body.content);
  return {
    method,
    content,
    bearer: bearer ?? null,
    headers: {
      accept: types?.join(', ') ?? '*/*',
      ...headers,
      'user-agent': agentName,
      'accept-encoding': acceptedEncodings,
      ...(body ? { 'content-type': body.type, 'content-length': String(content?.length ?? 0) } : {}),
    },
  };
}

function headersOf(distinct: NodeJS.Dict<string[]>): Headers {
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(distinct))
    for (const value of values) if (name !== 'set-cookie') headers.append(name, value);
  return headers;
}

function exchangeOf(
  { message, hop }: Errand,
  { url, answer }: { url: URL; answer: IncomingMessage },
): Exchange {
  const sent = Object.entries({ ...message.headers, host: url.host, connection: 'close' });
  const raw = answer.rawHeaders;
  const came = raw.flatMap((name, index) => (index % 2 === 0 ? [[name, raw[index + 1] ?? '']] : []));
  const lines = (pairs: string[][]) =>
    pairs
      .filter(([name = '']) => !/^set-cookie2?$/i.test(name))
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('');
  const status = `${answer.statusCode} ${answer.statusMessage ?? ''}`.trimEnd();
  return {
    request: `${message.method} ${url.pathname}${url.search} HTTP/1.1\r\n${lines(sent)}`,
    response: `HTTP/${answer.httpVersion} ${status}\r\n${lines(came)}`,
    via: hop.via,
  };
}

/** Any fault of the way as an outcome: what failed is told in our words, never in the other host's. */
function outcomeOf(error: unknown, url: string): NotFetched {
  if (error instanceof FetchStopped) return stopped(error.fault, error.message, url);
  const { name, code = '' } = error as { name?: string; code?: string };
  if (name === 'TimeoutError' || name === 'AbortError')
    return stopped('too-slow', 'It took too long and was cut off.', url);
  if (/^(?:ERR_TLS|ERR_SSL|CERT_|UNABLE_TO|DEPTH_ZERO|SELF_SIGNED|EPROTO|HOSTNAME)/.test(code))
    return stopped('insecure', 'Its certificate does not prove that it is the host asked for.', url);
  if (/^Z_|^ERR__ERROR|BROTLI|ERR_ZLIB/.test(code))
    return stopped('bad-encoding', 'The answer could not be unpacked.', url);
  return stopped('unreachable', 'It could not be reached, or did not answer as the web does.', url);
}

function stopped(fault: NotFetched['fault'], sentence: string, url: string): NotFetched {
  return { ok: false, fault, sentence, url };
}
