import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { type Answer, ask, askJson, sendForm } from './ask.ts';
import { openForAll } from './capture.ts';
import { type Install, newInstall, type Server } from './install.ts';

const words = 'I typed <b>this</b> & would not type it again.';
const typed = 'I typed &lt;b&gt;this&lt;/b&gt; &amp; would not type it again.';
const evil = { origin: 'https://evil.example' };

describe('a form that cannot be taken', () => {
  let install: Install;
  let server: Server;
  let article: { id: string; path: string };
  let responses: string;

  before(async () => {
    install = await newInstall('sqlite');
    article = await openForAll(install);
    server = await install.serve();
    responses = `${install.url}${article.path}responses/`;
  });
  after(() => install.remove());

  const stored = async () => {
    const { items } = await askJson<{ items: unknown[] }>(
      `${install.url}/api/v1/articles/${article.id}/comments`,
    );
    return items.length;
  };

  /** A page that says why, stores nothing and keeps what was typed. */
  async function isRefused(answer: Answer, why: RegExp, kept = typed): Promise<void> {
    isPage(answer, 422);
    const box = /<div class="refused"[\s\S]*?<\/div>/.exec(answer.text)?.[0] ?? '';
    assert.match(plain(box), why);
    assert.ok(keptIn(answer).includes(kept), `the words are gone from: ${keptIn(answer)}`);
    assert.equal(await stored(), 6);
  }

  test('an empty form is refused with a sentence for each field', async () => {
    const answer = await sendForm(responses, { name: '', text: '' });
    await isRefused(answer, /Give a name.*Write something: the text is empty\./s, '');
    isPage(await sendForm(responses, ''), 422);
  });

  test('a text of white space and invisible signs is an empty one', async () => {
    const text = ' \u200b\u00ad\n\t ';
    await isRefused(await sendForm(responses, { name: 'Blank', text }), /the text is empty/, '');
  });

  test('a text that is too long is refused, and comes back whole', async () => {
    const text = `${words} ${'na '.repeat(5_000)}end`;
    await isRefused(
      await sendForm(responses, { name: 'Long', text }),
      /The text is longer than 10,000 characters/,
      `${typed} ${'na '.repeat(5_000)}end`,
    );
  });

  test('a name that is too long, unseen or made of marks is refused', async () => {
    for (const [name, why] of [
      ['x'.repeat(61), /longer than 60 characters/],
      ['\u200b\u200d', /Give a name/],
      ['Z\u0300\u0301\u0302\u0303\u0304', /too many marks/],
      ['!?', /at least one letter or digit/],
    ] as const)
      await isRefused(await sendForm(responses, { name, text: words }), why);
  });

  test('control characters are refused, and what can be read is kept', async () => {
    for (const code of ['%00', '%07', '%1B%5B31m', '%C2%85', '%7F']) {
      const body = `name=Terminal&text=${encodeURIComponent(words)}${code}`;
      await isRefused(await sendForm(responses, body), /control characters/);
    }
    await isRefused(
      await sendForm(responses, `name=Ter%00minal&text=${encodeURIComponent(words)}`),
      /The name has control characters/,
    );
  });

  test('bytes that are no UTF-8 are refused, and what can be read is kept', async () => {
    const body = `name=Latin&text=${encodeURIComponent(words)}+caf%E9+%FF%FE+au+lait`;
    await isRefused(await sendForm(responses, body), /not valid UTF-8/, `${typed} caf`);
  });

  test('an answer to a number that is none is refused', async () => {
    for (const in_reply_to of ['7', '999999999'])
      await isRefused(
        await sendForm(responses, { name: 'Nobody', text: words, in_reply_to }),
        /There is no response \d+ to reply to here/,
      );
    for (const in_reply_to of ['0', '-1', '1.5', '1e3', 'two', '9999999999', '１'])
      await isRefused(
        await sendForm(responses, { name: 'Nobody', text: words, in_reply_to }),
        /A reply goes to a response’s number/,
      );
  });

  test('an address that is none is refused beside its field', async () => {
    for (const [field, value] of [
      ['email', 'name@'],
      ['email', 'a@b.example\r\nBcc: all@b.example'],
      ['url', 'javascript:alert(1)'],
      ['url', 'https://'],
    ] as const) {
      const answer = await sendForm(responses, { name: 'Nobody', text: words, [field]: value });
      await isRefused(answer, /This is not a whole|has control characters/);
      assert.ok(answer.text.includes(`aria-describedby="f-${field}-hint f-${field}-why"`));
    }
  });

  test('a field that the form does not have is refused by its name', async () => {
    const answer = await sendForm(responses, {
      name: 'More',
      text: words,
      state: 'published',
      __proto__x: '1',
    });
    await isRefused(answer, /The form has no field “state”/);
  });

  test('the secret field that only machines fill in does not lose the words', async () => {
    const answer = await sendForm(responses, { name: 'Trap', text: 'I am a machine.', website2: 'x' });
    assert.equal(answer.status, 303);
    assert.match(String(answer.headers.location), /^\/receipt\//);
    assert.equal(await stored(), 6);
  });

  test('a form from another site is forged: 403, and nothing is stored', async () => {
    for (const headers of [
      evil,
      { origin: 'null' },
      { origin: `${install.url}.evil.example` },
      { origin: install.url.replace('http:', 'https:').replace('localhost', 'other.example') },
      { origin: '', 'sec-fetch-site': 'cross-site' },
    ]) {
      const answer = await sendForm(responses, { name: 'Forged', text: words }, headers);
      isPage(answer, 403);
      assert.match(answer.text, /was not sent from a page of this publication/);
      assert.equal(await stored(), 6);
    }
  });

  test('another kind of body is refused with a sentence', async () => {
    for (const type of ['text/plain', 'application/json', 'multipart/form-data; boundary=x', '']) {
      const answer = await sendForm(responses, { name: 'Type', text: words }, { 'content-type': type });
      isPage(answer, 415);
      assert.match(answer.text, /application\/x-www-form-urlencoded/);
    }
    assert.equal(await stored(), 6);
  });

  test('a method that an address does not know is 405, with those it does', async () => {
    for (const [path, method, allow] of [
      [article.path, 'POST', /GET/],
      [article.path, 'DELETE', /GET/],
      [`${article.path}responses/`, 'PUT', /GET, HEAD, POST/],
      [`${article.path}responses/`, 'PATCH', /GET, HEAD, POST/],
      [`/api/v1/articles/${article.id}`, 'DELETE', /GET/],
      [`/api/v1/articles/${article.id}/comments`, 'DELETE', /GET, POST/],
    ] as const) {
      const answer = await ask(install.url + path, { method, headers: { origin: install.url } });
      assert.equal(answer.status, 405, `${method} ${path}`);
      assert.match(String(answer.headers.allow), allow);
    }
  });

  test('pages that only can be read say so to every other method', async () => {
    for (const path of ['/', '/archive/', '/tags/', '/search', '/record/', '/about/', '/feed/', '/feed.json'])
      for (const method of ['POST', 'DELETE']) {
        const answer = await ask(install.url + path, { method, headers: { origin: install.url } });
        assert.equal(answer.status, 405, `${method} ${path}`);
        assert.match(String(answer.headers.allow), /GET/);
      }
  });

  test('a body that says it is a gigabyte is refused before any of it is read', async () => {
    for (const [path, type] of [
      [`${article.path}responses/`, 'application/x-www-form-urlencoded'],
      [`/api/v1/articles/${article.id}/comments`, 'application/json'],
    ] as const) {
      const headers = { 'content-type': type, 'content-length': '1000000000', origin: install.url };
      const { status, text } = await pour(install.url + path, headers, null);
      assert.equal(status, 413);
      assert.match(text, /larger than 1000 kB/);
    }
  });

  test('a body without an end is refused, and the memory stays small', async () => {
    const before = memoryOf(server);
    const piece = Buffer.from(`10000\r\n${'a'.repeat(0x10000)}\r\n`);
    const addresses = [
      [`${article.path}responses/`, 'application/x-www-form-urlencoded'],
      [`/api/v1/articles/${article.id}/comments`, 'application/json'],
    ] as const;
    const often = Array.from({ length: 20 }, () => addresses).flat(); // an answer lost now and then is a lost answer
    for (const [path, type] of often) {
      const headers = { 'content-type': type, 'transfer-encoding': 'chunked', origin: install.url };
      const { status, sent } = await pour(install.url + path, headers, piece);
      assert.equal(status, 413);
      assert.ok(sent < 32_000_000, `${sent} bytes were taken`);
    }
    assert.ok(memoryOf(server) - before < 128_000_000, `${before} bytes before, ${memoryOf(server)} now`);
    assert.equal((await ask(`${install.url}/healthz`)).status, 200);
  });

  test('a closed article says so, and the words that were sent come back', async () => {
    await install.do('setting', 'comments.policy', 'closed');
    const answer = await sendForm(responses, { name: 'Late', text: words });
    isPage(answer, 422);
    assert.match(plain(answer.text), /Responses to this article are closed\./);
    assert.ok(answer.text.includes(typed), 'the words are gone');
    assert.equal(await stored(), 6);
  });

  test('after all of it the server has nothing to report', () => {
    assert.equal(server.said().err, '');
  });
});

describe('a file that is no weblog page', () => {
  let install: Install;

  before(async () => {
    install = await newInstall('sqlite');
  });
  after(() => install.remove());

  const jpeg = Buffer.concat([Buffer.from('ffd8ffe000104a464946000101', 'hex'), Buffer.alloc(2_000, 0xa7)]);
  const noise = Buffer.from(Array.from({ length: 50_000 }, (_, at) => (at * 7919 + (at >> 3)) % 256));
  const contents: Record<string, Buffer | string> = {
    'empty.txt': '',
    'blank.txt': '\n \n\t\n',
    'noise.bin': noise,
    'zeros.bin': Buffer.alloc(10_000),
    'picture.jpg': jpeg,
    'one-line.txt': 'a'.repeat(5_000_000),
    'one-long-line-of-words.txt': 'Somebody says: '.repeat(350_000),
    'bad-utf8.txt': Buffer.from([0x80, 0x81, 0xfe, 0xff, 0xc0, 0xc1, 0xf5, 0x0a]),
    'cut-utf8.txt': Buffer.from('A title\n\ncaf\u00e9').subarray(0, -1),
    'page.html': '<!doctype html><html><body><h1>6 Responses</h1></body></html>',
    'data.json': '{"articles":[{"title":"x"}]}',
    'deep.json': '['.repeat(200_000),
  };

  const whatPublishes = [['--publish', '--json']];
  const everyWay = [[], ...whatPublishes, ['--dry-run', '--json']];

  /** A file is read in the same way whatever is to be done with it: each is tried in the way that could do most harm. */
  async function isRefused(path: string, ways = whatPublishes): Promise<void> {
    for (const options of ways) {
      const began = performance.now();
      const { code, out, err } = await install.run('import', ...options, path);
      assert.ok(performance.now() - began < 10_000, `${path} took too long`);
      assert.equal(code, 1, `${path} ${options}: ${code} ${out.slice(0, 200)} ${err.slice(0, 200)}`);
      assert.doesNotMatch(out + err, /\n\s+at /, 'a stack trace');
      if (!options.includes('--json')) assert.equal(out, '');
      else assert.deepEqual(JSON.parse(out).articles, []);
      const said = options.includes('--json') ? JSON.parse(out).refused : err.trim();
      assert.match(said, /^.{10,400}\.$/s);
    }
  }

  for (const [name, content] of Object.entries(contents))
    test(`is refused with a sentence: ${name}`, async () => {
      const path = join(install.dataFolder, name);
      writeFileSync(path, content);
      await isRefused(path, name === 'picture.jpg' ? everyWay : whatPublishes);
    });

  test('is refused with a sentence: a folder, a link to one, and what is not there', async () => {
    const folder = join(install.dataFolder, 'folder');
    mkdirSync(folder);
    symlinkSync(folder, join(install.dataFolder, 'link'));
    symlinkSync(join(install.dataFolder, 'gone'), join(install.dataFolder, 'broken-link'));
    await isRefused(folder, everyWay);
    for (const name of ['link', 'broken-link', 'missing.txt', '\u0007bell.txt'])
      await isRefused(join(install.dataFolder, name));
  });

  test('leaves nothing behind, whatever was tried', async () => {
    const server = await install.serve();
    const { items } = await askJson<{ items: unknown[] }>(`${install.url}/api/v1/articles`);
    assert.deepEqual(items, []);
    assert.equal(await server.stop(), 0);
  });
});

function isPage({ status, headers, text }: Answer, expected: number): void {
  assert.equal(status, expected, text.slice(0, 300));
  assert.match(String(headers['content-type']), /^text\/html/);
  assert.match(String(headers['content-security-policy']), /default-src 'none'/);
}

function keptIn({ text }: Answer): string {
  return /<textarea[^>]*name="text"[^>]*>\n([\s\S]*?)<\/textarea>/.exec(text)?.[1] ?? '';
}

function plain(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', '’');
}

/** Bytes of memory that the server's process holds. */
function memoryOf({ child }: Server): number {
  const found = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'));
  return Number(found?.[1]) * 1024;
}

/** Sends headers and then, until an answer comes, one piece of body after the other, as a stubborn client does. */
function pour(
  url: string,
  headers: Record<string, string>,
  piece: Buffer | null,
): Promise<{ status: number; text: string; sent: number }> {
  return new Promise((resolve, reject) => {
    const { hostname, port, host, pathname } = new URL(url);
    const socket = connect(Number(port), hostname);
    let text = '';
    const go = () => {
      while (piece !== null && text === '' && !socket.destroyed && socket.write(piece));
    };
    socket.on('drain', go);
    socket.on('error', (error) => (text === '' ? reject(error) : undefined));
    socket.setEncoding('utf8').on('data', (part: string) => {
      text += part;
      if (!/\r\n\r\n[\s\S]*kB/.test(text)) return;
      const sent = socket.bytesWritten;
      socket.destroy();
      resolve({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1]), text, sent });
    });
    const lines = Object.entries({ host, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.write(`POST ${pathname} HTTP/1.1\r\n${lines.join('')}\r\n`);
    go();
  });
}
