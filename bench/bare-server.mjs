// The yardstick: a bare node:http server that answers every path with one file's bytes from memory, and does nothing else.
//   node bare-server.mjs IDENTITY GZIP     says on stdout where it is; GZIP goes to those who ask for gzip
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

function variant(path, extra) {
  const body = readFileSync(path);
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const head = {
    'content-type': 'text/html; charset=utf-8',
    'content-length': body.length,
    etag,
    'cache-control': 'public, max-age=0, must-revalidate',
    vary: 'accept-encoding',
    ...extra,
  };
  return { body, etag, head };
}

const [identityPath, gzipPath] = process.argv.slice(2);
const identity = variant(identityPath, {});
const gzip = variant(gzipPath, { 'content-encoding': 'gzip' });

const server = createServer((request, response) => {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  const { body, etag, head } = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '') ? gzip : identity;
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, { etag, vary: 'accept-encoding' }).end();
    return;
  }
  response.writeHead(200, head);
  response.end(request.method === 'HEAD' ? undefined : body);
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${server.address().port}\n`);
});
process.once('SIGTERM', () => process.exit(0));
