import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../../test/support/engines.ts';
import { openDesk, publish, respond, signedIn } from '../fixtures.ts';

onBothEngines('the queue narrowed', (engine) => {
  test('by article, reason, name and words, together, with the form keeping them', async () => {
    const desk = await openDesk(engine);
    const toll = await publish(desk, 'Harbour board to push for a toll');
    const bus = await publish(desk, 'The 14 bus');
    const moderator = await signedIn(desk, 'moderator');
    const links = 'https://a.example https://b.example https://c.example';
    await respond(desk, toll.id, { name: 'Turncock', text: 'Nobody keeps the 100% gear.' });
    await respond(desk, toll.id, { name: 'Éva 100_', text: `Some gear is sold at ${links}` });
    await respond(desk, bus.id, { name: 'Turn_cock the 2nd', text: 'The driver <knows> it.' });
    const found = async (query: string) => {
      const { status, text } = await moderator.get(`/desk/queue/?${query}`);
      assert.equal(status, 200);
      return Number(/<h1>(\d+) waiting<\/h1>/.exec(text)?.[1]);
    };
    assert.equal(await found('name=turn'), 2);
    assert.equal(await found('name=TURNCOCK'), 1);
    assert.equal(await found('name=n_c'), 1, 'a sign of patterns stands for itself');
    assert.equal(await found('name=%C3%89va'), 1);
    assert.equal(await found('words=gear'), 2);
    assert.equal(await found('words=100%25'), 1);
    assert.equal(await found('words=100%25&name=va'), 0);
    assert.equal(await found('because=links'), 1);
    assert.equal(await found('because=first'), 3);
    assert.equal(await found(`because=first&article=${bus.id}`), 1);
    assert.equal(await found('because=%22first&name=%00&words='), 3, 'what makes no sense narrows nothing');
    const { text } = await moderator.get(`/desk/queue/?words=%3Cknows%3E&article=${bus.id}`);
    assert.match(text, /value="&lt;knows&gt;"/);
    assert.match(text, new RegExp(`type="hidden" name="article" value="${bus.id}"`));
    const none = await moderator.get('/desk/queue/?name=nobody+at+all');
    assert.match(none.text, /Nothing that waits is like that\./);
  });

  test('tells its script how many came since a time', async () => {
    const desk = await openDesk(engine);
    const { id } = await publish(desk, 'Harbour board to push for a toll');
    const moderator = await signedIn(desk, 'moderator');
    await respond(desk, id, { name: 'Turncock', text: 'They will not say.' });
    const { text } = await moderator.get('/desk/queue/');
    const address = /data-arrived-at="([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const ask = async (path: string) => JSON.parse((await moderator.get(path)).text);
    assert.deepEqual(await ask(address), { arrived: 0, sentence: '' });
    desk.site.clock.pass(1000);
    await respond(desk, id, { name: 'Ropewalk', text: 'Nor will I.' });
    assert.equal((await ask(address)).sentence, '1 more waits: load the page again');
    assert.equal((await ask(address.replace('?', '?name=nobody&'))).arrived, 0);
    assert.equal((await ask('/desk/queue/arrived/?since=yesterday')).arrived, 0);
  });

  test('is kept by each of the staff for themselves, and forgotten', async () => {
    const desk = await openDesk(engine);
    const { id } = await publish(desk, 'Harbour board to push for a toll');
    const moderator = await signedIn(desk, 'moderator');
    const owner = await signedIn(desk, 'owner');
    const view = new URLSearchParams({ article: id, because: 'links', words: 'a & b' }).toString();
    const keep = (name: string, query: string) => moderator.post('/desk/queue/view/', { view: query, name });
    const { location } = await keep('Links <b>', `${view}&page=7&x=<script>`);
    assert.equal(location, `/desk/queue/?${view}`, 'and nothing else that was sent');
    assert.equal((await keep('All of the article', `article=${id}`)).status, 303);
    const { text } = await moderator.get(`/desk/queue/?${view}`);
    assert.match(text, /words=a\+%26\+b"[^>]*><bdi>Links &lt;b&gt;<\/bdi>.*Forget the view Links/s);
    assert.match(text, /<bdi>All of the article<\/bdi>/);
    assert.doesNotMatch((await owner.get('/desk/queue/')).text, /My views</);
    const refusals: [string, string][] = [
      ['', `article=${id}`],
      ['x'.repeat(41), `article=${id}`],
      ['All', ''],
    ];
    for (const [name, query] of refusals) assert.equal((await keep(name, query)).status, 422);
    const [, forget = ''] = /action="(\/desk\/queue\/view\/[^"]+\/forget\/)"/.exec(text) ?? [];
    await owner.post(forget);
    assert.match((await moderator.get('/desk/queue/')).text, /Links &lt;b&gt;/, 'nobody forgets for another');
    await moderator.post(forget);
    assert.doesNotMatch((await moderator.get('/desk/queue/')).text, /Links &lt;b&gt;/);
  });
});
