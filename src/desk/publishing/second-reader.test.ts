import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../../test/support/engines.ts';
import { readArticle, readEditable, stageOf } from '../../articles/queries.ts';
import { publishArticle } from '../../articles/save-article.ts';
import { addStaff } from '../../staff/add-staff.ts';
import { createSignInLink } from '../../staff/sign-in.ts';
import type { EngineName } from '../../store/migrations/statements.ts';
import { Browser, type Desk, openDesk, pass, signedIn } from '../fixtures.ts';

const typed = { title: 'Who owns Customs Quay', body: 'The deeds name a firm.', format: 'markdown' };

/** An article by an editor, marked as a legal risk by them. */
async function open(engine: EngineName) {
  const desk = await openDesk(engine);
  const writer = await signedIn(desk, 'editor');
  const saved = await writer.post('/desk/articles/new/', { ...typed, do: 'save' });
  const id = /articles\/([\w-]+)\//.exec(saved.location ?? '')?.[1] ?? '';
  const at = `/desk/articles/${id}/`;
  assert.equal((await writer.post(`${at}risk/`, { risk: 'It names the firm.' })).status, 303);
  const save = async (browser: Browser, body: string, act: string) => {
    const article = await readEditable(desk.site.store.read, id);
    const fields = { ...typed, body, updatedAt: article?.updatedAt ?? '', do: act };
    return browser.post(at, fields);
  };
  return { desk, writer, id, at, save };
}

const published = async ({ site }: Desk, id: string) => (await readArticle(site.store.read, { id })) !== null;

async function words(browser: Browser, at: string): Promise<string> {
  const { text } = await browser.get(`${at}publishing/`);
  return /name="words" value="([\w-]+)"/.exec(text)?.[1] ?? '';
}

async function secondEditor(desk: Desk): Promise<Browser> {
  const email = 'second@ledger.example';
  assert.ok((await addStaff(desk.site, { name: 'Wilf Pryce', email, role: 'editor' })).ok);
  const link = await createSignInLink(desk.site, email);
  assert.ok(link.ok);
  const browser = new Browser(desk);
  const token = new URL(link.value.url).searchParams.get('token') ?? '';
  assert.equal((await browser.post('/desk/sign-in/', { token })).status, 303);
  return browser;
}

