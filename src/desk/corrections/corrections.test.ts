import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flatten } from '../../../test/pages/flatten.ts';
import { onBothEngines } from '../../../test/support/engines.ts';
import { granted } from '../../../test/support/publish.ts';
import { articleInput } from '../../articles/article.ts';
import { editArticle } from '../../articles/save-article.ts';
import { faultsOf } from '../../audit/fixtures.ts';
import { parseCapture } from '../../migration/text-capture/parse-capture.ts';
import { createSiteWeb } from '../../web-app.ts';
import { type Desk, openDesk, pass, publish, signedIn } from '../fixtures.ts';

const editor = { actor: { role: 'editor' as const }, staffId: null };
const title = 'Bridge toll';
const hour = 3_600_000;
const note = {
  do: 'give',
  kind: 'correction',
  was: 'The bridge had stuck fourteen times',
  now: 'The bridge has stuck eleven times',
  why: 'Fourteen is the number of openings cancelled',
  prominence: 'top',
  revision: '2',
};

async function open(engine: 'sqlite' | 'postgres') {
  const desk = await openDesk(engine);
  const { id, path } = await publish(desk, title);
  const { app } = createSiteWeb(desk.site);
  const read = async (address: string) => (await app.request(address)).text();
  return { desk, id, path, read, form: `/desk/articles/${id}/corrections/` };
}

async function revise({ site }: Desk, id: string, body: string): Promise<void> {
  site.clock.pass(hour);
  granted(await editArticle(site, editor, { id, input: articleInput.parse({ title, body }) }));
}

