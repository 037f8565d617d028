import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { after, test } from 'node:test';
import { createServer as createTlsServer } from 'node:tls';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import ipaddr from 'ipaddr.js';
import { createFetch, type Network, realNetwork } from './fetcher.ts';
import { listenLocally } from './fixtures.ts';
import type { FetchOutcome } from './outbound.ts';
import { Pace } from './pace.ts';
import { specialBlocks } from './special-blocks.ts';

const fast = (): Network => ({ ...realNetwork(), pace: new Pace(0) });
const fault = (outcome: FetchOutcome) => (outcome.ok ? `got ${outcome.status}` : outcome.fault);
const text = (outcome: FetchOutcome) => {
  assert.ok(outcome.ok, fault(outcome));
  return Buffer.from(outcome.body).toString();
};
const fetchFrom = (...places: string[]) => createFetch({ on: true, allow: places }, fast());

/** A network on which nothing may be reached: it counts what is tried. */
function watched(resolve: Network['resolve']) {
  const dialled: string[] = [];
  const dial: Network['dial'] = ({ addresses }) => {
    dialled.push(...addresses);
    throw new Error('not connected');
  };
  return { network: { resolve, dial, pace: new Pace(0) }, dialled };
}

/** Every usual and unusual spelling of the first and the last address of a block, as the host of a web address. */
function hostsIn(block: string): string[] {
  const [base, bits] = ipaddr.parseCIDR(block);
  const ends = [
    base.toByteArray(),
    base.toByteArray().map((byte, index) => {
      const free = Math.min(8, Math.max(0, (index + 1) * 8 - bits));
      return byte | ((1 << free) - 1);
    }),
  ];
  return ends.flatMap((bytes) => {
    const address = ipaddr.fromByteArray(bytes);
    if (address.kind() === 'ipv6') return [`[${address.toString()}]`, `[${address.toNormalizedString()}]`];
    const [a = 0, b = 0, c = 0, d = 0] = bytes;
    const whole = ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
    const hex = `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
    return [
      ...[`${a}.${b}.${c}.${d}`, `${a}.${b}.${c}.${d}.`, `${whole}`, `0x${whole.toString(16)}`],
      ...[`0${whole.toString(8)}`, bytes.map((part) => `0${part.toString(8)}`).join('.')],
      ...[bytes.map((part) => `0x${part.toString(16)}`).join('.'), `${a}.${(b << 16) | (c << 8) | d}`],
      ...[`[::ffff:${a}.${b}.${c}.${d}]`, `[::ffff:${hex}]`, `[::${hex}]`, `[64:ff9b::${hex}]`],
      ...[`[64:ff9b:1::${hex}]`, `[2002:${hex}::]`, `[2001:0:${hex}::]`],
    ];
  });
}

test('no special-purpose address is connected to, however it is spelled', async () => {
  const { network, dialled } = watched(async () => []);
  const fetch = createFetch({ on: true, allow: [] }, network);
  let asked = 0;
  for (const host of specialBlocks.flatMap(hostsIn))
    for (const scheme of ['http', 'https']) {
      asked += 1;
      assert.equal(fault(await fetch({ url: `${scheme}://${host}/` })), 'not-public', host);
    }
  assert.ok(asked > 500);
  assert.deepEqual(dialled, []);
});

test('a name that leads to a special-purpose address is not connected to, whatever else it leads to', async () => {
  for (const block of specialBlocks) {
    const address = block.split('/')[0] ?? '';
    for (const answers of [[address], ['93.184.216.34', address], [address, '2606:4700::1111']]) {
      const { network, dialled } = watched(async () => answers);
      const outcome = await createFetch({ on: true, allow: [] }, network)({ url: 'https://trap.example/' });
      assert.deepEqual([fault(outcome), dialled], ['not-public', []], block);
    }
  }
});

test('a name server that answers a public address first and a private one next wins nothing, 1,000 times', async () => {
  const inner = await listenLocally((_, response) => response.end('secret'));
  let asked = 0;
  const addressesDialled = new Set<string>();
  const outer = await listenLocally((_, response) => response.end('public'));
  const network: Network = {
    resolve: async () => [asked++ % 2 === 0 ? '93.184.216.34' : '127.0.0.1'],
    dial({ addresses }) {
      for (const address of addresses) addressesDialled.add(address);
      return connect(outer.port, '127.0.0.1'); // stands in for the host with that public address
    },
    pace: new Pace(0),
  };
  const fetch = createFetch({ on: true, allow: [] }, network);
  const outcomes = new Map<string, number>();
  for (let time = 0; time < 1_000; time += 1) {
    const what = fault(await fetch({ url: `http://rebind.example/${time}` }));
    outcomes.set(what, (outcomes.get(what) ?? 0) + 1);
  }
  assert.deepEqual(
    [...outcomes],
    [
      ['got 200', 500],
      ['not-public', 500],
    ],
  );
  assert.equal(asked, 1_000, 'each name is looked up once');
  assert.deepEqual([...addressesDialled], ['93.184.216.34']);
  assert.equal(inner.connects, 0);
});

