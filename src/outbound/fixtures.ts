import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after } from 'node:test';

export type Listener = { port: number; place: string; url: string; connects: number; server: Server };

/** A real HTTP server on the loopback, which counts the connections that are made to it. */
export async function listenLocally(answer: RequestListener): Promise<Listener> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const place = `127.0.0.1:${port}`;
  const listener = { port, place, url: `http://${place}/`, connects: 0, server };
  server.on('connection', () => {
    listener.connects += 1;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  return listener;
}