onBothEngines('a correction', (engine) => {
  test('stands with its article, in its history, among all, in feeds, in JSON-LD and in the API', async () => {
    const { desk, id, path, read, form } = await open(engine);
    await revise(desk, id, 'The bridge has stuck eleven times.');
    const browser = await signedIn(desk, 'editor');
    const sent = await browser.post(form, note);
    assert.deepEqual([sent.status, sent.location], [303, `${form}?done=given`]);
    assert.match((await browser.get(sent.location ?? '')).text, /role="status">It is published\./);
    const page = await read(path);
    const said =
      'Correction, 12 March 2026, 08:00 GMT It said: “The bridge had stuck fourteen times”. It now says: “The bridge has stuck eleven times”. Fourteen is the number of openings cancelled. Both versions';
    assert.ok(flatten(page).includes(said), flatten(page).slice(0, 1500));
    assert.ok(page.indexOf('id="correction-1"') < page.indexOf('class="body'));
    assert.match(flatten(page), /Revised 12 March 2026, 08:00 GMT\. Corrected 12 March 2026, 08:00 GMT\./);
    assert.match(page, new RegExp(`${path}history/\\?from=1&amp;to=2`));
    const [, data = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page) ?? [];
    assert.deepEqual(JSON.parse(data).correction, [
      {
        '@type': 'CorrectionComment',
        name: 'Correction',
        text: said.replace(/^.*GMT /, '').replace(' Both versions', ''),
        datePublished: '2026-03-12T08:00:00.000Z',
        url: `https://ledger.example${path}#correction-1`,
      },
    ]);
    assert.match(await read('/corrections/'), /Correction: <a href="[^"]*#correction-1">Bridge toll<\/a>/);
    for (const feed of ['/corrections/feed/', '/corrections/feed/atom/', '/corrections/feed.json']) {
      assert.match(await read(feed), /Correction: Bridge toll/, feed);
      assert.match(await read('/corrections/'), new RegExp(`<a href="${feed}">`));
    }
    for (const feed of ['/feed/', '/feed/atom/', '/feed.json'])
      assert.match(await read(feed), /Correction, 12 March 2026, 08:00 GMT:/, feed);
    assert.match(await read('/feed/atom/'), /<updated>2026-03-12T08:00:00/);
    assert.match(flatten(await read(`${path}history/`)), /It belongs to: Correction 1/);
    const { corrections } = JSON.parse(await read(`/api/v1/articles/${id}`));
    assert.deepEqual(corrections, [
      {
        ...{ number: 1, kind: 'correction', published: '2026-03-12T08:00:00.000Z', changed: null },
        ...{ state: 'standing', was: note.was, now: note.now, why: note.why },
        ...{ prominence: 'top', revision: 2, version: 1 },
      },
    ]);
    await pass(desk, 0);
    const record = await read('/record/?kind=corrections');
    assert.match(record, /Correction 1 given, changed or withdrawn/);
    assert.match(record, new RegExp(`href="${path}#correction-1"`));
    assert.deepEqual(await faultsOf(desk.site), []);
  });

  test('is never changed silently, and leaves a line when it is withdrawn', async () => {
    const { desk, path, read, form } = await open(engine);
    const browser = await signedIn(desk, 'owner');
    await browser.post(form, { ...note, revision: '', prominence: 'foot' });
    const opened = (await browser.get(`${form}?change=1`)).text;
    assert.match(opened, /Change the note of correction 1/);
    assert.match(opened, /stuck fourteen times/);
    desk.site.clock.pass(hour);
    const change = { ...note, do: 'change', number: '1', version: '1', revision: '', prominence: 'foot' };
    assert.equal((await browser.post(form, change)).status, 422, 'nothing was changed');
    const changed = await browser.post(form, { ...change, now: 'It has stuck ten times' });
    assert.equal(changed.location, `${form}?done=changed`);
    const page = await read(path);
    assert.ok(page.indexOf('id="correction-1"') > page.indexOf('class="body'));
    assert.match(
      flatten(page),
      /“It has stuck ten times”\. .* This note was changed 12 March 2026, 08:00 GMT\. All/,
    );
    assert.match(
      flatten(await read('/corrections/')),
      /How the note read before ?Until 12 March .*eleven times/,
    );
    const late = await browser.post(form, { ...change, now: 'It has stuck nine times' });
    assert.equal(late.status, 409);
    assert.match(late.text, /Somebody changed this note since you opened it/);
    assert.match(late.text, /It has stuck nine times/);
    const why = await browser.post(form, { do: 'withdraw', number: '1', version: '2', why: ' ' });
    assert.equal(why.status, 422);
    assert.match(why.text, /Say why the note is withdrawn/);
    desk.site.clock.pass(hour);
    const withdraw = { do: 'withdraw', number: '1', version: '2', why: 'It was right at first' };
    assert.equal((await browser.post(form, withdraw)).location, `${form}?done=withdrawn`);
    const after = flatten(await read(path));
    assert.match(after, /This note was withdrawn 12 March 2026, 09:00 GMT\. It was right at first\. All/);
    assert.doesNotMatch(after, /stuck ten times|Corrected/);
    assert.doesNotMatch(await read(path), /CorrectionComment/);
    assert.equal((await browser.post(form, withdraw)).status, 409);
    await pass(desk, 0);
    assert.deepEqual(await faultsOf(desk.site), []);
  });

  test('that is forged, changed or taken away by hand is found by the check of the record', async () => {
    const { desk, id, form } = await open(engine);
    const { site } = desk;
    const browser = await signedIn(desk, 'editor');
    await browser.post(form, { ...note, revision: '' });
    await pass(desk, 0);
    const row = await site.store.read.selectFrom('article_corrections').selectAll().executeTakeFirstOrThrow();
    const forge = async (set: object) => {
      await site.store.write((tx) => tx.updateTable('article_corrections').set(set).execute());
      const faults = (await faultsOf(site)).join(' ');
      await site.store.write((tx) => tx.updateTable('article_corrections').set(row).execute());
      return faults;
    };
    assert.match(
      await forge({ now_reads: 'Never' }),
      /Correction 1 in its version 1, of .* is not what entry \d+ says/,
    );
    assert.match(await forge({ state: 'withdrawn' }), /is not what entry/);
    await site.store.write((tx) =>
      tx
        .insertInto('article_corrections')
        .values({ ...row, number: 2 })
        .execute(),
    );
    assert.match(
      (await faultsOf(site)).join(),
      /Correction 2 in its version 1, of .* is in no entry of the record/,
    );
    await site.store.write((tx) => tx.deleteFrom('article_corrections').execute());
    assert.match((await faultsOf(site)).join(), /What entry \d+ says of .* \(article\.correct\) is missing/);
    assert.ok(id);
  });

  test('is refused with a sentence while something is missing, and every word comes back', async () => {
    const { desk, form } = await open(engine);
    const browser = await signedIn(desk, 'editor');
    const cases: [Record<string, string>, RegExp][] = [
      [{ was: '' }, /Say what was wrong, in the words that stood there/],
      [{ now: ' ' }, /Say what is right, or what is added/],
      [{ why: '' }, /Say why, in one sentence/],
      [{ kind: 'rumour' }, /Choose what it is: a correction/],
      [{ prominence: '' }, /Choose where it stands/],
      [{ revision: '9' }, /There is no such version/],
      [{ revision: 'x' }, /There is no such version/],
      [{ why: 'x'.repeat(601) }, /longer than 600 characters/],
    ];
    for (const [fields, sentence] of cases) {
      const { status, text } = await browser.post(form, { ...note, revision: '', ...fields });
      assert.equal(status, 422);
      assert.match(text, sentence);
      assert.match(text, /id="refused" tabindex="-1" autofocus/);
      if (fields.now === undefined) assert.match(text, /The bridge has stuck eleven times/);
    }
    assert.match((await browser.get(form)).text, /Nothing was corrected\./);
  });

  test('survives being flattened: the article is read back without it', async () => {
    const { desk, path, read, form } = await open(engine);
    const browser = await signedIn(desk, 'editor');
    await browser.post(form, { ...note, revision: '' });
    await browser.post(form, { ...note, kind: 'apology', was: '', revision: '', prominence: 'foot' });
    const text = (await read(path))
      .replace(/<head>.*?<\/head>/s, '')
      .replace(/<[^>]*>/g, '')
      .replaceAll('&amp;', '&');
    const [article] = parseCapture(text).articles;
    assert.deepEqual(article?.paragraphs, ['The board met at six.']);
    assert.equal(article?.corrected, '2026-03-12T07:00Z');
    assert.equal(article?.title, title);
  });
});

