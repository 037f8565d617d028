import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { onBothEngines } from '../support/engines.ts';
import { ask, askJson, sendForm } from './ask.ts';
import { openForAll } from './capture.ts';
import { behindItsBack } from './database.ts';
import { freePort, type Install, newInstall, type Server } from './install.ts';

const writersAtOnce = 50;
const rounds = { sqlite: 3, postgres: 2 };

type Comment = { number: number; text: string | null };
type Post = { text: string; byForm: boolean };
type Acknowledged = Post & { number: number };

onBothEngines('an install that loses its power', (engine) => {
  let install: Install;
  let server: Server;
  let article: { id: string; path: string };

  before(async () => {
    install = await newInstall(engine);
    article = await openForAll(install);
    server = await install.serve();
  });
  after(() => install.remove());

  for (let round = 1; round <= rounds[engine]; round += 1)
    test(`keeps every response that it answered, once and in its place: round ${round}`, async () => {
      const { acknowledged, unanswered } = await writeUntilKilled(round);
      assert.ok(acknowledged.length > 0 && unanswered.length > 0, 'it was killed in the midst of its work');
      const verdict = await install.run('verify');
      assert.deepEqual([verdict.code, verdict.err], [0, ''], verdict.out);
      server = await install.serve();
      keptOnce(await everyComment(), acknowledged);
      const resent = await Promise.all(unanswered.map(send));
      keptOnce(
        await everyComment(),
        [...acknowledged, ...resent].filter((each) => each !== null),
      );
      assert.ok(!resent.includes(null), 'a response sent again after a break is taken');
    });

  test('ends within five seconds when it is told to, whoever still holds a connection', async () => {
    const idle = connect(install.port, '127.0.0.1');
    idle.on('error', () => undefined);
    await ask(install.url);
    const began = performance.now();
    assert.equal(await server.stop(), 0);
    assert.ok(performance.now() - began < 5_000);
    assert.equal(server.said().err, '');
    idle.destroy();
  });

  test('finds one changed sign in an entry of the record, and names the entry', async () => {
    const [entry] = await behindItsBack(
      install,
      "SELECT seq, leaf FROM record_entries WHERE visibility = 'public' AND seq > 3 ORDER BY seq LIMIT 1",
    );
    const seq = Number(entry?.seq);
    const leaf = String(entry?.leaf);
    const sign = leaf.charAt(leaf.length - 9);
    const changed = `${leaf.slice(0, -9)}${sign === 'x' ? 'y' : 'x'}${leaf.slice(-8)}`;
    const write = (text: string) =>
      behindItsBack(install, 'UPDATE record_entries SET leaf = ? WHERE seq = ?', [text, seq]);
    await write(changed);
    await isBroken(new RegExp(`^Entry ${seq} was changed`));
    await write(leaf);
  });

  test('finds one entry taken out of the record, and names it', async () => {
    const [entry = {}] = await behindItsBack(install, 'DELETE FROM record_entries WHERE seq = 5 RETURNING *');
    await isBroken(/^Entry 5 is missing\.$/m);
    await putBack(entry);
  });

  test('finds that the last entry was cut off, and builds nothing on the cut', async () => {
    const [{ last } = {}] = await behindItsBack(install, 'SELECT max(seq) AS last FROM record_entries');
    const cut = await behindItsBack(install, 'DELETE FROM record_entries WHERE seq = ? RETURNING *', [
      Number(last),
    ]);
    await isBroken(new RegExp(`^Entry ${last}, the last, is missing`));
    for (const entry of cut) await putBack(entry);
  });

  test('finds two entries that changed places, and nothing once all is as it was', async () => {
    const move = (from: number, to: number) =>
      behindItsBack(install, 'UPDATE record_entries SET seq = ? WHERE seq = ?', [to, from]);
    const swap = async () => {
      await move(6, 999_999);
      await move(7, 6);
      await move(999_999, 7);
    };
    await swap();
    await isBroken(/^Entry 6 /);
    await swap();
    await isWhole();
  });

  /** Fifty writers write one response after the other, by form and by the API, until the server is killed. */
  async function writeUntilKilled(round: number) {
    const acknowledged: Acknowledged[] = [];
    const unanswered: Post[] = [];
    const enough = 60 + round * 13;
    let down = false;
    let killed: Promise<void> | null = null;
    const write = async (writer: number) => {
      for (let turn = 1; !down; turn += 1) {
        const post = { text: `Round ${round}, writer ${writer}, turn ${turn}.`, byForm: writer % 2 === 0 };
        const number = await send(post);
        if (number === null) unanswered.push(post);
        else acknowledged.push(number);
        down ||= acknowledged.length >= enough;
        if (down) killed ??= server.kill();
      }
    };
    await Promise.all(Array.from({ length: writersAtOnce }, (_, writer) => write(writer)));
    await killed;
    return { acknowledged, unanswered };
  }

  /** Null when no whole answer came. */
  async function send(post: Post): Promise<Acknowledged | null> {
    const name = 'Night Watch'; // one writer, known by a secret, with many hands
    const cookie = `hustings_writer=${'n'.repeat(43)}`;
    try {
      if (!post.byForm) {
        const body = JSON.stringify({ name, text: post.text });
        const { status, text } = await ask(`${install.url}/api/v1/articles/${article.id}/comments`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', cookie },
          body,
        });
        return status === 201 ? { ...post, number: JSON.parse(text).number } : null;
      }
      const form = { name, text: post.text };
      const { status, headers } = await sendForm(`${install.url}${article.path}responses/`, form, { cookie });
      const number = /#response-(\d+)$/.exec(String(headers.location))?.[1];
      return status === 303 && number ? { ...post, number: Number(number) } : null;
    } catch {
      return null;
    }
  }

  async function everyComment(): Promise<Comment[]> {
    const comments: Comment[] = [];
    let next: string | null = `${install.url}/api/v1/articles/${article.id}/comments?limit=100`;
    while (next !== null) {
      const page: { items: Comment[]; next: string | null } = await askJson(next);
      comments.push(...page.items);
      next = page.next;
    }
    return comments;
  }

  function keptOnce(comments: Comment[], acknowledged: Acknowledged[]): void {
    assert.deepEqual(
      comments.map(({ number }) => number),
      comments.map((_, index) => index + 1),
      'numbers run from 1 without a gap',
    );
    assert.equal(new Set(comments.map(({ text }) => text)).size, comments.length, 'none is there twice');
    const lost = acknowledged.filter(({ text, number }) => comments[number - 1]?.text !== text);
    assert.deepEqual(lost, [], 'what was answered is there, under the number that was told');
  }

  async function isWhole(): Promise<void> {
    const { code, out } = await install.run('verify');
    assert.equal(code, 0, out);
    assert.match(out, /^The record is whole/);
  }

  async function isBroken(sentence: RegExp): Promise<void> {
    const { code, out, err } = await install.run('verify');
    assert.equal(code, 1, out);
    assert.match(out, sentence);
    assert.doesNotMatch(err, /\n\s+at /);
  }

  async function putBack(entry: Record<string, string | number | null>): Promise<void> {
    const { subject_id, ...own } = entry; // which the engine makes of the others
    const columns = Object.keys(own);
    await behindItsBack(
      install,
      `INSERT INTO record_entries (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
      Object.values(own),
    );
  }
});

onBothEngines('a program that cannot serve', (engine) => {
  let install: Install;

  before(async () => {
    install = await newInstall(engine);
  });
  after(() => install.remove());

  test('says that the port is taken, and leaves the server there alone', async () => {
    const server = await install.serve();
    const second = await install.run('serve');
    assert.deepEqual([second.code, second.out], [1, '']);
    assert.equal(
      second.err,
      `Port ${install.port} is in use: stop what uses it, or set PORT to another number.\n`,
    );
    assert.equal((await ask(`${install.url}/healthz`)).status, 200);
    assert.equal(await server.stop(), 0);
  });

  test('says that a newer program has used the database, and changes nothing in it', async () => {
    await behindItsBack(install, 'INSERT INTO schema_version (version, name, at) VALUES (?, ?, ?)', [
      ...[999, 'of a later edition', '2031-01-01T00:00:00.000Z'],
    ]);
    for (const command of engine === 'sqlite' ? ['serve', 'verify', 'work', 'setting'] : ['serve']) {
      const { code, out, err } = await install.run(command);
      assert.deepEqual([code, out], [1, ''], command);
      assert.match(
        err,
        /^This database is at version 999 and this program knows versions up to \d+: a newer Hustings has used it\. Update this program, .*\.\n$/,
      );
    }
    await behindItsBack(install, 'DELETE FROM schema_version WHERE version = 999');
    assert.equal((await install.run('verify')).code, 0);
  });
});

describe('a server that is told to stop', () => {
  test('ends cleanly from the moment at which it says where it is', async (t) => {
    const install = await newInstall('sqlite');
    t.after(() => install.remove());
    const codes = [];
    for (let turn = 0; turn < 4; turn += 1) codes.push(await (await install.serve()).stop());
    assert.deepEqual(codes, Array(4).fill(0));
  });
});

describe('a server whose database is away', () => {
  test('says so, and how to mend it', async () => {
    const port = await freePort();
    const install = await newInstall('sqlite', { DATABASE_URL: `postgres://nobody@127.0.0.1:${port}/none` });
    const { code, out, err } = await install.run('serve');
    await install.remove();
    assert.deepEqual([code, out], [1, '']);
    assert.match(err, /^PostgreSQL cannot be reached: .*Check DATABASE_URL.*\.\n$/);
  });

  test('says which variable of the environment is wrong', async () => {
    for (const [name, value] of [
      ['PORT', 'none'],
      ['HUSTINGS_URL', 'ledger.example'],
      ['HUSTINGS_CONNECTIONS', '1'],
      ['DATABASE_URL', 'mysql://db'],
    ] as const) {
      const install = await newInstall('sqlite', { [name]: value });
      const { code, err } = await install.run('serve');
      await install.remove();
      assert.equal(code, 1);
      assert.match(err, new RegExp(`^${name} .*\\.\\n$`));
    }
  });
});