test('the connection goes to the address that was checked, not to the name', async () => {
  const listener = await listenLocally((request, response) => response.end(request.headers.host));
  let asked = 0;
  const resolve = async () => {
    asked += 1;
    return ['127.0.0.1'];
  };
  const place = `no-such-name.invalid:${listener.port}`;
  const fetch = createFetch({ on: true, allow: [place] }, { ...fast(), resolve });
  assert.equal(text(await fetch({ url: `http://${place}/` })), place);
  assert.deepEqual([asked, listener.connects], [1, 1]);
});

test('by https the host is asked for by its name, and an unproven one gets nothing', async () => {
  const named: string[] = [];
  const received: Buffer[] = [];
  const server = createTlsServer({
    SNICallback: (name, answer) => {
      named.push(name);
      answer(null);
    },
  });
  server.on('secureConnection', (socket) => socket.on('data', (piece) => received.push(piece)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  after(() => server.close());
  const { port } = server.address() as AddressInfo;
  const place = `quay.example:${port}`;
  const fetch = createFetch({ on: true, allow: [place] }, { ...fast(), resolve: async () => ['127.0.0.1'] });
  const outcome = await fetch({
    url: `https://${place}/`,
    method: 'POST',
    body: { type: 'text/plain', content: 'x' },
  });
  assert.ok(!outcome.ok);
  assert.ok(['insecure', 'unreachable'].includes(outcome.fault));
  assert.deepEqual([named, received], [['quay.example'], []]);
});

test('only the ports 80 and 443 are asked, and only by http and https, without credentials', async () => {
  const { network, dialled } = watched(async () => ['93.184.216.34']);
  const fetch = createFetch({ on: true, allow: [] }, network);
  for (const port of [1, 22, 25, 81, 6379, 8080, 8443, 65535])
    assert.equal(fault(await fetch({ url: `http://quay.example:${port}/` })), 'bad-port');
  const addresses = [
    'ftp://quay.example/',
    'file:///etc/passwd',
    'gopher://quay.example/',
    'data:,x',
    '',
    '//x',
    'http://',
  ];
  for (const url of [
    ...addresses,
    'http://u:p@quay.example/',
    'http://u@quay.example/',
    `http://quay.example/${'x'.repeat(5000)}`,
  ])
    assert.equal(fault(await fetch({ url })), 'bad-address', url);
  assert.deepEqual(dialled, []);
  for (const url of ['http://quay.example/', 'https://quay.example/', 'https://quay.example:80/'])
    assert.equal(fault(await fetch({ url })), 'unreachable');
  assert.equal(dialled.length, 3);
});

test('what is switched off asks nothing', async () => {
  const listener = await listenLocally((_, response) => response.end());
  const fetch = createFetch({ on: false, allow: [listener.place] }, fast());
  assert.equal(fault(await fetch({ url: listener.url })), 'off');
  assert.equal(listener.connects, 0);
});

test('a redirect is checked like any address: to a private one it is not followed', async () => {
  const inner = await listenLocally((_, response) => response.end('secret'));
  const targets = [
    inner.url,
    `http://localhost:${inner.port}/`,
    'http://169.254.169.254/latest/',
    'file:///etc/passwd',
  ];
  for (const [index, location] of targets.entries()) {
    const outer = await listenLocally((_, response) => response.writeHead(302, { location }).end());
    const outcome = await fetchFrom(outer.place)({ url: outer.url });
    const expected = ['bad-port', 'bad-port', 'not-public', 'bad-address'][index];
    assert.equal(fault(outcome), expected, location);
  }
  assert.equal(inner.connects, 0);
});

test('at most five redirects are followed, and the last address is told', async () => {
  const listener = await listenLocally((request, response) => {
    const left = Number(new URL(request.url ?? '', 'http://x').searchParams.get('left'));
    if (left > 0) response.writeHead(301, { location: `/?left=${left - 1}` }).end('moved');
    else response.end('here');
  });
  const fetch = fetchFrom(listener.place);
  const fifth = await fetch({ url: `${listener.url}?left=5` });
  assert.deepEqual([text(fifth), fifth.url], ['here', `${listener.url}?left=0`]);
  assert.equal(fault(await fetch({ url: `${listener.url}?left=6` })), 'too-many-redirects');
  assert.equal(fault(await fetch({ url: `${listener.url}?left=1`, redirects: 0 })), 'too-many-redirects');
});

test('a POST is followed only where it stays one', async () => {
  const methods: string[] = [];
  const listener = await listenLocally((request, response) => {
    methods.push(`${request.method} ${request.url}`);
    const status = Number(request.url?.slice(1));
    if (status > 0) response.writeHead(status, { location: '/' }).end();
    else request.pipe(response);
  });
  const post = (path: string) =>
    fetchFrom(listener.place)({
      url: listener.url + path,
      method: 'POST',
      body: { type: 'text/plain', content: 'words' },
    });
  assert.equal(fault(await post('302')), 'got 302');
  assert.equal(text(await post('307')), 'words');
  assert.deepEqual(methods, ['POST /302', 'POST /307', 'POST /']);
});

test('no cookie, no credential and no proxy goes along', async () => {
  const seen: Record<string, unknown>[] = [];
  const listener = await listenLocally((request, response) => {
    seen.push(request.headers);
    response.writeHead(request.url === '/' ? 302 : 200, { location: '/2', 'set-cookie': 'a=b' }).end();
  });
  const fetch = fetchFrom(listener.place);
  const outcome = await fetch({ url: listener.url, headers: { 'x-extra': '1' } });
  assert.ok(outcome.ok);
  assert.equal(outcome.headers.has('set-cookie'), false);
  const expected = ['accept', 'accept-encoding', 'connection', 'host', 'user-agent', 'x-extra'];
  for (const headers of seen) assert.deepEqual(Object.keys(headers).sort(), expected);
  for (const name of [
    'Cookie',
    'authorization',
    'Host',
    'proxy-authorization',
    'transfer-encoding',
    'bad name',
  ])
    assert.equal(fault(await fetch({ url: listener.url, headers: { [name]: 'x' } })), 'bad-header');
  assert.equal(fault(await fetch({ url: listener.url, headers: { 'x-a': 'b\r\nx-c: d' } })), 'bad-header');
  assert.equal(seen.length, 2);
});

test('a token of the operator’s goes to the host that it is for, by https alone, never along a redirect, and is not told', async () => {
  const seen: (string | undefined)[] = [];
  const listener = await listenLocally((request, response) => {
    seen.push(request.headers.authorization);
    response.writeHead(request.url === '/' ? 200 : 307, { location: '/' }).end('ok');
  });
  const fetch = fetchFrom(listener.place);
  const outcome = await fetch({ url: listener.url, bearer: '7|Quoin' });
  assert.equal(text(outcome), 'ok');
  assert.deepEqual(seen, ['Bearer 7|Quoin']);
  assert.ok(outcome.ok);
  assert.doesNotMatch(JSON.stringify(outcome.exchange), /Quoin/);
  assert.equal(fault(await fetch({ url: `${listener.url}2`, bearer: '7|Quoin' })), 'too-many-redirects');
  for (const bearer of ['', 'a b', 'a\r\nx: y', 'é'])
    assert.equal(fault(await fetch({ url: listener.url, bearer })), 'bad-header', JSON.stringify(bearer));
  const { network, dialled } = watched(async () => ['93.184.216.34']);
  const open = createFetch({ on: true, allow: [] }, network);
  assert.equal(fault(await open({ url: 'http://quay.example/', bearer: '7|Quoin' })), 'insecure');
  assert.deepEqual([dialled, seen.length], [[], 2]);
});

test('an answer that is too large, endless or a bomb is cut off', async () => {
  const bomb = gzipSync(Buffer.alloc(50_000_000));
  const answers: Record<string, (response: import('node:http').ServerResponse) => void> = {
    '/declared': (response) => response.writeHead(200, { 'content-length': '2000000' }).flushHeaders(),
    '/endless': (response) => {
      const write = () => {
        while (!response.destroyed && response.write('x'.repeat(10_000)));
        if (!response.destroyed) response.once('drain', write);
      };
      write();
    },
    '/bomb': (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
  };
  const listener = await listenLocally((request, response) => answers[request.url ?? '']?.(response));
  const fetch = fetchFrom(listener.place);
  for (const path of Object.keys(answers))
    assert.equal(fault(await fetch({ url: new URL(path, listener.url).href })), 'too-large', path);
  for (const path of ['/endless', '/bomb']) {
    const outcome = await fetch({ url: new URL(path, listener.url).href, largest: 500, whenLarger: 'cut' });
    assert.ok(outcome.ok && outcome.cut);
    assert.equal(outcome.body.length, 500);
  }
});

test('answers are unpacked, and one that cannot be is refused', async () => {
  const packed: Record<string, Buffer> = {
    gzip: gzipSync('words'),
    br: brotliCompressSync('words'),
    broken: gzipSync('words').subarray(0, 12),
  };
  const listener = await listenLocally((request, response) => {
    const name = request.url?.slice(1) ?? '';
    response
      .writeHead(200, { 'content-encoding': name === 'broken' ? 'gzip' : name })
      .end(packed[name] ?? 'words');
  });
  const fetch = fetchFrom(listener.place);
  for (const name of ['gzip', 'br', 'identity'])
    assert.equal(text(await fetch({ url: listener.url + name })), 'words');
  for (const name of ['broken', 'zstd', 'constructor'])
    assert.equal(fault(await fetch({ url: listener.url + name })), 'bad-encoding', name);
});

test('only media types that were asked for are taken', async () => {
  const listener = await listenLocally((request, response) =>
    response.writeHead(200, { 'content-type': decodeURIComponent(request.url?.slice(1) ?? '') }).end('x'),
  );
  const fetch = fetchFrom(listener.place);
  const ask = (type: string) =>
    fetch({ url: listener.url + encodeURIComponent(type), types: ['text/html', 'image/*'] });
  for (const type of ['text/html', 'Text/HTML; charset=utf-8', 'image/png'])
    assert.equal(fault(await ask(type)), 'got 200');
  for (const type of ['application/json', 'text/html5', 'video/mp4', 'imagex/png'])
    assert.equal(fault(await ask(type)), 'wrong-type', type);
});

test('time is limited for everything together: a silent host, a slow body, a slow name server', async () => {
  const silent = createServer(() => undefined);
  silent.listen(0, '127.0.0.1');
  await once(silent, 'listening');
  after(() => silent.close());
  const place = `127.0.0.1:${(silent.address() as AddressInfo).port}`;
  const dripping = await listenLocally((_, response) => {
    const timer = setInterval(() => response.write('x'), 20);
    response.once('close', () => clearInterval(timer));
  });
  const fetch = fetchFrom(place, dripping.place);
  assert.equal(fault(await fetch({ url: `http://${place}/`, within: 150 })), 'too-slow');
  assert.equal(fault(await fetch({ url: dripping.url, within: 150 })), 'too-slow');
  const { network, dialled } = watched(() => new Promise(() => undefined));
  const slow = createFetch({ on: true, allow: [] }, network);
  assert.equal(fault(await slow({ url: 'http://slow.example/', within: 150 })), 'too-slow');
  assert.deepEqual(dialled, []);
});

test('requests to one host go one after the other, and too many are told to come again', async () => {
  const times: number[] = [];
  const listener = await listenLocally((_, response) => {
    times.push(performance.now());
    response.end();
  });
  const fetch = createFetch({ on: true, allow: [listener.place] }, { ...realNetwork(), pace: new Pace(40) });
  const outcomes = await Promise.all(
    Array.from({ length: 35 }, () => fetch({ url: listener.url, within: 400 })),
  );
  const count = (what: string) => outcomes.filter((outcome) => fault(outcome) === what).length;
  assert.equal(count('busy'), 5);
  assert.ok(count('got 200') >= 5 && count('too-slow') >= 10, outcomes.map(fault).join(' '));
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
  assert.ok(
    gaps.every((gap) => gap > 20),
    gaps.join(' '),
  );
});

test('what is no web server is an outcome, not a fault of ours', async () => {
  const odd = createServer((socket) => socket.resume().end('220 mail.example ready\r\n'));
  odd.listen(0, '127.0.0.1');
  await once(odd, 'listening');
  const { port } = odd.address() as AddressInfo;
  const fetch = fetchFrom(`127.0.0.1:${port}`, 'localhost:1');
  assert.equal(fault(await fetch({ url: `http://127.0.0.1:${port}/` })), 'unreachable');
  odd.close();
  await once(odd, 'close');
  assert.equal(fault(await fetch({ url: `http://127.0.0.1:${port}/` })), 'unreachable');
  const { network } = watched(async () => {
    throw new Error('no such name');
  });
  assert.equal(
    fault(await createFetch({ on: true, allow: [] }, network)({ url: 'http://gone.example/' })),
    'unknown-name',
  );
});
