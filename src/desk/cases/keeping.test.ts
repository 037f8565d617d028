import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../../test/support/engines.ts';
import { openMailServer } from '../../../test/support/mail-server.ts';
import { granted, setSetting } from '../../../test/support/publish.ts';
import { verifyPublication } from '../../audit/verify-publication.ts';
import { forget } from '../../cli/background.ts';
import { erasePerson } from '../../comments/people/erase-person.ts';
import { withdrawComment } from '../../comments/withdraw-comment.ts';
import { receiveNotice } from '../../notices/receive-notice.ts';
import { watchDeadlines } from '../../notices/watch-deadlines.ts';
import { sequenceEntries } from '../../record/sequence.ts';
import { signedIn } from '../fixtures.ts';
import { notice, openCases } from './fixtures.ts';

const day = 86_400_000;

onBothEngines('what belongs to a case', (engine) => {
  test('keeps the words that it is about, though their writer takes them back or has them erased, and says so', async () => {
    const room = await openCases(engine);
    const { site, response, editor } = room;
    const first = await room.complain();
    granted(await withdrawComment(site, response));
    const page = (await editor.get(first.path)).text;
    assert.match(page, /Its writer has withdrawn it/);
    assert.match(page, /The words as they were.*Tillpurloiner/s);
    assert.doesNotMatch(await room.read(room.article.path), /This response was removed/);
    const by = { actor: { role: 'editor' as const }, staffId: null };
    const second = granted(
      await receiveNotice(site, {
        ...{ kind: 'dsa-16', values: notice, from: '192.0.2.9' },
        place: { articleId: room.article.id, commentId: await idOf(room, 2) },
      }),
    );
    const who = { by: 'response' as const, value: await idOf(room, 2) };
    granted(await erasePerson(site, { who, depth: 'words', erasing: { by, reason: null } }));
    assert.match((await editor.get(`/desk/cases/${second.id}/`)).text, /Its words are erased.*He wrote/s);
    await sequenceEntries(site);
    assert.deepEqual(await verifyPublication(site.store.read), []);
  });

  test('is kept while it is open, with the hash of the writer’s address, and so long after; then all but its steps is forgotten', async () => {
    const room = await openCases(engine);
    const { site, editor } = room;
    const { path, own } = await room.complain();
    await editor.post(`${path}step/`, { do: 'notify' });
    await room.ask(room.writer, {
      wish: 'stands',
      name: 'Horatio Quill',
      address: '4 Tallow Steps',
      disclose: 'no',
    });
    await editor.post(`${path}writer/`, { reason: 'A court ordered it.' });
    site.clock.pass(400 * day);
    await forget(site);
    const hashes = () => site.store.read.selectFrom('case_evidence').select('address_hash').execute();
    assert.match((await hashes())[0]?.address_hash ?? '', /./, 'open: all of it is kept');
    const left = await site.store.read.selectFrom('comments').select('address_hash').execute();
    assert.ok(left.every(({ address_hash }) => address_hash === null));
    await closeAnew(room, path);
    site.clock.pass(364 * day);
    await forget(site);
    assert.match(await room.read(own), /the writer stands by the words/);
    site.clock.pass(2 * day);
    await forget(site);
    const gone = await room.ask(own);
    assert.deepEqual([gone.status, /no longer kept/.test(gone.text)], [410, true]);
    const everything = await Promise.all(
      (['cases', 'case_steps', 'case_letters', 'case_replies', 'case_evidence'] as const).map((table) =>
        site.store.read.selectFrom(table).selectAll().execute(),
      ),
    );
    assert.doesNotMatch(JSON.stringify(everything), /Crake|ottoline|Tillpurloiner|court|thief/i);
    assert.deepEqual([everything[2], everything[3], everything[4]], [[], [], []]);
    assert.match(await room.read('/record/'), /A complaint/);
    assert.deepEqual(await verifyPublication(site.store.read), []);
  });

  test('is counted by the periods and the calendar that are set; what a writer was told stays, and a new count stands in the history', async () => {
    const room = await openCases(engine);
    const { site, editor } = room;
    site.clock.set('2026-03-16T10:00:00.000Z'); // the Tuesday is St Patrick’s Day
    const told = await room.complain();
    const open = await room.complain('uk-s5', { words: 'Others.' });
    await editor.post(`${told.path}step/`, { do: 'notify' });
    await setSetting(site, 'complaints.calendar', 'northern-ireland');
    await setSetting(site, 'complaints.s5-days', '14');
    await watchDeadlines(site);
    assert.match(
      (await editor.get(told.path)).text,
      /The writer may answer until.*22 March 2026, 00:00 GMT/s,
    );
    const page = (await editor.get(open.path)).text;
    assert.match(page, /19 March 2026, 10:01 GMT/);
    assert.match(page, /Counted anew, since holidays or periods were changed/);
    await setSetting(site, 'complaints.s5-hours', '24');
    assert.match((await editor.get(open.path)).text, /18 March 2026, 10:01 GMT/);
  });

  test('is told of by mail on each day on which it is overdue', async (t) => {
    const mail = await openMailServer(t);
    const room = await openCases(engine, mail.env);
    const { site, work } = room;
    await room.complain();
    const letters = async () => {
      mail.taken.length = 0;
      await watchDeadlines(site);
      await watchDeadlines(site);
      await work();
      return mail.taken.filter((letter) => /A complaint comes due/.test(letter)).length;
    };
    site.clock.set('2026-03-20T08:00:00.000Z');
    assert.equal(await letters(), 2, 'the owner and the editor');
    assert.equal(await letters(), 0, 'once a day');
    const home = (await (await signedIn(room.desk, 'editor')).get('/desk/')).text;
    assert.match(home, /One complaint is overdue\..*Case 2026-001.*Overdue since/s);
    site.clock.set('2026-03-21T08:00:00.000Z');
    assert.equal(await letters(), 2);
  });
});

type Room = Awaited<ReturnType<typeof openCases>>;

async function idOf({ site, article }: Room, number: number): Promise<string> {
  const { id } = await site.store.read
    .selectFrom('comments')
    .select('id')
    .where('article_id', '=', article.id)
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  return id;
}

/** Closes the case as staff who have signed in anew. */
async function closeAnew({ desk }: Room, path: string): Promise<void> {
  const editor = await signedIn(desk, 'editor');
  assert.equal((await editor.post(`${path}step/`, { do: 'keep' })).status, 303);
}