onBothEngines('a version that is legally withheld', (engine) => {
  test('is in the history without its words, and nothing is compared with it', async () => {
    const { desk, id, path, read, form } = await open(engine);
    await revise(desk, id, 'Dunstan Peverell took the money.');
    await revise(desk, id, 'The board says that nothing is missing.');
    const browser = await signedIn(desk, 'owner');
    const none = await browser.post(`${form}versions/`, { do: 'withhold', number: '2', reason: '' });
    assert.equal(none.status, 422);
    assert.match(none.text, /Choose on what ground/);
    const newest = await browser.post(`${form}versions/`, { do: 'withhold', number: '3', reason: 'privacy' });
    assert.equal(newest.status, 409);
    assert.match(newest.text, /This is the version that readers see now/);
    assert.match(await read(`${path}history/`), /Peverell/);
    const act = { do: 'withhold', number: '2', reason: 'court-order' };
    assert.equal((await browser.post(`${form}versions/`, act)).location, `${form}?done=withheld`);
    const history = await read(`${path}history/`);
    assert.doesNotMatch(history, /Peverell|took the money/);
    assert.match(
      flatten(history),
      /The words of version 2 are legally withheld since 12 March 2026, 09:00 GMT\. By order of a court\./,
    );
    assert.match(flatten(history), /What changed is not shown: the version before it is withheld/);
    for (const query of ['from=1&to=2', 'from=2&to=3']) {
      const compared = await read(`${path}history/?${query}`);
      assert.match(compared, /Version 2 is legally withheld: it is not compared/);
      assert.doesNotMatch(compared, /Peverell/);
    }
    assert.match(await read(`${path}history/?from=1&to=3`), /nothing is missing/);
    assert.match(
      (await browser.get(`${form}?read=2`)).text,
      /Peverell took the money/,
      'staff keep the words',
    );
    await pass(desk, 0);
    assert.deepEqual(await faultsOf(desk.site), []);
    assert.match(flatten(await read('/record/')), /The words of version 2 withheld/);
    assert.equal((await browser.post(`${form}versions/`, act)).status, 409);
    const lift = { do: 'show', number: '2' };
    assert.equal((await browser.post(`${form}versions/`, lift)).location, `${form}?done=shown`);
    assert.match(await read(`${path}history/`), /Peverell/);
    await desk.site.store.write((tx) =>
      tx.updateTable('revision_withholdings').set({ reason: 'privacy' }).where('step', '=', 1).execute(),
    );
    await pass(desk, 0);
    assert.match((await faultsOf(desk.site)).join(), /That version 2 is withheld, of .* is not what entry/);
  });
});
