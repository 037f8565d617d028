import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../../test/support/engines.ts';
import { granted, publishSample } from '../../../test/support/publish.ts';
import { articleInput } from '../../articles/article.ts';
import { publishArticle, writeArticle } from '../../articles/save-article.ts';
import { readSeries } from '../../articles/series/queries.ts';
import { seriesMark } from '../../articles/series/series.ts';
import { withdrawArticle } from '../../articles/withdraw-article.ts';
import { faultsOf } from '../../audit/fixtures.ts';
import { parseCapture } from '../../migration/text-capture/parse-capture.ts';
import { sequenceEntries } from '../../record/sequence.ts';
import type { EngineName } from '../../store/migrations/statements.ts';
import { createSiteWeb } from '../../web-app.ts';
import { openDesk, signedIn } from '../fixtures.ts';

const editor = { actor: { role: 'editor' as const }, staffId: null };
const words = { title: 'The weir', slug: '', introduction: 'Five weeks at *the weir*.' };

/** A series of two published articles and a draft between them, and a reader. */
async function open(engine: EngineName) {
  const desk = await openDesk(engine);
  const { site } = desk;
  const signed = await signedIn(desk, 'editor');
  const { app } = createSiteWeb(site);
  const ask = async (path: string) => {
    const response = await app.request(path);
    return {
      status: response.status,
      location: response.headers.get('location'),
      text: await response.text(),
    };
  };
  const first = await publishSample(site, { title: 'It leaks', body: 'Water comes.\n\nMuch of it.' });
  const draft = await writeArticle(site, articleInput.parse({ title: 'It is looked at', body: 'By day.' }));
  const last = await publishSample(site, { title: 'It is mended', body: 'Water stays.' });
  const made = await signed.post('/desk/series/new/', words);
  const page = (made.location ?? '').replace(/\?.*/, '');
  const id = page.split('/')[3] ?? '';
  const send = async (fields: Record<string, string>) => {
    const series = await readSeries(site.store.read, { id });
    assert.ok(series);
    const parts = series.parts.flatMap((part, index) => [
      [`part-${index}`, part],
      [`number-${index}`, String(index + 1)],
    ]);
    const { title, slug, introduction } = series;
    const now = { title, slug, introduction, seen: seriesMark(series), ...Object.fromEntries(parts) };
    return signed.post(page, { ...now, ...fields });
  };
  for (const add of [last.path, `/desk/articles/${draft}/`, `${site.config.url}${first.path}`])
    assert.equal((await send({ add })).location, `${page}?done=saved`);
  return { site, signed, ask, send, page, id, first, draft, last };
}

