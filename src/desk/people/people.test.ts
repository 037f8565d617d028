import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../../test/support/engines.ts';
import { setSetting } from '../../../test/support/publish.ts';
import { faultsOf } from '../../audit/fixtures.ts';
import { editComment } from '../../comments/edits/edit-comment.ts';
import { postComment } from '../../comments/post-comment.ts';
import { isWritersEmail } from '../../pseudonyms/queries.ts';
import { createSiteWeb } from '../../web-app.ts';
import { type Desk, openDesk, publish, respond, signedIn } from '../fixtures.ts';

onBothEngines('what a response said before', (engine) => {
  test('is shown to whoever decides on it, word by word, and to no author', async () => {
    const desk = await openDesk(engine);
    const article = await publish(desk, 'Harbour board to push for a toll');
    const id = await respond(desk, article.id, { name: 'Turncock', text: 'The bolts are bright.' });
    await editComment(desk.site, { id, text: 'The bolts are rusty.' });
    const moderator = await signedIn(desk, 'moderator');
    const queue = await moderator.get('/desk/queue/');
    assert.match(queue.text, /Changed once by its writer/);
    const path = /href="(\/desk\/responses\/[^"]+\/words\/)"/.exec(queue.text)?.[1] ?? '';
    const page = await moderator.get(path);
    assert.match(page.text, /<del>[\s\S]*bright[\s\S]*<\/del>[\s\S]*<ins>[\s\S]*rusty[\s\S]*<\/ins>/);
    assert.match(page.text, /Nobody but staff had seen/);
    assert.equal((await (await signedIn(desk, 'author')).get(path)).status, 403);
    assert.equal(
      (await moderator.get('/desk/responses/01957f00-0000-7000-8000-000000000000/words/')).status,
      404,
    );
  });
});

/** As the tick under the form does. */
async function askForLetters({ site }: Desk, { id, articleId }: { id: string; articleId: string }) {
  const at = site.clock.now().toISOString();
  await site.store.write(async (tx) => {
    await tx
      .insertInto('letter_addresses')
      .values({ id: 'wilf', email: 'wilf@post.example', created_at: at, asked_at: at })
      .execute();
    await tx
      .insertInto('letter_subscriptions')
      .values({
        ...{ id: 'wilf', address_id: 'wilf', article_id: articleId, comment_id: id },
        ...{ kind: 'answers', pace: 'each', created_at: at },
      })
      .execute();
  });
}

