// The yardstick of live arrivals: a bare node:http server that keeps whoever asks and, at a POST, tells them all.
//   node bare-live.mjs     says on stdout where it is. A POST's body is what is told; the answer is 303
import { createServer } from 'node:http';

const readers = new Set();

const server = createServer((request, response) => {
  if (request.method === 'POST') {
    const pieces = [];
    request.on('data', (piece) => pieces.push(piece));
    request.on('end', () => {
      response.writeHead(303, { location: '/' }).end();
      const text = Buffer.concat(pieces).toString();
      for (const reader of readers) reader.write(text);
    });
    return;
  }
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.write('retry: 5000\n\n');
  readers.add(response);
  response.once('close', () => readers.delete(response));
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${server.address().port}\n`);
});
process.once('SIGTERM', () => process.exit(0));
