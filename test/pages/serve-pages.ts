import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { scripts } from '../../src/web/ui/scripts.ts';
import { style } from '../../src/web/ui/styles.ts';

const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'";

/** Serves pages at `/NAME` with the real style sheet and scripts under a strict content policy. `asked` lists every request. */
export async function servePages(pages: Record<string, string>) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    asked.push(url);
    const page = pages[url.slice(1)];
    const script = Object.values(scripts).find(({ href }) => href === url);
    if (script)
      void script.load().then((text) => response.setHeader('content-type', 'text/javascript').end(text));
    else if (url === style.href) response.setHeader('content-type', 'text/css').end(style.text);
    else if (page === undefined) response.writeHead(404).end();
    else
      response
        .setHeader('content-type', 'text/html; charset=utf-8')
        .setHeader('content-security-policy', policy)
        .end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    asked,
    url: (name: string) => `http://127.0.0.1:${port}/${name}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
