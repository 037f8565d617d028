import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agreeToLetters } from '../../../test/support/agree-to-letters.ts';
import { onBothEngines } from '../../../test/support/engines.ts';
import { openMailServer } from '../../../test/support/mail-server.ts';
import { verifyPublication } from '../../audit/verify-publication.ts';
import { openCases, words } from './fixtures.ts';

const day = 86_400_000;
const stands = {
  ...{ wish: 'stands', name: 'Horatio Quill', address: '4 Tallow Steps\nWrenmouth', disclose: 'no' },
  words: 'I saw it.',
};

onBothEngines('a notice under section 5', (engine) => {
  const open = (env: Record<string, string> = {}) => openCases(engine, env);
  type Room = Awaited<ReturnType<typeof open>>;

  const step = async ({ editor }: Room, path: string, act: string) => {
    const answer = await editor.post(`${path}step/`, { do: act });
    assert.equal(answer.status, 303, answer.text.replace(/<[^>]+>/g, ' '));
    return (await editor.get(answer.location ?? '')).text;
  };
  const outcomes = ({ site }: Room) =>
    site.store.read
      .selectFrom('cases')
      .select('outcome')
      .execute()
      .then((rows) => rows.map((row) => row.outcome));
  const stateOf = async (room: Room) => {
    const answer = await room.read(`/api/v1/articles/${room.article.id}/comments`);
    return (JSON.parse(answer) as { items: { state: string }[] }).items[0]?.state;
  };

  test('that is incomplete is answered with what is missing and what one must contain, and the case is closed', async () => {
    const room = await open();
    const { path, own } = await room.complain('uk-s5', { meaning: '' });
    assert.match((await room.editor.get(path)).text, /The notice is incomplete/);
    await step(room, path, 'incomplete');
    const page = await room.read(own);
    assert.match(page, /Missing:.*the meaning that you take from them/s);
    assert.match(page, /A notice must contain:.*whether the writer may be given your name/s);
    assert.match(page, /It is closed/);
    assert.deepEqual(await outcomes(room), ['incomplete']);
    assert.equal((await room.editor.post(`${path}step/`, { do: 'notify' })).status, 409);
  });

  test('about words that were removed twice before, or whose writer cannot be reached, leads to their removal', async () => {
    for (const [tick, sentence] of [
      ['repeat', /removed twice before, after notices/],
      ['noContact', /no private electronic way to the writer/],
    ] as const) {
      const room = await open();
      const { path, own } = await room.complain();
      await room.editor.post(`${path}check/`, { [tick]: 'yes' });
      await step(room, path, 'remove');
      assert.equal(await stateOf(room), 'removed');
      assert.match(await room.read(own), sentence);
      const receipt = await room.read(room.writer.replace('complaint/', ''));
      assert.match(receipt, /The legal ground.*section 5 of the Defamation Act 2013/s);
      assert.doesNotMatch(receipt, /Ottoline|Crake/);
      assert.deepEqual(await verifyPublication(room.site.store.read), []);
    }
  });

  test('goes to the writer without the name and the address that they may not have, with five days and what to answer', async () => {
    const room = await open();
    room.site.clock.set('2026-03-27T12:00:00.000Z');
    const { path, own } = await room.complain();
    assert.match(await room.read(room.writer), /No complaint about this response was sent to you/);
    await step(room, path, 'notify');
    assert.match(
      await room.read(room.writer.replace('complaint/', '')),
      /A complaint came about this response/,
    );
    const page = await room.read(room.writer);
    assert.match(page, /2 April 2026, 00:00 BST/);
    assert.match(page, /full name and your postal address/);
    assert.match(page, /unless a court orders it/);
    assert.match(page, /That \[withheld\] is a thief/);
    assert.doesNotMatch(page, /Crake|Ottoline|ottoline@/i);
    assert.match(
      await room.read(own),
      /we sent it to the writer\. They may answer until 2 April 2026, 00:00 BST/,
    );
    assert.equal((await room.editor.post(`${path}step/`, { do: 'notify' })).status, 409, 'once only');
  });

  test('that its writer does not answer, or answers too late, leads to the removal from the end of the fifth day', async () => {
    for (const late of [false, true]) {
      const room = await open();
      room.site.clock.set('2026-03-20T12:00:00.000Z');
      const { path, own } = await room.complain();
      await step(room, path, 'notify');
      room.site.clock.set('2026-03-25T23:59:59.000Z');
      assert.equal(
        (await room.editor.post(`${path}step/`, { do: 'remove' })).status,
        409,
        'there is still time',
      );
      room.site.clock.set('2026-03-26T00:00:00.000Z');
      if (late) assert.equal((await room.ask(room.writer, stands)).status, 303);
      await step(room, path, 'remove');
      assert.equal(await stateOf(room), 'removed');
      assert.match(await room.read(own), /No answer came in time/);
    }
  });

  test('to whose removal the writer agrees leads to it', async () => {
    const room = await open();
    const { path, own } = await room.complain();
    await step(room, path, 'notify');
    room.site.clock.pass(day);
    assert.equal((await room.ask(room.writer, { wish: 'agreed' })).status, 303);
    assert.match((await room.editor.get(path)).text, /The writer agrees to the removal/);
    await step(room, path, 'remove');
    assert.match(await room.read(own), /who agreed to the removal/);
    assert.equal(await stateOf(room), 'removed');
  });

  test('whose writer stands by the words leaves them, and names the writer only with their consent', async () => {
    for (const disclose of ['no', 'yes']) {
      const room = await open();
      const { path, own } = await room.complain();
      await room.editor.post(`${path}response/`, { do: 'withhold' });
      await step(room, path, 'notify');
      assert.equal((await room.ask(room.writer, { ...stands, disclose })).status, 303);
      assert.match(await room.read(room.writer), /You have answered/);
      assert.equal((await room.ask(room.writer, stands)).status, 409, 'once only');
      const desk = await step(room, path, 'keep');
      assert.doesNotMatch(desk, /Horatio|Tallow/, 'the desk has to look it up');
      assert.equal(await stateOf(room), 'published');
      const told = await room.read(own);
      assert.match(told, /They do not agree to the removal, and the words stay/);
      assert.equal(/Horatio Quill.*4 Tallow Steps/s.test(told), disclose === 'yes');
      const everything = await Promise.all(
        (['cases', 'case_steps', 'case_letters', 'case_replies', 'jobs', 'record_entries'] as const).map(
          (table) => room.site.store.read.selectFrom(table).selectAll().execute(),
        ),
      );
      assert.doesNotMatch(JSON.stringify(everything), /Horatio|Tallow/, 'it lies encrypted');
      assert.deepEqual(await verifyPublication(room.site.store.read), []);
    }
  });

  test('names each part that an answer lacks, keeps what was typed, and takes it as it is only as one that does not count', async () => {
    const room = await open();
    const { path, own } = await room.complain();
    await step(room, path, 'notify');
    const partial = { ...stands, address: '', disclose: '' };
    const refused = await room.ask(room.writer, partial);
    assert.equal(refused.status, 422);
    assert.match(refused.text, /Give your postal address/);
    assert.match(refused.text, /Say yes or no: may the complainant/);
    assert.ok(refused.text.includes('Horatio Quill') && refused.text.includes('I saw it.'));
    assert.equal((await room.ask(room.writer, { ...partial, incomplete: 'yes' })).status, 303);
    assert.match((await room.editor.get(path)).text, /it counts as none/);
    await step(room, path, 'remove');
    assert.match(await room.read(own), /The answer lacked something/);
  });

  test('whose writer gives a plainly false name may be found to have no answer', async () => {
    const room = await open();
    const { path } = await room.complain();
    await step(room, path, 'notify');
    await room.ask(room.writer, { ...stands, name: 'Mickey Mouse' });
    await step(room, path, 'defective');
    await step(room, path, 'remove');
    assert.equal(await stateOf(room), 'removed');
  });

  test('tells who the writer is to staff who say why, and keeps that they looked', async () => {
    const room = await open();
    const { path } = await room.complain();
    await step(room, path, 'notify');
    await room.ask(room.writer, stands);
    const silent = await room.editor.post(`${path}writer/`, { reason: ' ' });
    assert.equal(silent.status, 422);
    assert.match(silent.text, /Say why you need to know/);
    assert.doesNotMatch(silent.text, /Horatio/);
    const told = await room.editor.post(`${path}writer/`, { reason: 'A court ordered it.' });
    assert.match(told.text, /Horatio Quill.*4 Tallow Steps/s);
    assert.equal(told.headers.get('cache-control'), 'no-store');
    const later = (await room.editor.get(path)).text;
    assert.doesNotMatch(later, /Horatio/);
    assert.match(later, /Who the writer is was looked up.*A court ordered it\./s);
    const entries = await room.site.store.read
      .selectFrom('record_entries')
      .select(['visibility', 'leaf', 'private_body'])
      .where('action', '=', 'case.unseal')
      .execute();
    assert.deepEqual(
      entries.map(({ visibility }) => visibility),
      ['private'],
    );
    assert.doesNotMatch(JSON.stringify(entries), /court|Horatio/);
  });

  test('may be ended in one’s own words at any step: the track is never forced', async () => {
    const room = await open();
    const { path, own } = await room.complain();
    const empty = await room.editor.post(`${path}decide/`, { decision: '', words: '' });
    assert.equal(empty.status, 422);
    assert.match(empty.text, /Say what you decide\..*Say why/s);
    const decided = { decision: 'rejected', words: 'Honest opinion on a matter of public interest.' };
    assert.equal((await room.editor.post(`${path}decide/`, decided)).status, 303);
    assert.match(await room.read(own), /We do not agree with it\..*Honest opinion/s);
    assert.equal(await stateOf(room), 'published');
    const record = await room.read('/record/');
    assert.match(record, /A complaint decided.*Not upheld\./s);
    assert.doesNotMatch(record, /Honest opinion|Crake/);
  });

  test('about what its writer took back meanwhile ends without a second removal', async () => {
    const room = await open();
    const { path } = await room.complain();
    await step(room, path, 'notify');
    await room.ask(room.writer.replace('complaint/', 'withdraw/'), {});
    await room.ask(room.writer, { wish: 'agreed' });
    await step(room, path, 'remove');
    assert.equal(await stateOf(room), 'withdrawn');
    assert.deepEqual(await verifyPublication(room.site.store.read), []);
  });

  test('mails its letters to addresses that are confirmed, and to others only that there is news', async (t) => {
    const mail = await openMailServer(t);
    const room = await open(mail.env);
    const { site } = room;
    const email = 'horatio@post.example';
    await site.store.write((tx) =>
      tx.updateTable('comments').set({ email }).where('id', '=', room.response).execute(),
    );
    const first = await room.complain();
    await step(room, first.path, 'notify');
    await room.work();
    const to = (address: string) => mail.taken.filter((letter) => letter.includes(`To: ${address}`));
    assert.equal(to(email).length, 1);
    assert.equal(to('ottoline@post.example').length, 2);
    for (const letter of mail.taken) assert.doesNotMatch(letter, /thief|defam|Tillpurloiner|receipt\//);
    await site.store.write((tx) =>
      tx.updateTable('cases').set({ confirmed_at: site.clock.now().toISOString() }).execute(),
    );
    await agreeToLetters(site, { email, commentId: room.response });
    await room.ask(room.writer, { wish: 'agreed' });
    await step(room, first.path, 'remove');
    await room.work();
    assert.match(to('ottoline@post.example').at(-1) ?? '', /who agreed to the removal/);
    assert.match(to(email).at(-1) ?? '', /After a complaint response 1 to .* is removed/s);
  });
});

onBothEngines('a notice under article 16', (engine) => {
  test('is decided with a reason and what to do about it; the response is withheld meanwhile', async () => {
    const room = await openCases(engine);
    const { path, own } = await room.complain('dsa-16', { illegal: 'It breaks a law.', good_faith: 'yes' });
    assert.match((await room.editor.get(path)).text, /15 March 2026, 07:00/, 'seventy-two hours');
    await room.editor.post(`${path}response/`, { do: 'withhold' });
    assert.doesNotMatch(
      (await room.read(room.article.path)).replaceAll(/He wrote.*?there/gs, ''),
      new RegExp(words),
    );
    await room.editor.post(`${path}response/`, { do: 'remove' });
    await room.editor.post(`${path}decide/`, { decision: 'upheld', words: 'It breaks section 4.' });
    const page = await room.read(own);
    assert.match(page, /We agree with it\..*It breaks section 4\..*no program did.*out-of-court settlement/s);
  });
});
