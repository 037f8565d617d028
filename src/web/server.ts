import { createServer, type IncomingMessage, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Web } from './site-app.ts';

/**
 * Listens with the application. Pages that are still true are answered from memory before it. Slow or endless
 * requests are cut off: headers within 20 s, a whole request within 60 s, but for a picture, which may take ten minutes
 * over a slow line.
 */
export async function listen(web: Web, { port, host, slowest = 60_000 }: Place): Promise<Server> {
  const listener = getRequestListener(web.app.fetch, { overrideGlobalObjects: false });
  const server = createServer(
    { headersTimeout: 20_000, requestTimeout: 600_000, keepAliveTimeout: 10_000 },
    (request, response) => {
      if (hasBody(request) && !mayTakeLong(request)) cutOff(request, slowest);
      if (!web.pages.answer(request, response)) void listener(request, response);
    },
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  endings.set(server, web.closing);
  return server;
}

/** What each server ends before it waits for the answers under way. */
const endings = new WeakMap<Server, Set<() => void>>();

type Place = { port: number; host: string; slowest?: number };

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
}

function mayTakeLong({ headers }: IncomingMessage): boolean {
  return /^multipart\/form-data\b/i.test(headers['content-type'] ?? '');
}

/** Breaks off a request whose body has not come to its end by then. */
function cutOff(request: IncomingMessage, milliseconds: number): void {
  const cut = setTimeout(() => {
    if (!request.complete) request.socket.destroy();
  }, milliseconds);
  request.once('close', () => clearTimeout(cut));
}

/** Stops taking connections and waits, at most three seconds, for the answers under way. */
export async function stopListening(server: Server): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), 3_000);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    for (const end of endings.get(server) ?? []) end();
    server.closeIdleConnections();
  });
  clearTimeout(cut);
}