onBothEngines('an article marked as a legal risk', (engine) => {
  test('is not published by its writer’s press alone, at the desk, by a time or at a terminal', async () => {
    const { desk, writer, id, at, save } = await open(engine);
    const pressed = await save(writer, 'The deeds name a firm, twice.', 'publish');
    assert.equal(pressed.location, `${at}publishing/?done=needs-reader`);
    assert.match((await writer.get(pressed.location ?? '')).text, /It is saved and not published/);
    assert.equal((await readEditable(desk.site.store.read, id))?.source, 'The deeds name a firm, twice.');
    const set = await writer.post(`${at}schedule/`, { time: '2026-03-13T06:30' });
    assert.equal(set.status, 409);
    assert.match(set.text, /must first press “I have read this version”/);
    const terminal = await publishArticle(desk.site, { actor: { role: 'owner' }, staffId: null }, id);
    assert.equal(terminal.ok ? 'ok' : terminal.code, 'needs-reader');
    assert.equal(await published(desk, id), false);
  });

  test('is published when somebody else has read these very words; a change voids that', async () => {
    const { desk, writer, id, at, save } = await open(engine);
    const reader = await secondEditor(desk);
    assert.doesNotMatch((await writer.get(`${at}publishing/`)).text, /I have read this version<\/button>/);
    const own = await writer.post(`${at}risk/read/`, { words: await words(writer, at) });
    assert.equal(own.status, 409);
    assert.match(own.text, /You have written some of this article/);
    const before = await words(reader, at);
    assert.equal((await reader.post(`${at}risk/read/`, { words: before })).status, 303);
    await save(writer, 'The deeds name another firm.', 'save');
    assert.equal(
      (await save(writer, 'The deeds name another firm.', 'publish')).location,
      `${at}publishing/?done=needs-reader`,
    );
    const stale = await reader.post(`${at}risk/read/`, { words: before });
    assert.equal(stale.status, 409);
    assert.match(
      (await reader.get(`${at}publishing/`)).text,
      /<bdi>Wilf Pryce<\/bdi> read it \(an earlier version\)/,
    );
    await reader.post(`${at}risk/read/`, { words: await words(reader, at) });
    assert.match(
      (await save(writer, 'The deeds name another firm.', 'publish')).location ?? '',
      /done=published/,
    );
    assert.equal(await published(desk, id), true);
  });

  test('does not appear at its time when its words were changed after they were read', async () => {
    const { desk, writer, id, at, save } = await open(engine);
    const reader = await secondEditor(desk);
    await reader.post(`${at}risk/read/`, { words: await words(reader, at) });
    assert.equal((await writer.post(`${at}schedule/`, { time: '2026-03-13T06:30' })).status, 303);
    await save(writer, 'The deeds name a thief.', 'save');
    await pass(desk, 86_400_000);
    assert.equal(await published(desk, id), false);
    assert.equal(await stageOf(desk.site.store.read, id), 'draft');
    const { text } = await writer.get(`${at}publishing/`);
    assert.match(
      text,
      /It did not appear on <time[^>]*>13 March 2026, 06:30 GMT<\/time>\. This article is marked/,
    );
  });

  test('may be let pass by an owner alone, for a reason that the record holds only as a commitment', async () => {
    const { desk, writer, id, at } = await open(engine);
    const owner = await signedIn(desk, 'owner');
    const fields = { words: await words(owner, at), override: 'Counsel read it by telephone.' };
    assert.equal((await writer.post(`${at}risk/override/`, fields)).status, 403);
    assert.equal((await owner.post(`${at}risk/override/`, { ...fields, override: '' })).status, 422);
    assert.equal((await owner.post(`${at}risk/override/`, fields)).status, 303);
    assert.equal((await writer.post(`${at}schedule/`, { time: '2026-03-13T06:30' })).status, 303);
    await pass(desk, 86_400_000);
    assert.equal(await published(desk, id), true);
    const entries = await desk.site.store.read
      .selectFrom('record_entries')
      .select(['leaf', 'private_body', 'visibility'])
      .where('action', '=', 'article.override-reader')
      .execute();
    assert.equal(entries.length, 1);
    assert.equal(entries[0]?.visibility, 'private');
    assert.match(entries[0]?.private_body ?? '', /"reason":"override"/);
    assert.match(entries[0]?.private_body ?? '', /"type":"staff"/);
    assert.doesNotMatch(JSON.stringify(entries), /Counsel/);
  });

  test('keeps its published words: only after an owner’s yes does one change pass', async () => {
    const { desk, writer, id, at, save } = await open(engine);
    const reader = await secondEditor(desk);
    const owner = await signedIn(desk, 'owner');
    await reader.post(`${at}risk/read/`, { words: await words(reader, at) });
    await save(writer, typed.body, 'publish');
    const changed = await save(writer, 'The deeds name a thief.', 'save');
    assert.equal(changed.status, 409);
    assert.match(changed.text, /its published words stay/);
    assert.match(changed.text, /The deeds name a thief\./, 'nothing typed is lost');
    await owner.post(`${at}risk/override/`, { words: await words(owner, at), override: 'A typing error.' });
    assert.equal((await save(writer, 'The deeds name the firm.', 'save')).status, 303);
    assert.equal((await save(writer, 'The deeds name it.', 'save')).status, 409);
    assert.equal((await readEditable(desk.site.store.read, id))?.source, 'The deeds name the firm.');
  });

  test('loses its mark only by somebody who did not write it, and says who read it to staff alone', async () => {
    const { desk, writer, at } = await open(engine);
    const reader = await secondEditor(desk);
    assert.equal((await writer.post(`${at}risk/off/`, { 'risk-off': 'It is fine.' })).status, 409);
    assert.equal((await reader.post(`${at}risk/off/`, { 'risk-off': '' })).status, 422);
    await reader.post(`${at}risk/read/`, { words: await words(reader, at) });
    assert.equal((await reader.post(`${at}risk/off/`, { 'risk-off': 'The firm is not named.' })).status, 303);
    const entries = await desk.site.store.read
      .selectFrom('record_entries')
      .select(['action', 'visibility'])
      .where('action', 'in', ['article.mark-risk', 'article.second-reading', 'article.unmark-risk'])
      .orderBy('id')
      .execute();
    assert.deepEqual(
      entries.map(({ action, visibility }) => [action, visibility]),
      ['article.mark-risk', 'article.second-reading', 'article.unmark-risk'].map((action) => [
        action,
        'private',
      ]),
    );
  });
});
