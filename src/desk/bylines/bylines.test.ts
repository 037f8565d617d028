import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../../test/support/engines.ts';
import { granted } from '../../../test/support/publish.ts';
import { articleInput } from '../../articles/article.ts';
import { writersOf } from '../../articles/guests/queries.ts';
import { readEditable } from '../../articles/queries.ts';
import { editArticle, publishArticle, writeArticle } from '../../articles/save-article.ts';
import { faultsOf } from '../../audit/fixtures.ts';
import { parseCapture } from '../../migration/text-capture/parse-capture.ts';
import { sequenceEntries } from '../../record/sequence.ts';
import { createSiteWeb } from '../../web-app.ts';
import { type Desk, openDesk, signedIn } from '../fixtures.ts';

const editor = { actor: { role: 'editor' as const }, staffId: null };
const note = 'councillor for the east ward';
const url = 'https://wrenmouth.example/sedge';

async function draft({ site }: Desk, byline = 'Imogen Thrale') {
  const input = articleInput.parse({ title: 'The weir', body: 'It leaks.\n\nIt will be mended.', byline });
  return writeArticle(site, input, { editor });
}

/** The form's rows, in their order, based on what is there now. */
async function rows({ site }: Desk, id: string, names: (readonly [string, string, string?, string?])[]) {
  const article = await readEditable(site.store.read, id);
  const fields = names.flatMap(([name, kind, about = '', page = ''], index) => [
    [`number-${index}`, String(index + 1)],
    [`name-${index}`, name],
    [`kind-${index}`, kind],
    [`note-${index}`, about],
    [`url-${index}`, page],
  ]);
  return { updatedAt: article?.updatedAt ?? '', ...Object.fromEntries(fields) } as Record<string, string>;
}

