import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flatten } from '../../../test/pages/flatten.ts';
import { onBothEngines } from '../../../test/support/engines.ts';
import { granted } from '../../../test/support/publish.ts';
import { articleInput } from '../../articles/article.ts';
import { editArticle, publishArticle, writeArticle } from '../../articles/save-article.ts';
import { faultsOf } from '../../audit/fixtures.ts';
import { parseCapture } from '../../migration/text-capture/parse-capture.ts';
import { createSiteWeb } from '../../web-app.ts';
import { type Desk, openDesk, pass, signedIn } from '../fixtures.ts';

const editor = { actor: { role: 'editor' as const }, staffId: null };
const body = 'The board’s toll will be decided on 30 November. A ferry comes back in May.';
const claim = {
  do: 'mark',
  passage: "The board's toll will be decided on 30 November",
  claim: '',
  due: '2026-11-30',
};

async function write({ site }: Desk, title: string, text = body): Promise<string> {
  return writeArticle(site, articleInput.parse({ title, body: text }));
}

async function open(engine: 'sqlite' | 'postgres') {
  const desk = await openDesk(engine);
  desk.site.clock.set('2026-11-01T09:00:00.000Z');
  const { app } = createSiteWeb(desk.site);
  const read = async (path: string) => (await app.request(path)).text();
  const publish = async (id: string) => granted(await publishArticle(desk.site, editor, id)).path;
  return { desk, read, publish, page: (id: string) => `/desk/articles/${id}/claims/` };
}

const tagless = (html: string) =>
  html
    .replace(/<head>.*?<\/head>/s, '')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

