import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { onBothEngines } from '../support/engines.ts';
import { type Answer, ask, askJson } from './ask.ts';
import { openForAll, title, writers } from './capture.ts';
import { type Install, newInstall, type Server, until } from './install.ts';

type Comment = {
  number: number;
  author: { name: string; sameWriter: number[] } | null;
  published: string | null;
  inReplyTo: number | null;
  text: string | null;
  html: string | null;
  state: string;
};
type Article = {
  id: string;
  path: string;
  title: string;
  counts: { published: number; removed: number; withdrawn: number };
};
type List<T> = { items: T[]; next: string | null };

onBothEngines('a program that reads and writes over HTTP', (engine) => {
  let install: Install;
  let server: Server;
  let article: { id: string; path: string };
  let comments: string;

  before(async () => {
    install = await newInstall(engine);
    article = await openForAll(install);
    server = await install.serve();
    comments = `${install.url}/api/v1/articles/${article.id}/comments`;
  });
  after(() => install.remove());

  const post = (content: object, headers: Record<string, string> = {}): Promise<Answer> =>
    ask(comments, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(content),
    });
  const listed = () => askJson<List<Comment>>(comments);
  const theArticle = () => askJson<Article>(`${install.url}/api/v1/articles/${article.id}`);

  test('finds the imported article and its six responses', async () => {
    const { items, next } = await askJson<List<Article>>(`${install.url}/api/v1/articles`);
    assert.deepEqual(
      items.map(({ id, path, title: its }) => ({ id, path, title: its })),
      [{ ...article, title }],
    );
    assert.equal(next, null);
    assert.deepEqual((await theArticle()).counts, { published: 6, removed: 0, withdrawn: 0, withheld: 0 });
    assert.deepEqual(
      (await listed()).items.map(({ number, author }) => [number, author?.name]),
      writers.map((name, index) => [index + 1, name]),
    );
  });

  test('pages through the responses by following `next` to its end', async () => {
    const seen: number[] = [];
    let pages = 0;
    for (let next: string | null = `${comments}?limit=4`; next !== null; pages += 1) {
      assert.ok(next.startsWith(install.url), next);
      const page: List<Comment> = await askJson<List<Comment>>(next);
      assert.ok(page.items.length <= 4);
      seen.push(...page.items.map(({ number }) => number));
      next = page.next;
    }
    assert.deepEqual([seen, pages], [[1, 2, 3, 4, 5, 6], 2]);
    const after = await askJson<List<Comment>>(`${comments}?after=5`);
    assert.deepEqual(
      after.items.map(({ number }) => number),
      [6],
    );
  });

  test('posts a response: 201, the next number, the address where it stands', async () => {
    const answer = await post({ name: 'Tide Table', text: 'Ferry time was *twenty* past.', inReplyTo: 2 });
    assert.equal(answer.status, 201);
    const made: Comment & { receipt: string } = JSON.parse(answer.text);
    assert.deepEqual([made.number, made.inReplyTo, made.state], [7, 2, 'published']);
    assert.equal(made.html, '<p>Ferry time was <em>twenty</em> past.</p>');
    const stands = await ask(String(answer.headers.location));
    assert.equal(stands.headers.location, `${article.path}#response-7`);
    assert.equal((await ask(made.receipt)).status, 200);
    assert.ok((await ask(install.url + article.path)).text.includes('id="response-7"'));
  });

  test('sent twice with one Idempotency-Key, it is one response', async () => {
    const key = { 'idempotency-key': 'one and the same' };
    const content = { name: 'Twice', text: 'Said once.' };
    const answers = await Promise.all([post(content, key), post(content, key), post(content, key)]);
    assert.deepEqual(
      answers.map(({ status, text }) => [status, JSON.parse(text).number]),
      Array.from({ length: 3 }, () => [201, 8]),
    );
    assert.equal((await post({ ...content, text: 'Said otherwise.' }, key)).status, 422);
    assert.equal((await listed()).items.length, 8);
  });

  test('a removal from the terminal leaves a number without words or name, within a second', async () => {
    await install.do('moderate', 'remove', article.path, '1', '--reason', 'rule 3');
    await until('the removal shows', async () => (await listed()).items[0]?.state === 'removed', 1_000);
    const [first, , third] = (await listed()).items;
    assert.deepEqual([first?.number, first?.author, first?.text, first?.html], [1, null, null, null]);
    assert.deepEqual([third?.number, third?.author?.name], [3, 'Ms Fen']);
    assert.deepEqual((await theArticle()).counts, { published: 7, removed: 1, withdrawn: 0, withheld: 0 });
    assert.ok(!(await ask(install.url + article.path)).text.includes('I wound that clock'));
  });

  test('a restoration brings it back with its number and its words', async () => {
    await install.do('moderate', 'restore', article.path, '1');
    await until('it is back', async () => (await listed()).items[0]?.state === 'published', 1_000);
    assert.match((await listed()).items[0]?.text ?? '', /^I wound that clock/);
  });

  test('a held response is 202, in the queue, nowhere public; released, it gets the next number', async () => {
    await install.do('setting', 'comments.policy', 'first-held');
    let answer: Answer | undefined;
    await until('responses are held', async () => {
      answer = await post({ name: 'Waits', text: `Held words ${Date.now()}` });
      return answer.status === 202;
    });
    const { state, receipt } = JSON.parse(answer?.text ?? '');
    assert.equal(state, 'held');
    assert.match((await ask(receipt)).text, /Waiting for a moderator/);
    const before = (await listed()).items;

    const queue: List<{ id: string; text: string; article: { path: string } }> = JSON.parse(
      await install.do('moderate', 'list', '--json'),
    );
    assert.equal(queue.items.length, 1);
    const [held] = queue.items;
    assert.ok(held);
    assert.match(held.text, /^Held words/);
    assert.equal(held.article.path, article.path);
    assert.ok(!before.some(({ text }) => text === held.text));

    await install.do('moderate', 'release', held.id);
    await until('it is public', async () => (await listed()).items.at(-1)?.text === held.text, 1_000);
    assert.equal((await listed()).items.at(-1)?.number, before.length + 1);
    const again = await install.run('moderate', 'release', held.id);
    assert.deepEqual([again.code, again.err], [1, 'This was decided already: it is published.\n']);
  });

  test('every refusal is a problem in JSON, whatever it is', async () => {
    for (const [answer, status] of [
      [await ask(`${install.url}/api/v1/nothing`), 404],
      [await ask(`${install.url}/api/v1/articles/none`), 404],
      [await ask(`${comments}?limit=much`), 422],
      [await post({ name: '', text: '' }), 422],
      [await post({ name: 'Nobody', text: 'A reply to nothing.', inReplyTo: 999 }), 422],
      [await ask(comments, { method: 'DELETE' }), 405],
      [await post({ name: 'Else', text: 'From elsewhere.' }, { origin: 'https://evil.example' }), 403],
      [await post({ name: 'Text', text: 'As text.' }, { 'content-type': 'text/plain' }), 415],
    ] as const) {
      assert.equal(answer.status, status, answer.text);
      assert.equal(answer.headers['content-type'], 'application/problem+json');
      const problem = JSON.parse(answer.text);
      assert.equal(problem.status, status);
      assert.match(problem.detail, /^[A-Z].*\.$/);
    }
  });

  test('the record is whole at the end, and the server leaves cleanly', async () => {
    assert.match(await install.do('verify'), /^The record is whole/);
    assert.equal(await server.stop(), 0);
  });
});