onBothEngines('guests among the writers of an article', (engine) => {
  test('are put beside the staff in any order, and readers are told who is one', async () => {
    const desk = await openDesk(engine);
    const { site } = desk;
    const id = await draft(desk);
    const author = await signedIn(desk, 'author');
    const page = `/desk/articles/${id}/bylines/`;
    assert.match((await author.get(page)).text, /value="Imogen Thrale"/);
    const sent = await rows(desk, id, [
      ['Mary Sedge', 'guest', note, url],
      ['Imogen Thrale', 'plain'],
      ['Abel Quill', 'guest'],
      ['', 'guest'],
    ]);
    const saved = await author.post(page, { ...sent, 'number-0': '9', 'number-2': '0.5' });
    assert.equal(saved.location, `${page}?done=saved`);
    assert.match((await author.get(saved.location ?? '')).text, /role="status"><b>Saved\./);
    const { path } = granted(await publishArticle(site, editor, id));
    const { app } = createSiteWeb(site);
    const read = async (at: string) => (await app.request(at)).text();
    const html = await read(path);
    const flat = html.replace(/^[\s\S]*<body>/, '').replace(/<[^>]*>/g, '');
    assert.match(flat, /By Abel Quill, Imogen Thrale,? and Mary Sedge/);
    assert.match(flat, /Guest writer: Abel Quill\n/);
    assert.match(flat, new RegExp(`Guest writer: Mary Sedge, ${note} ${url}`));
    assert.match(
      html,
      new RegExp(`"name":"Mary Sedge","url":"[^"]*","description":"${note}","sameAs":"${url}"`),
    );
    assert.match(await read('/'), /<bdi>Abel Quill<\/bdi>/);
    const atom = (await read('/feed/atom/')).replace(/\n/g, '');
    assert.match(atom, new RegExp(`<author><name>Mary Sedge</name><uri>${url}</uri></author>`));
    assert.deepEqual(JSON.parse(await read('/feed.json')).items[0].authors.at(-1), {
      name: 'Mary Sedge',
      url,
    });
    assert.deepEqual(JSON.parse(await read(`/api/v1/articles/${id}`)).authors, [
      { name: 'Abel Quill', guest: { note: '', url: null } },
      { name: 'Imogen Thrale' },
      { name: 'Mary Sedge', guest: { note, url } },
    ]);
    const [captured] = parseCapture(flat).articles;
    assert.deepEqual(captured?.paragraphs, ['It leaks.', 'It will be mended.']);
    assert.match((await author.get(page)).text, /You may read this, not change it/);
  });

  test('never bear a name that passes for one of the staff', async () => {
    const desk = await openDesk(engine);
    const id = await draft(desk);
    const author = await signedIn(desk, 'author');
    for (const name of ['Ann Osei', 'ANN  OSEÏ', 'Аnn Оsеі', 'Ann 0sei', 'Ann-Osei']) {
      const sent = await rows(desk, id, [
        ['Imogen Thrale', 'plain'],
        [name, 'guest', note],
      ]);
      const refused = await author.post(`/desk/articles/${id}/bylines/`, sent);
      assert.equal(refused.status, 422, name);
      assert.match(
        refused.text,
        /<a href="#f-name-1">“[^”]*” is the name of a member of staff, or would pass/,
      );
      assert.ok(refused.text.includes(`value="${note}"`), 'what was typed is kept');
    }
    assert.deepEqual(await writersOf(desk.site.store.read, id), [{ name: 'Imogen Thrale', guest: null }]);
  });

  test('are refused with a sentence where something is wrong, and nothing typed is lost', async () => {
    const desk = await openDesk(engine);
    const id = await draft(desk);
    const author = await signedIn(desk, 'author');
    const post = async (row: readonly [string, string, string?, string?]) =>
      author.post(`/desk/articles/${id}/bylines/`, await rows(desk, id, [['Imogen Thrale', 'plain'], row]));
    for (const [row, sentence, at] of [
      [['Mary Sedge', 'guest', '', 'sedge.example'], 'must be a whole address: https://…', 'url-1'],
      [['Mary Sedge', 'guest', '', 'javascript:alert(1)'], 'must be a whole address: https://…', 'url-1'],
      [['Mary Sedge', 'plain', note], 'stand beside guests alone', 'kind-1'],
      [['', 'guest', note], 'Give the guest’s name.', 'name-1'],
      [['Imogen Thrale', 'guest'], 'is there twice', 'name-1'],
      [['Sedge, Mary', 'guest'], 'no comma or semicolon', 'name-1'],
      [['Mary Sedge', 'guest', 'x'.repeat(201)], 'longer than 200 characters', 'note-1'],
    ] as const) {
      const refused = await post(row);
      assert.equal(refused.status, 422);
      assert.ok(refused.text.includes(sentence), sentence);
      assert.ok(refused.text.includes(`href="#f-${at}"`), at);
      for (const typed of row.slice(2)) assert.ok(refused.text.includes(`value="${typed}"`));
    }
    const old = await rows(desk, id, [['Mary Sedge', 'guest', note]]);
    await post(['Abel Quill', 'guest']);
    const stale = await author.post(`/desk/articles/${id}/bylines/`, old);
    assert.equal(stale.status, 409);
    assert.match(stale.text, /changed by somebody else/);
  });

  test('stay guests when the text is saved, and go with their name', async () => {
    const desk = await openDesk(engine);
    const { site } = desk;
    const id = await draft(desk);
    const author = await signedIn(desk, 'author');
    const sent = await rows(desk, id, [
      ['Imogen Thrale', 'plain'],
      ['Mary Sedge', 'guest', note],
    ]);
    await author.post(`/desk/articles/${id}/bylines/`, sent);
    const edit = async (byline: string) =>
      granted(
        await editArticle(site, editor, {
          id,
          input: articleInput.parse({ title: 'The weir', body: 'Mended.', byline }),
        }),
      );
    await edit('Mary Sedge, Imogen Thrale');
    assert.deepEqual((await writersOf(site.store.read, id))[0], {
      name: 'Mary Sedge',
      guest: { note, url: null },
    });
    await edit('Imogen Thrale');
    assert.equal((await site.store.read.selectFrom('guest_bylines').selectAll().execute()).length, 0);
  });

  test('are in the record from publication on, and one changed by hand is found', async () => {
    const desk = await openDesk(engine);
    const { site } = desk;
    const id = await draft(desk);
    const signed = await signedIn(desk, 'editor');
    const page = `/desk/articles/${id}/bylines/`;
    const plain = await draft(desk);
    await signed.post(page, await rows(desk, id, [['Mary Sedge', 'guest', note]]));
    const { path } = granted(await publishArticle(site, editor, id));
    const { path: other } = granted(await publishArticle(site, editor, plain));
    await signed.post(page, await rows(desk, id, [['Mary Sedge', 'guest', 'once a councillor']]));
    await sequenceEntries(site);
    const entries = site.store.read
      .selectFrom('record_entries')
      .select('leaf')
      .where('action', '=', 'article.bylines');
    const leaves = await entries.execute();
    assert.equal(leaves.length, 2);
    assert.doesNotMatch(leaves.map(({ leaf }) => leaf).join(), /Sedge|councillor/);
    assert.deepEqual(await faultsOf(site), []);
    const said = (at: string) => [`${at} is not by the writers and guests that were last entered for it.`];
    await site.store.write((tx) => tx.updateTable('guest_bylines').set({ note: 'mayor' }).execute());
    assert.deepEqual(await faultsOf(site), said(path));
    await site.store.write((tx) =>
      tx.updateTable('guest_bylines').set({ note: 'once a councillor' }).execute(),
    );
    const forged = {
      article_id: plain,
      name: 'Imogen Thrale',
      note,
      url: null,
      at: '2026-03-12T07:00:00.000Z',
      by_staff: null,
    };
    await site.store.write((tx) => tx.insertInto('guest_bylines').values(forged).execute());
    assert.deepEqual(await faultsOf(site), said(other));
  });
});