onBothEngines('a dated claim', (engine) => {
  test('is marked in a draft, comes due on its day, and is closed by a later article on both pages', async () => {
    const { desk, read, publish, page } = await open(engine);
    const author = await signedIn(desk, 'author');
    const first = await write(desk, 'Board wants a toll');
    assert.equal((await author.post(page(first), claim)).location, `${page(first)}?done=marked`);
    const path = await publish(first);
    const box =
      /What this article said would happen 30 November 2026: The board's toll .* Comes due 30 November 2026\./;
    assert.match(flatten(await read(path)).replaceAll('’', "'"), box);
    assert.match((await author.get('/desk/')).text, />Claims<\/a>/);
    desk.site.clock.set('2026-11-30T00:30:00.000Z');
    assert.match((await author.get('/desk/')).text, />Claims due 1<\/a>/);
    assert.match((await author.get('/desk/claims/')).text, /<h2>Due today<\/h2>/);
    assert.match(await read(`${path}?fresh`), /Comes due today,/);
    desk.site.clock.set('2026-12-02T09:00:00.000Z');
    const list = (await author.get('/desk/claims/')).text;
    assert.match(list, /<h2>Overdue<\/h2>/);
    assert.match(list, /<svg class="bars"[^>]*>.*<rect .*<th scope="row">November 2026<\/th>\s*<td>1<\/td>/s);
    assert.match(
      await read(`${path}?fresh`),
      /Came due<\/span> 30 November 2026\. Nothing is said of it yet/,
    );

    const second = await write(desk, 'Council throws out toll', 'It was thrown out.');
    const found = (await author.get(`${page(second)}?q=TOLL`)).text;
    assert.match(found, /Say what came of it/);
    const outcome = {
      do: 'close',
      article: first,
      number: '1',
      outcome: 'denied',
      sentence: 'It fell, six to three',
    };
    const closed = await author.post(`${page(second)}close/`, { ...outcome, date: '2026-12-01' });
    assert.equal(closed.location, `${page(second)}?done=will-close`);
    assert.doesNotMatch(await read(`${path}?fresh`), /Denied/, 'a draft says nothing');
    assert.match((await author.get('/desk/')).text, />Claims due 1<\/a>/);
    const later = await publish(second);
    const original = flatten(await read(path));
    assert.match(original, /Denied 1 December 2026\. It fell, six to three\. In Council throws out toll/);
    assert.match(
      original,
      /Follow-up: “Council throws out toll”: https:\/\/ledger\.example\/2026\/12\/02\/council/,
    );
    const closing = flatten(await read(later));
    assert.match(
      closing,
      /What became of earlier claims 30 November 2026: .* From Board wants a toll Denied 1 Dec/,
    );
    assert.match(
      closing,
      /Follow-up to: “Board wants a toll”: https:\/\/ledger\.example\/2026\/11\/01\/board-wants/,
    );
    assert.match((await author.get('/desk/')).text, />Claims<\/a>/);
    assert.match((await author.get('/desk/claims/?state=closed')).text, /Denied<\/span>/);
    await pass(desk, 0);
    assert.deepEqual(await faultsOf(desk.site), []);
    const record = flatten(await read('/record/?kind=claims'));
    assert.match(record, /What came of claim 1 .*Denied\. .*Claim 1 marked/);

    for (const each of [path, later]) {
      const [captured] = parseCapture(tagless(await read(each))).articles;
      assert.deepEqual(captured?.paragraphs, [each === path ? body : 'It was thrown out.']);
    }
  });

  test('whose outcome changes keeps the earlier one, and loses it with a closing article that is withdrawn', async () => {
    const { desk, read, publish, page } = await open(engine);
    const { site } = desk;
    const browser = await signedIn(desk, 'editor');
    const first = await write(desk, 'Board wants a toll');
    await browser.post(page(first), claim);
    const path = await publish(first);
    const second = await write(desk, 'Council meets', 'It met.');
    const later = await publish(second);
    assert.doesNotMatch(await read(later), /earlier claims/);
    const said = { do: 'close', article: first, number: '1', date: '2026-12-01' };
    const say = (fields: Record<string, string>) =>
      browser.post(`${page(second)}close/`, { ...said, ...fields });
    const once = await say({ outcome: 'unresolved', sentence: 'It was put off' });
    assert.equal(once.location, `${page(second)}?done=closed`);
    assert.match(await read(path), /Unresolved<\/span>/);
    assert.equal((await say({ outcome: 'unresolved', sentence: 'It was put off' })).status, 422);
    site.clock.pass(60_000);
    await say({ outcome: 'confirmed', sentence: 'It was allowed' });
    assert.match(
      flatten(await read(path)),
      /Confirmed 1 December 2026\. It was allowed\. In Council meets Before: Unresolved 1 December 2026\. It was put off\./,
    );
    await pass(desk, 0);
    assert.deepEqual(await faultsOf(site), []);
    await site.store.write((tx) =>
      tx.updateTable('articles').set({ state: 'withdrawn' }).where('id', '=', second).execute(),
    );
    const after = flatten(await read(path));
    assert.match(
      after,
      /Comes due 30 November 2026\. Withdrawn with the article that said so: Confirmed 1 Dec/,
    );
    assert.doesNotMatch(after, /It was allowed/);
  });

  test('must stand in the text; a later change of the text is said', async () => {
    const { desk, read, publish, page } = await open(engine);
    const browser = await signedIn(desk, 'editor');
    const id = await write(desk, 'Board wants a toll');
    const cases: [Record<string, string>, RegExp][] = [
      [
        { passage: 'The board’s toll will be paid' },
        /agrees as far as “The board’s toll will be” and differs/,
      ],
      [{ passage: 'Nothing of it' }, /The passage is not in the saved text: save the article/],
      [{ passage: '' }, /Copy the passage from the text/],
      [{ due: '2026-02-30' }, /must be a date of the calendar/],
      [{ due: 'tomorrow' }, /must be a date of the calendar/],
      [{ claim: 'x'.repeat(301) }, /longer than 300 characters/],
    ];
    for (const [fields, sentence] of cases) {
      const { status, text } = await browser.post(page(id), { ...claim, claim: 'A toll', ...fields });
      assert.equal(status, 422);
      assert.match(text, sentence);
    }
    await browser.post(page(id), { ...claim, claim: 'The toll is decided.' });
    const change = { ...claim, do: 'change', number: '1', version: '1', due: '2026-12-01' };
    assert.equal((await browser.post(page(id), change)).location, `${page(id)}?done=changed`);
    const path = await publish(id);
    await browser.post(page(id), { ...change, due: '2026-12-02' });
    assert.match(flatten(await read(path)), /2 December 2026: The board/);
    assert.equal((await browser.post(page(id), { ...change, due: '2026-12-03' })).status, 409);
    const input = articleInput.parse({ title: 'Board wants a toll', body: 'Nothing is certain.' });
    granted(await editArticle(desk.site, editor, { id, input }));
    assert.match(flatten(await read(path)), /The words were changed since\./);
    assert.match((await browser.get(page(id))).text, /The text no longer has this passage/);
    const taken = { do: 'withdraw', number: '1', version: '2' };
    assert.equal((await browser.post(page(id), taken)).location, `${page(id)}?done=withdrawn`);
    assert.doesNotMatch(await read(path), /would happen/);
    await pass(desk, 0);
    assert.deepEqual(await faultsOf(desk.site), []);
  });

  test('cannot be closed by its own article, by nothing, or where there is none', async () => {
    const { desk, publish, page } = await open(engine);
    const browser = await signedIn(desk, 'owner');
    const first = await write(desk, 'Board wants a toll');
    await browser.post(page(first), claim);
    const second = await write(desk, 'Council meets', 'It met.');
    const said = {
      do: 'close',
      article: first,
      number: '1',
      outcome: 'denied',
      sentence: 'No',
      date: '2026-12-01',
    };
    const close = (id: string, fields: Record<string, string> = {}) =>
      browser.post(`${page(id)}close/`, { ...said, ...fields });
    assert.match((await close(second)).text, /There is no such claim any more/, 'of a draft');
    await publish(first);
    assert.match((await close(first)).text, /closed by a later article, not by its own/);
    assert.match((await close(second, { outcome: '' })).text, /Choose what came of it/);
    assert.match((await close(second, { sentence: ' ' })).text, /Say what came of it, in one plain sentence/);
    assert.match((await close(second, { date: '' })).text, /The day on which that was known must be a date/);
    assert.equal((await close(second, { number: '2' })).status, 409);
    await close(second);
    assert.match((await browser.get(page(second))).text, /Readers see it when this article is published/);
    assert.equal((await close(second, { do: 'drop' })).location, `${page(second)}?done=dropped`);
    await publish(second);
    await pass(desk, 0);
    assert.deepEqual(await faultsOf(desk.site), []);
  });

  test('that is gone before the closing article appears is closed by nothing', async () => {
    const { desk, publish, page } = await open(engine);
    const browser = await signedIn(desk, 'owner');
    const closing = { do: 'close', number: '1', outcome: 'denied', sentence: 'No', date: '2026-12-01' };
    const claimed = await write(desk, 'Board wants a toll');
    await browser.post(page(claimed), claim);
    await publish(claimed);
    const taken = await write(desk, 'Council meets', 'It met.');
    await browser.post(`${page(taken)}close/`, { ...closing, article: claimed });
    await browser.post(page(claimed), { do: 'withdraw', number: '1', version: '1' });
    await publish(taken);
    await pass(desk, 0);
    const entries = await desk.site.store.read.selectFrom('record_entries').select('action').execute();
    assert.deepEqual(
      entries.map(({ action }) => action).filter((action) => /^claim/.test(action)),
      ['claim.mark', 'claim.mark'],
      'marked, and the mark taken away',
    );
    assert.deepEqual(await faultsOf(desk.site), []);
  });

  test('that is forged or changed by hand is found by the check of the record', async () => {
    const { desk, publish, page } = await open(engine);
    const { site } = desk;
    const browser = await signedIn(desk, 'editor');
    const first = await write(desk, 'Board wants a toll');
    await browser.post(page(first), claim);
    await publish(first);
    const second = await write(desk, 'Council meets', 'It met.');
    await publish(second);
    const said = {
      do: 'close',
      article: first,
      number: '1',
      outcome: 'denied',
      sentence: 'No',
      date: '2026-12-01',
    };
    await browser.post(`${page(second)}close/`, said);
    await pass(desk, 0);
    const faults = async () => (await faultsOf(site)).join(' ');
    assert.equal(await faults(), '');
    await site.store.write((tx) => tx.updateTable('article_claims').set({ due: '2027-01-01' }).execute());
    assert.match(await faults(), /Claim 1 in its version 1, of .* is not what entry \d+ says/);
    await site.store.write((tx) => tx.updateTable('article_claims').set({ due: '2026-11-30' }).execute());
    await site.store.write((tx) => tx.updateTable('claim_outcomes').set({ outcome: 'confirmed' }).execute());
    assert.match(await faults(), /What came of claim 1, of .* is not what entry \d+ says/);
    await site.store.write((tx) => tx.deleteFrom('claim_outcomes').execute());
    assert.match(await faults(), /What entry \d+ says of .* \(claim\.close\) is missing/);
  });

  test('is one of thousands: the list is paged and answers fast', async () => {
    const { desk, publish } = await open(engine);
    const { site } = desk;
    const id = await write(desk, 'Board wants a toll');
    await publish(id);
    const at = site.clock.now().toISOString();
    const rows = Array.from({ length: 10_000 }, (_, index) => ({
      ...{ article_id: id, number: index + 1, version: 1, state: 'standing' as const, passage: 'A ferry' },
      ...{ claim: `Claim ${index + 1}`, salt: 's', at, by_staff: null },
      due: `20${10 + (index % 16)}-0${1 + (index % 9)}-15`,
    }));
    await site.store.write(async (tx) => {
      for (let from = 0; from < rows.length; from += 1000)
        await tx
          .insertInto('article_claims')
          .values(rows.slice(from, from + 1000))
          .execute();
    });
    const browser = await signedIn(desk, 'editor');
    const begun = performance.now();
    const { text } = await browser.get('/desk/claims/?state=overdue&page=3');
    assert.ok(performance.now() - begun < 5_000);
    assert.match(text, /Page 3 of 200/);
    assert.match(text, /Claims due 10,000/);
    assert.match(text, /<th scope="row">Earlier<\/th>/);
  });
});