onBothEngines('what is kept of a reader', (engine) => {
  const opened = async (email = 'Wilf@post.example') => {
    const desk = await openDesk(engine);
    await setSetting(desk.site, 'comments.policy', 'open');
    const article = await publish(desk, 'Harbour board to push for a toll');
    const input = { name: 'Turncock', text: 'I live at 4 Quay Street.', url: null, inReplyTo: null };
    const posted = await postComment(desk.site, {
      articleId: article.id,
      input: { ...input, email },
      writer: { secret: 'Turncock', address: '192.0.2.1', honeypot: false },
    });
    assert.ok(posted.ok);
    desk.site.clock.pass(1_000);
    await editComment(desk.site, { id: posted.value.id, text: 'I live by the quay.' });
    await respond(desk, article.id, { name: 'Turncock', text: 'And I stay.' });
    await respond(desk, article.id, { name: 'Ropewalk', text: 'Who asked?', inReplyTo: 1 });
    return { desk, article, id: posted.value.id, editor: await signedIn(desk, 'editor') };
  };

  test('is found by address, by name and by one response, and given out as JSON without a word of anybody else', async () => {
    const { desk, id, editor, article } = await opened();
    await askForLetters(desk, { id, articleId: article.id });
    const one = await editor.get('/desk/people/?by=email&q=wilf@post.example');
    assert.match(one.text, /One response\./);
    assert.match((await editor.get('/desk/people/?by=name&q=Turncock')).text, /2 responses\./);
    assert.match((await editor.get(`/desk/people/?by=response&q=${id}`)).text, /2 responses\./);
    assert.match((await editor.get('/desk/people/?by=email&q=nobody@post.example')).text, /Nothing is kept/);
    const { status, text } = await editor.post('/desk/people/export/', { by: 'response', q: id });
    assert.equal(status, 200);
    const { responses } = JSON.parse(text);
    assert.deepEqual(
      responses.map((each: { text: string }) => each.text),
      ['And I stay.', 'I live by the quay.'],
    );
    assert.equal(responses[1].earlierTexts[0].text, 'I live at 4 Quay Street.');
    assert.equal(responses[1].email, 'Wilf@post.example');
    assert.doesNotMatch(text, /Ropewalk|Who asked|[\w-]{43}/);
    const { letters, names, keys } = JSON.parse(text);
    assert.deepEqual(
      letters.map((each: { email: string; kind: string; confirmed: null }) => [
        each.email,
        each.kind,
        each.confirmed,
      ]),
      [['wilf@post.example', 'answers', null]],
    );
    assert.deepEqual([names[0].name, names.length, keys[0].kind], ['Turncock', 1, 'browser']);
    const byName = JSON.parse(
      (await editor.post('/desk/people/export/', { by: 'name', q: 'Turncock' })).text,
    );
    assert.deepEqual([byName.letters.length, byName.keys], [1, undefined], 'a name may be several people’s');
    const entries = await desk.site.store.read
      .selectFrom('record_entries')
      .select(['action', 'visibility'])
      .where('action', '=', 'person.export')
      .execute();
    assert.deepEqual(
      entries.map(({ visibility }) => visibility),
      ['private', 'private'],
    );
  });

  test('is found by an address in whatever case it is typed, on either database', async () => {
    const { desk, editor } = await opened('Änne@Post.example');
    for (const typed of ['änne@post.example', 'Änne@post.example', 'ÄNNE@POST.EXAMPLE']) {
      const { text } = await editor.get(`/desk/people/?by=email&q=${encodeURIComponent(typed)}`);
      assert.match(text, /One response\./, typed);
      assert.equal(await isWritersEmail(desk.site.store.read, typed), true, `${typed} gets a letter`);
    }
  });

  test('is erased as far as was chosen, for a reason, and only by who types that they are sure', async () => {
    const { desk, article, editor } = await opened();
    const form = { by: 'name', q: 'Turncock', depth: 'words', reason: 'asked', sure: 'erase' };
    for (const [missing, sentence] of [
      [{ sure: 'yes' }, /Type the word erase/],
      [{ depth: '' }, /Choose what goes/],
      [{ reason: 'rule-1' }, /Choose a reason/],
    ] as const) {
      const refused = await editor.post('/desk/people/erase/', { ...form, ...missing });
      assert.deepEqual([refused.status, sentence.test(refused.text)], [422, true]);
    }
    const moderator = await signedIn(desk, 'moderator');
    assert.equal((await moderator.post('/desk/people/erase/', form)).status, 403);
    const named = await editor.post('/desk/people/erase/', {
      ...form,
      depth: 'name',
      by: 'email',
      q: 'wilf@post.example',
    });
    assert.match(named.location ?? '', /done=1/);
    const page = async () => (await createSiteWeb(desk.site).app.request(article.path)).text();
    assert.match(await page(), /<bdi>Name removed<\/bdi>[\s\S]*I live by the quay\./);
    const erased = await editor.post('/desk/people/erase/', form);
    assert.match(erased.location ?? '', /done=1/);
    const left = await page();
    assert.match(left, /This response was erased by an editor\. Reason: Its writer asked for it\./);
    assert.doesNotMatch(left, /And I stay|Turncock/);
    assert.deepEqual(await faultsOf(desk.site), []);
    assert.deepEqual(
      (await desk.site.store.read.selectFrom('pseudonyms').select('name').execute()).map(({ name }) => name),
      ['Ropewalk'],
    );
    const again = await editor.post('/desk/people/erase/', form);
    assert.match(again.text, /nothing to erase/);
  });
});
