import { type IncomingMessage, request as requestHttp } from 'node:http';
import { type Dial, secureConnection } from './connect.ts';
import type { Target } from './target.ts';

/** What is sent in one request; `bearer` stands apart from the headers, which are told to others. */
export type Message = {
  method: 'GET' | 'POST';
  headers: Record<string, string>;
  bearer: string | null;
  content: Uint8Array | null;
};

/**
 * Sends one request over a connection of its own and answers when the answer's head is there. No agent: no proxy,
 * no connection of somebody else's, nothing kept open. Rejects with what the connection reports.
 */
export function askOnce(
  { url, port, ...target }: Target,
  { message, dial, signal }: { message: Message; dial: Dial; signal: AbortSignal },
): Promise<IncomingMessage> {
  const whole = { url, port, ...target };
  return new Promise((resolve, reject) => {
    const request = requestHttp({
      host: target.host,
      port,
      path: url.pathname + url.search,
      method: message.method,
      headers: {
        ...message.headers,
        ...(message.bearer === null ? {} : { authorization: `Bearer ${message.bearer}` }),
        ...{ host: url.host, connection: 'close' },
      },
      setHost: false,
      maxHeaderSize: 32_768,
      signal,
      createConnection: () => (target.secure ? secureConnection(whole, dial) : dial(whole)),
    });
    request.once('response', resolve);
    request.once('error', reject);
    request.end(message.content ?? undefined);
  });
}
