import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../../test/support/engines.ts';
import { readArticle, readEditable } from '../../articles/queries.ts';
import { type Answer, type Desk, openDesk, publish, signedIn } from '../fixtures.ts';

const typed = {
  title: 'Council throws out bridge toll',
  standfirst: 'Six votes to three.',
  body: 'The committee *refused*.\n\nNobody moved an amendment.',
  format: 'markdown',
  byline: 'Imogen Thrale, Bede Hallam',
  tags: 'Tolls, Town council',
  slug: 'bridge-toll',
  policy: 'all-held',
  closeAfterDays: '30',
  language: 'cy',
};

const idOf = (answer: Answer) => /\/desk\/articles\/([\w-]+)\//.exec(answer.location ?? '')?.[1] ?? '';
const unescaped = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&amp;', '&');

async function revisions({ site }: Desk, id: string) {
  const rows = await site.store.read
    .selectFrom('article_revisions')
    .select(['number', 'title', 'by_staff'])
    .where('article_id', '=', id)
    .orderBy('number')
    .execute();
  return rows;
}

onBothEngines('writing an article', (engine) => {
  test('begins with the name of whoever writes, and is saved as a draft that readers do not see', async () => {
    const desk = await openDesk(engine);
    const author = await signedIn(desk, 'author');
    const blank = await author.get('/desk/articles/new/');
    assert.match(blank.text, /name="byline" [^>]*value="Imogen Thrale"/);
    assert.doesNotMatch(blank.text, /value="publish"/);
    const saved = await author.post('/desk/articles/new/', { ...typed, do: 'save' });
    assert.equal(saved.status, 303);
    const id = idOf(saved);
    const article = await readEditable(desk.site.store.read, id);
    assert.equal(article?.state, 'draft');
    assert.deepEqual(article?.byline, ['Imogen Thrale', 'Bede Hallam']);
    assert.equal(await readArticle(desk.site.store.read, { id }), null);
    const page = unescaped((await author.get(saved.location ?? '')).text);
    assert.match(page, /role="status">Saved\. Draft, saved/);
    for (const value of Object.values(typed)) assert.ok(page.includes(value), value);
    assert.match(page, /<option value="all-held" selected/);
  });

  test('in what is no language is refused, with a sentence and everything typed', async () => {
    const desk = await openDesk(engine);
    const author = await signedIn(desk, 'author');
    const refused = await author.post('/desk/articles/new/', { ...typed, language: 'welsh', do: 'save' });
    assert.equal(refused.status, 422);
    const page = unescaped(refused.text);
    assert.match(page, /id="f-language-why">“welsh” is no language tag \(BCP 47\): type one such as cy/);
    for (const value of ['welsh', typed.title, typed.body]) assert.ok(page.includes(value), value);
  });

  test('and publishing it is an editor’s: it stands at its address, with its policy', async () => {
    const desk = await openDesk(engine);
    const editor = await signedIn(desk, 'editor');
    const saved = await editor.post('/desk/articles/new/', { ...typed, do: 'publish' });
    assert.match(saved.location ?? '', /\?done=published$/);
    const article = await readArticle(desk.site.store.read, { path: '/2026/03/12/bridge-toll/' });
    assert.equal(article?.id, idOf(saved));
    assert.equal(article?.policy, 'all-held');
    assert.equal(article?.closeAfterDays, 30);
    const page = await editor.get(saved.location ?? '');
    assert.match(page.text, /<a href="\/2026\/03\/12\/bridge-toll\/">Read it as published<\/a>/);
    const [first] = await revisions(desk, idOf(saved));
    assert.notEqual(first?.by_staff, null, 'the revision says who');
  });

  test('does not let an author publish, nor change what is published; the words stay', async () => {
    const desk = await openDesk(engine);
    const author = await signedIn(desk, 'author');
    const refused = await author.post('/desk/articles/new/', { ...typed, do: 'publish' });
    assert.equal(refused.status, 403);
    assert.match(refused.text, /may write but not publish/);
    assert.match(refused.text, /Nobody moved an amendment\./);
    const { id } = await publish(desk, 'Published before');
    const before = await readEditable(desk.site.store.read, id);
    const fields = { ...typed, updatedAt: before?.updatedAt ?? '' };
    for (const act of ['save', 'publish', 'anything'])
      assert.equal((await author.post(`/desk/articles/${id}/`, { ...fields, do: act })).status, 403);
    assert.deepEqual(await readEditable(desk.site.store.read, id), before);
    assert.equal((await author.post(`/desk/articles/${id}/`, { ...fields, do: 'preview' })).status, 200);
    const page = await author.get(`/desk/articles/${id}/`);
    assert.doesNotMatch(page.text, /value="(?:save|publish)"/);
  });

  test('a change to what is published keeps the address and makes a new revision', async () => {
    const desk = await openDesk(engine);
    const editor = await signedIn(desk, 'editor');
    const { id, path } = await publish(desk, 'Bridge toll');
    const before = await readEditable(desk.site.store.read, id);
    desk.site.clock.pass(60_000);
    const fields = { ...typed, do: 'save', updatedAt: before?.updatedAt ?? '' };
    assert.equal((await editor.post(`/desk/articles/${id}/`, fields)).status, 303);
    const article = await readArticle(desk.site.store.read, { path });
    assert.equal(article?.title, typed.title);
    assert.deepEqual(
      (await revisions(desk, id)).map(({ number, title }) => [number, title]),
      [
        [1, 'Bridge toll'],
        [2, typed.title],
      ],
    );
  });

  test('a preview shows it cleaned as it will be, and saves nothing', async () => {
    const desk = await openDesk(engine);
    const author = await signedIn(desk, 'author');
    const body = '## Heading\n\nA [link](javascript:alert(1)) <script>alert(1)</script><b onclick=x>bold</b>';
    const shown = await author.post('/desk/articles/new/', { ...typed, body, do: 'preview' });
    assert.equal(shown.status, 200);
    assert.match(shown.text, /Preview: nothing is saved yet/);
    assert.match(shown.text, /<h2>Heading<\/h2>/);
    assert.match(shown.text, /<b>bold<\/b>/);
    assert.doesNotMatch(shown.text, /<script(?! src="\/assets\/)|<b onclick|href="javascript/);
    const html = await author.post('/desk/articles/new/', {
      ...{ ...typed, format: 'html', body: '<p>One</p><img src=x onerror=alert(1)>' },
      do: 'preview',
    });
    assert.match(html.text, /<p>One<\/p>/);
    assert.doesNotMatch(html.text, /<img/);
    const rows = await desk.site.store.read.selectFrom('articles').select('id').execute();
    assert.deepEqual(rows, []);
  });

  test('what cannot be taken is refused at its field, with everything typed kept', async () => {
    const desk = await openDesk(engine);
    const editor = await signedIn(desk, 'editor');
    const wrong = { ...typed, title: ' ', closeAfterDays: 'soon', policy: 'whatever', tags: 'x'.repeat(101) };
    for (const act of ['save', 'publish', 'preview']) {
      const answer = await editor.post('/desk/articles/new/', { ...wrong, do: act });
      assert.equal(answer.status, 422);
      assert.match(answer.text, /<a href="#f-title">Give the article a title\.<\/a>/);
      assert.match(answer.text, /<p class="why" id="f-title-why">Give the article a title\.<\/p>/);
      assert.match(answer.text, /id="f-closeAfterDays" name="closeAfterDays" aria-invalid="true"/);
      assert.match(answer.text, /<a href="#f-tags">/);
      assert.match(answer.text, /<a href="#f-policy">/);
      assert.match(answer.text, /value="soon"/);
      assert.match(answer.text, /Nobody moved an amendment\./);
    }
    const rows = await desk.site.store.read.selectFrom('articles').select('id').execute();
    assert.deepEqual(rows, []);
  });

  test('a first blank line, markup and control characters in what was typed do no harm', async () => {
    const desk = await openDesk(engine);
    const editor = await signedIn(desk, 'editor');
    const title = '</textarea></title><script>alert(1)</script>';
    const answer = await editor.post('/desk/articles/new/', {
      ...{ ...typed, title, body: '\n\n</textarea><script>x</script>', byline: '"><b>' },
      ...{ closeAfterDays: 'no', do: 'save' },
    });
    assert.equal(answer.status, 422);
    assert.doesNotMatch(answer.text, /<script(?! src="\/assets\/)/);
    const saved = await editor.post('/desk/articles/new/', {
      ...{ ...typed, title: `${title}\u0000`, body: 'a\u0000b\u0007', byline: '"><b>', tags: '<i>x' },
      do: 'publish',
    });
    assert.equal(saved.status, 303);
    for (const path of ['/desk/', '/desk/articles/', saved.location ?? ''])
      assert.doesNotMatch((await editor.get(path)).text, /<script(?! src="\/assets\/)|<b>"|<i>x/, path);
    assert.equal((await readEditable(desk.site.store.read, idOf(saved)))?.source, 'ab');
  });

  test('text that is no UTF-8 is refused with what can be read of it', async () => {
    const desk = await openDesk(engine);
    const editor = await signedIn(desk, 'editor');
    const answer = await editor.ask('/desk/articles/new/', {
      method: 'POST',
      body: 'title=Toll&body=caf%E9&do=save',
      headers: {
        origin: desk.site.config.url,
        'content-type': 'application/x-www-form-urlencoded',
      },
    });
    assert.equal(answer.status, 422);
    assert.match(answer.text, /not valid UTF-8/);
    assert.match(answer.text, /caf\ufffd/);
  });
});

onBothEngines('two who change one article', (engine) => {
  test('an empty form that is sent many times at one moment makes one article, and loses no words', async () => {
    const desk = await openDesk(engine);
    const edda = await signedIn(desk, 'editor');
    const newId = '0195a3c0-0000-7000-8000-000000000001';
    const press = (words: string) =>
      edda.post('/desk/articles/new/', { ...typed, newId, body: words, do: 'save' });
    const bodies = Array.from({ length: 10 }, (_, index) => `Press ${index >> 1} of the board’s words.`);
    const answers = await Promise.all(bodies.map(press));
    const kept = (await readEditable(desk.site.store.read, newId))?.source;
    for (const [index, { status, text }] of answers.entries()) {
      assert.equal(status, bodies[index] === kept ? 303 : 409, bodies[index]);
      if (status === 409) assert.ok(text.includes(`Press ${index >> 1} of the board`), 'the words come back');
    }
  });

  test('publishing what another has published already is refused', async () => {
    const desk = await openDesk(engine);
    const editor = await signedIn(desk, 'editor');
    const { id } = await publish(desk, 'Bridge toll');
    const now = (await readEditable(desk.site.store.read, id))?.updatedAt ?? '';
    const answer = await editor.post(`/desk/articles/${id}/`, { ...typed, do: 'publish', updatedAt: now });
    assert.equal(answer.status, 409);
    assert.match(answer.text, /published already/);
  });
});

onBothEngines('the list of articles', (engine) => {
  test('shows drafts and published ones, last changed first, fifty a page', async () => {
    const desk = await openDesk(engine);
    const editor = await signedIn(desk, 'editor');
    await editor.post('/desk/articles/new/', { ...typed, title: 'A draft', do: 'save' });
    for (let number = 1; number <= 51; number += 1) {
      desk.site.clock.pass(1_000);
      await publish(desk, `Article ${number}`);
    }
    const all = await editor.get('/desk/articles/');
    assert.match(all.text, /All <span>52<\/span>/);
    assert.equal(all.text.match(/<li class="item">/g)?.length, 50);
    assert.equal((await editor.get('/desk/articles/?page=2')).text.match(/<li class="item">/g)?.length, 2);
    const drafts = await editor.get('/desk/articles/?state=draft');
    assert.match(drafts.text, /A draft/);
    assert.equal(drafts.text.match(/<li class="item">/g)?.length, 1);
    const home = await editor.get('/desk/');
    assert.match(home.text, /A draft/);
    assert.match(home.text, /Article 51/);
  });
});
