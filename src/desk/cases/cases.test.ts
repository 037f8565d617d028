import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../../test/support/engines.ts';
import { granted, publishSample, send, setSetting } from '../../../test/support/publish.ts';
import { verifyPublication } from '../../audit/verify-publication.ts';
import { receiptPath } from '../../comments/receipt.ts';
import { findPlace } from '../../notices/find-place.ts';
import type { NoticeKind, NoticeValues } from '../../notices/notice.ts';
import { receiveNotice } from '../../notices/receive-notice.ts';
import { sequenceEntries } from '../../record/sequence.ts';
import type { EngineName } from '../../store/migrations/statements.ts';
import { createSiteWeb } from '../../web-app.ts';
import { openDesk, signedIn } from '../fixtures.ts';

const words = 'Tillpurloiner took the money home.';
const values = {
  ...{ words, meaning: 'That I am a thief.', harm: 'Nobody trusts me.', wrong: 'I was ill that day.' },
  ...{ name: 'Ottoline Crake', email: 'ottoline@post.example', unknown_poster: 'yes' },
  ...{ give_name: 'yes', give_email: 'no' },
};

async function open(engine: EngineName) {
  const desk = await openDesk(engine);
  const { site } = desk;
  await setSetting(site, 'comments.policy', 'open');
  const article = await publishSample(site);
  const sent = granted(await send(site, { articleId: article.id, text: words }));
  granted(await send(site, { articleId: article.id, text: `He wrote “${words}” there.`, inReplyTo: 1 }));
  const editor = await signedIn(desk, 'editor');
  const { app } = createSiteWeb(site);
  const read = async (path: string) => {
    await sequenceEntries(site);
    return (await app.request(site.config.url + path)).text();
  };
  const complain = async (kind: NoticeKind = 'uk-s5', more: NoticeValues = {}) => {
    const place = granted(await findPlace(site, `${article.path}#response-1`));
    const notice = { kind, values: { ...values, ...more }, place, from: '192.0.2.7' };
    return granted(await receiveNotice(site, notice)).id;
  };
  return { desk, site, article, response: sent.id, editor, read, complain };
}

