import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Web } from './site-app.ts';

/**
 * Listens with the application. Pages that are still true are answered from memory before it. Slow or endless
 * requests are cut off: headers within 20 s, a whole request within 60 s.
 */
export async function listen(web: Web, { port, host }: { port: number; host: string }): Promise<Server> {
  const listener = getRequestListener(web.app.fetch, { overrideGlobalObjects: false });
  const server = createServer(
    { headersTimeout: 20_000, requestTimeout: 60_000, keepAliveTimeout: 10_000 },
    (request, response) => {
      if (!web.pages.answer(request, response)) void listener(request, response);
    },
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return server;
}

/** Stops taking connections and waits, at most three seconds, for the answers under way. */
export async function stopListening(server: Server): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), 3_000);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
  clearTimeout(cut);
}