onBothEngines('a series', (engine) => {
  test('stands at its address with its published parts, in an order that numbers change', async () => {
    const { signed, ask, send, page, first, last } = await open(engine);
    assert.match((await signed.get(page)).text, /It is looked at.*Not published\./s);
    const before = (await ask('/series/the-weir/')).text;
    assert.ok(before.indexOf('It is mended') < before.indexOf('It leaks'));
    await send({ 'number-0': '9' });
    const { text } = await ask('/series/the-weir/');
    assert.match(text, /<h1>Series: The weir<\/h1>/);
    assert.match(text, /Five weeks at <em>the weir<\/em>/);
    assert.match(text, /2 parts/);
    assert.ok(text.indexOf('It leaks') < text.indexOf('It is mended'));
    assert.doesNotMatch(text, /looked at/);
    assert.match((await ask('/sitemap.xml')).text, /\/series\/the-weir\/</);
    const article = (await ask(first.path)).text;
    assert.match(article, /Part 1 of 2 of <a href="\/series\/the-weir\/">The weir<\/a>/);
    assert.match(article, /Next part: <a href="[^"]*" rel="next">It is mended<\/a>/);
    assert.doesNotMatch(article, /Previous part/);
    assert.match((await ask(last.path)).text, /Previous part: <a href="[^"]*" rel="prev">It leaks<\/a>/);
    assert.match(
      article,
      /"isPartOf":{"@type":"CreativeWorkSeries","name":"The weir","url":"[^"]*\/series\/the-weir\/"},"position":1/,
    );
    const api = JSON.parse((await ask(`/api/v1/articles/${first.id}`)).text);
    assert.deepEqual(api.series, { title: 'The weir', path: '/series/the-weir/', part: 1, of: 2 });
  });

  test('counts anew, and at once, when a part is published or withdrawn', async () => {
    const { site, ask, first, draft, last } = await open(engine);
    assert.match((await ask(first.path)).text, /Part 2 of 2 of/);
    const { path } = granted(await publishArticle(site, editor, draft));
    assert.match((await ask(first.path)).text, /Part 3 of 3 of/);
    assert.match((await ask(path)).text, /Part 2 of 3 of/);
    granted(await withdrawArticle(site, editor, { id: last.id, reason: 'wrong', note: 'It was wrong.' }));
    assert.match((await ask(first.path)).text, /Part 2 of 2 of/);
    assert.doesNotMatch((await ask('/series/the-weir/')).text, /It is mended/);
  });

  test('leads from each address that it had to the one that it has', async () => {
    const { ask, send } = await open(engine);
    await send({ slug: 'weir' });
    await send({ slug: 'at-the-weir', title: 'At the weir' });
    for (const slug of ['the-weir', 'weir']) {
      const moved = await ask(`/series/${slug}/`);
      assert.deepEqual([moved.status, moved.location], [301, '/series/at-the-weir/']);
    }
    assert.equal((await ask('/series/at-the-weir/')).status, 200);
    assert.equal((await send({ slug: 'the-weir' })).status, 303, 'its own old address is its own again');
    assert.equal((await ask('/series/weir/')).location, '/series/the-weir/');
  });

  test('loses nothing of an article’s page that is turned into plain text', async () => {
    const { ask, send, first } = await open(engine);
    await send({ 'number-0': '9' });
    const flat = (await ask(first.path)).text.replace(/^[\s\S]*<body>/, '').replace(/<[^>]*>/g, '');
    const [captured] = parseCapture(flat).articles;
    assert.deepEqual(captured?.paragraphs, ['Water comes.', 'Much of it.']);
    assert.match(flat, /Part 1 of 2 of the series “The weir”\./);
    assert.match(flat, /Series: The weir https?:\/\/[^ ]*\/series\/the-weir\//);
  });

  test('is refused with a sentence where something is wrong, and nothing typed is lost', async () => {
    const { signed, send, page, first } = await open(engine);
    const other = await signed.post('/desk/series/new/', { ...words, title: 'Another' });
    const otherPage = (other.location ?? '').replace(/\?.*/, '');
    const taken = await signed.post('/desk/series/new/', {
      ...words,
      slug: 'the-weir',
      introduction: 'Typed.',
    });
    assert.equal(taken.status, 409);
    assert.match(taken.text, /\/series\/the-weir\/ is the address of another series/);
    assert.match(taken.text, /Typed\./);
    assert.match(
      (await signed.post('/desk/series/new/', { ...words, title: ' ' })).text,
      /Give the series a title/,
    );
    assert.match((await send({ add: '/2020/01/01/nothing/' })).text, /There is no article at this address/);
    const empty = await signed.get(otherPage);
    const seen = /name="seen" value="([^"]*)"/.exec(empty.text)?.[1] ?? '';
    const elsewhere = await signed.post(otherPage, {
      ...words,
      title: 'Another',
      slug: 'another',
      seen,
      add: first.path,
    });
    assert.equal(elsewhere.status, 409);
    assert.match(elsewhere.text, /“It leaks” is a part of another series/);
    const old = /name="seen" value="([^"]*)"/.exec((await signed.get(page)).text)?.[1] ?? '';
    await send({ title: 'The old weir' });
    const stale = await send({ title: 'The new weir', seen: old });
    assert.equal(stale.status, 409);
    assert.match(stale.text, /Somebody changed this series.*value="The new weir"/s);
    assert.match((await send({})).text, /Nothing in it was changed/);
  });

  test('gets an address that many ask for at one moment for one of them alone', async () => {
    const desk = await openDesk(engine);
    const signed = await signedIn(desk, 'editor');
    const titles = ['One', 'Two', 'Three', 'Four'];
    const made = await Promise.all(
      titles.map((title) => signed.post('/desk/series/new/', { ...words, title, slug: 'the-weir' })),
    );
    assert.deepEqual(made.map(({ status }) => status).sort(), [303, 409, 409, 409]);
    const series = await Promise.all(
      titles.map((title) => signed.post('/desk/series/new/', { ...words, title, slug: title })),
    );
    const pages = series.map(({ location }) => (location ?? '').replace(/\?.*/, ''));
    const moved = await Promise.all(
      pages.map(async (page, index) => {
        const seen = /name="seen" value="([^"]*)"/.exec((await signed.get(page)).text)?.[1] ?? '';
        return signed.post(page, { ...words, title: titles[index] ?? '', seen, slug: 'at-the-weir' });
      }),
    );
    assert.deepEqual(moved.map(({ status }) => status).sort(), [303, 409, 409, 409]);
    await sequenceEntries(desk.site);
    assert.deepEqual(await faultsOf(desk.site), []);
  });

  test('may be led to by the menu, and follows when it moves', async () => {
    const { signed, ask, send } = await open(engine);
    const seen = /name="seen" value="([^"]*)"/.exec((await signed.get('/desk/menu/')).text)?.[1] ?? '';
    const entry = {
      'number-0': '1',
      'label-0': 'Weir',
      'target-0': '/series/the-weir/',
      'place-0': 'masthead',
    };
    assert.equal((await signed.post('/desk/menu/', { seen, ...entry })).status, 303);
    assert.match((await ask('/')).text, /<a href="\/series\/the-weir\/">Weir<\/a>/);
    await send({ slug: 'weir' });
    assert.match((await ask('/')).text, /<a href="\/series\/weir\/">Weir<\/a>/);
  });

  test('is held against the record: a forged order, part, word or address is found', async () => {
    const { site, send, id, draft } = await open(engine);
    await send({ slug: 'weir' });
    await sequenceEntries(site);
    assert.deepEqual(await faultsOf(site), []);
    const forged = async (
      change: (tx: Parameters<Parameters<typeof site.store.write>[0]>[0]) => Promise<unknown>,
    ) => {
      await site.store.write(change);
      return (await faultsOf(site)).join(' ');
    };
    const other = 'The series at /series/weir/ is not as it was last saved.';
    assert.equal(
      await forged((tx) => tx.updateTable('series').set({ title: 'Forged' }).where('id', '=', id).execute()),
      other,
    );
    await forged((tx) => tx.updateTable('series').set({ title: 'The weir' }).where('id', '=', id).execute());
    const part = { article_id: draft, series_id: id, position: 1 };
    assert.equal(
      await forged((tx) => tx.deleteFrom('series_parts').where('article_id', '=', draft).execute()),
      other,
    );
    assert.equal(await forged((tx) => tx.insertInto('series_parts').values(part).execute()), '');
    const addresses = 'The addresses that lead to /series/weir/ are not those that it had.';
    assert.equal(await forged((tx) => tx.deleteFrom('series_former_slugs').execute()), addresses);
  });
});