onBothEngines('cases at the desk', (engine) => {
  test('stand with the soonest due first, then those without a clock of their own that is running', async () => {
    const { site, editor, complain } = await open(engine);
    site.clock.set('2026-04-02T14:00:00.000Z');
    const order: string[] = [];
    for (const kind of ['personal-data', 'accuracy', 'uk-s5', 'dsa-16'] as const) {
      await complain(kind);
      site.clock.pass(60_000);
    }
    const { text } = await editor.get('/desk/cases/');
    for (const [, number = ''] of text.matchAll(/>Case (2026-\d{3})</g)) order.push(number);
    assert.deepEqual(order, ['2026-004', '2026-003', '2026-002', '2026-001']);
    assert.match(text, /8 April 2026, 15:02 BST/, 'Easter does not count');
    assert.match(text, /3 May 2026, 00:00 BST/, 'a month for personal data');
    assert.match((await editor.get('/desk/cases/?state=closed')).text, /No complaint was closed yet/);
  });

  test('show the notice, its clock in London’s time, and what staff tick moves the clock', async () => {
    const { site, editor, complain } = await open(engine);
    site.clock.set('2026-03-27T23:30:00.000Z');
    const id = await complain();
    const path = `/desk/cases/${id}/`;
    const first = await editor.get(path);
    assert.match(first.text, /Send the notice to the writer/);
    assert.match(first.text, /<b><time[^>]*>31 March 2026, 23:30 BST/);
    assert.ok(first.text.includes(values.meaning));
    assert.equal((await editor.post(`${path}check/`, { repeat: 'yes' })).status, 303);
    const repeat = await editor.get(`${path}?done=checked`);
    assert.match(repeat.text, /removed twice before: remove them/);
    assert.match(repeat.text, /name="repeat" value="yes" checked/);
    await editor.post(`${path}check/`, { invalid: 'yes' });
    assert.match((await editor.get(path)).text, /The notice is incomplete/);
    assert.match((await editor.get(path)).text, /Read and checked, .*by Edda Rees, editor/s);
  });

  test('withhold in one press: out of every page, feed, search and program, evidence kept, undone by showing it again', async () => {
    const { desk, site, article, response, editor, read, complain } = await open(engine);
    const path = `/desk/cases/${await complain()}/`;
    const places = [
      ...['/', article.path, `${article.path}responses/1/conversation/`, `${article.path}responses/1/cite/`],
      ...['/comments/feed/', `${article.path}feed/`, '/feed/', '/search?q=Tillpurloiner', '/record/'],
    ];
    assert.match(await read(article.path), /Tillpurloiner/);
    assert.equal((await editor.post(`${path}response/`, { do: 'withhold' })).status, 303);
    // What another reader quoted is theirs, and a case of its own.
    const own = (text: string) => text.replaceAll(/He wrote “.*?” there\./gs, '');
    for (const place of places)
      assert.doesNotMatch(own((await read(place)).replace(/<[^>]+>/g, '')), /Tillpurloiner took/, place);
    const page = await read(article.path);
    assert.match(page, /withheld while a complaint is considered/);
    assert.match(page, /2 Responses|One Response/);
    const api = await read(`/api/v1/articles/${article.id}/comments`);
    const [first] = (JSON.parse(api) as { items: { state: string; text: null; author: null }[] }).items;
    assert.deepEqual([first?.state, first?.text, first?.author], ['withheld', null, null]);
    assert.match(await read(receiptPath(site, response)), /Withheld\./);
    assert.match(await read('/record/'), /Response 1 withheld while a complaint is considered/);
    assert.match((await editor.get(path)).text, /The words as they were.*Tillpurloiner/s);
    assert.deepEqual(await verifyPublication(site.store.read), []);
    assert.equal((await editor.post(`${path}response/`, { do: 'withhold' })).status, 409);
    assert.equal((await editor.post(`${path}response/`, { do: 'restore' })).status, 303);
    assert.match(await read(article.path), /Tillpurloiner took the money home/);
    assert.match(await read('/search?q=Tillpurloiner'), /took the money home/);
    assert.deepEqual(await verifyPublication(site.store.read), []);
    await editor.post(`${path}response/`, { do: 'withhold' });
    assert.equal((await editor.post(`${path}response/`, { do: 'remove' })).status, 303);
    assert.match(await read(article.path), /This response was removed\..*For a legal reason/s);
    assert.deepEqual(await verifyPublication(site.store.read), []);
    const kept = await site.store.read.selectFrom('case_evidence').select('source').execute();
    assert.deepEqual(kept, [{ source: words }], 'the same words are kept once');
    const moderator = await signedIn(desk, 'moderator');
    assert.equal((await moderator.get(path)).status, 403);
  });

  test('a response that was withheld or shown by hand does not pass verification', async () => {
    const { site, response, editor, complain } = await open(engine);
    const path = `/desk/cases/${await complain()}/`;
    await sequenceEntries(site);
    const set = (change: { state?: 'published' | 'removed'; withheld_at?: string | null }) =>
      site.store.write((tx) => tx.updateTable('comments').set(change).where('id', '=', response).execute());
    const faults = async () =>
      (await verifyPublication(site.store.read)).map(({ sentence }) => sentence).join(' ');
    await set({ state: 'removed', withheld_at: '2026-03-12T07:00:00.000Z' });
    assert.match(await faults(), /is withheld in the database, and published by the record/);
    await set({ state: 'published', withheld_at: null });
    await editor.post(`${path}response/`, { do: 'withhold' });
    await sequenceEntries(site);
    assert.equal(await faults(), '');
    await set({ withheld_at: null });
    assert.match(await faults(), /is removed in the database, and withheld by the record/);
    await set({ state: 'published' });
    assert.match(await faults(), /is published in the database, and withheld by the record/);
  });

  test('about what its writer has withdrawn, or about no response, say so and withhold nothing', async () => {
    const { site, article, editor, complain } = await open(engine);
    const place = granted(await findPlace(site, article.path));
    const notice = { kind: 'accuracy' as const, values, place, from: '192.0.2.8' };
    const about = granted(await receiveNotice(site, notice)).id;
    const refused = await editor.post(`/desk/cases/${about}/response/`, { do: 'withhold' });
    assert.equal(refused.status, 409);
    assert.match(refused.text, /This case is about no response/);
    const id = await complain();
    await site.store.write((tx) =>
      tx.updateTable('comments').set({ state: 'withdrawn', html: '', source: '' }).where('number', '=', 1).execute(),
    );
    const gone = await editor.get(`/desk/cases/${id}/`);
    assert.match(gone.text, /Its writer has withdrawn it/);
    assert.doesNotMatch(gone.text, /Withhold it now/);
    const late = await editor.post(`/desk/cases/${id}/response/`, { do: 'withhold' });
    assert.match(late.text, /its writer has withdrawn it/);
  });
});
