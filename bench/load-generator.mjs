// Loads one address on loopback over keep-alive connections, one request at a time on each, and says what came of it.
//   node load-generator.mjs URL CONNECTIONS SECONDS ENCODING
// Prints {"requests","seconds","p50","p99","bad"}: milliseconds; `bad` are answers other than 200 and broken connections.
// The request's bytes are made once and answers are measured by Content-Length alone, so that the server is what is slow.
import { connect } from 'node:net';
import { quantile } from './statistics.mjs';

const [address, connections, seconds, encoding] = process.argv.slice(2);
const url = new URL(address);
if (url.hostname !== '127.0.0.1') throw new Error('Only 127.0.0.1 is loaded.');
const request = Buffer.from(
  `GET ${url.pathname}${url.search} HTTP/1.1\r\nHost: ${url.host}\r\n` +
    `${encoding === 'identity' ? '' : `Accept-Encoding: ${encoding}\r\n`}\r\n`,
);
const endOfHead = '\r\n\r\n';
const latencies = [];
let bad = 0;
let over = false;
let open = 0;
const since = performance.now();

for (let index = 0; index < Number(connections); index += 1) openConnection();
setTimeout(() => {
  over = true;
}, Number(seconds) * 1_000);
// An answer that never comes does not keep the run from ending.
setTimeout(report, Number(seconds) * 1_000 + 30_000).unref();

function openConnection() {
  let asked = 0;
  let head = ''; // of an answer whose head has not wholly come
  let left = 0; // bytes of its body that are still to come
  open += 1;

  const ask = () => {
    if (over) {
      socket.end();
      return;
    }
    asked = performance.now();
    socket.write(request);
  };
  const answered = () => {
    latencies.push(performance.now() - asked);
    ask();
  };
  const read = (length, buffer) => {
    if (left > 0) {
      left -= length;
      if (left === 0) answered();
      return;
    }
    head += buffer.latin1Slice(0, length);
    const end = head.indexOf(endOfHead);
    if (end < 0) return;
    if (!head.startsWith('HTTP/1.1 200')) bad += 1;
    const stated = /\r\ncontent-length: *(\d+)/i.exec(head.slice(0, end));
    if (!stated) throw new Error(`An answer without Content-Length:\n${head.slice(0, end)}`);
    left = Number(stated[1]) - (head.length - end - endOfHead.length);
    head = '';
    if (left === 0) answered();
  };

  const socket = connect({
    port: Number(url.port),
    host: url.hostname,
    noDelay: true,
    onread: {
      buffer: Buffer.allocUnsafe(128 * 1024),
      callback(length, buffer) {
        read(length, buffer);
        return true;
      },
    },
  });
  socket.once('connect', ask);
  socket.once('error', () => {
    bad += 1;
  });
  socket.once('close', () => {
    if (!over) bad += 1;
    open -= 1;
    if (open === 0) report();
  });
}

function report() {
  const took = (performance.now() - since) / 1_000;
  process.stdout.write(
    `${JSON.stringify({
      requests: latencies.length,
      seconds: took,
      p50: quantile(latencies, 0.5),
      p99: quantile(latencies, 0.99),
      bad,
    })}\n`,
    () => process.exit(0),
  );
}
