import { request } from 'node:http';

export type Answer = {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  bytes: Buffer;
  text: string;
};
export type Asking = { method?: string; headers?: Record<string, string>; body?: string | Buffer };

/** Asks over a connection of its own, following no redirect and unpacking nothing. */
export function ask(url: string, { method = 'GET', headers = {}, body }: Asking = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, agent: false, headers }, (answer) => {
      const pieces: Buffer[] = [];
      answer.on('data', (piece: Buffer) => pieces.push(piece));
      answer.on('error', reject);
      answer.on('end', () => {
        const bytes = Buffer.concat(pieces);
        resolve({
          ...{ status: answer.statusCode ?? 0, headers: answer.headers, bytes },
          text: bytes.toString(),
        });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Sends a form as a browser's page of the same publication does. */
export function sendForm(
  url: string,
  fields: Record<string, string> | string,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const body = typeof fields === 'string' ? fields : new URLSearchParams(fields).toString();
  return ask(url, {
    method: 'POST',
    headers: {
      origin: new URL(url).origin,
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': String(Buffer.byteLength(body)),
      ...headers,
    },
    body,
  });
}

/** What an address leads to, in JSON. */
export async function askJson<T>(url: string): Promise<T> {
  return JSON.parse((await ask(url)).text);
}
