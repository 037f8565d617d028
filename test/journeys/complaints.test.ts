import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { Page } from 'playwright-core';
import { verifyPublication } from '../../src/audit/verify-publication.ts';
import { receiptPath } from '../../src/comments/receipt.ts';
import { casePath } from '../../src/notices/case-address.ts';
import { findPlace } from '../../src/notices/find-place.ts';
import { receiveNotice } from '../../src/notices/receive-notice.ts';
import type { EngineName } from '../../src/store/migrations/statements.ts';
import { lookOver } from '../support/accessibility.ts';
import { onBothEngines } from '../support/engines.ts';
import { openMailServer } from '../support/mail-server.ts';
import { openNewsroom, press } from '../support/newsroom.ts';
import { granted, publishSample, send, setSetting } from '../support/publish.ts';

const received = '2026-03-27T12:00:00.000Z'; // a Friday; the clocks go forward on Sunday, and Good Friday follows
const whole = {
  ...{ words: 'He took the money home.', meaning: 'That Ottoline Crake is a thief.' },
  ...{ harm: 'Nobody trusts me now.', wrong: 'I was ill that day.' },
  ...{ name: 'Ottoline Crake', email: 'ottoline@post.example', give_name: 'no', give_email: 'no' },
};
const writer = { name: 'Horatio Quill', address: '4 Tallow Steps, Wrenmouth' };

/** What an e-mail reader shows as an address of ours. */
const linkIn = (letter: string | undefined) => new URL(/http:\/\/\S+/.exec(letter ?? '')?.[0] ?? '').pathname;

async function open(t: TestContext, engine: EngineName, javaScriptEnabled: boolean) {
  const mail = await openMailServer(t);
  const room = await openNewsroom(engine, { env: mail.env });
  t.after(() => room.close());
  const { site, address, reach } = room;
  await setSetting(site, 'comments.policy', 'open');
  await setSetting(site, 'comments.pace', '0');
  const article = await publishSample(site);
  const { page: reader } = await room.open({ javaScriptEnabled });
  await reach('2026-03-27T11:00:00.000Z');
  const { page: desk } = await room.enter('editor', { javaScriptEnabled });
  /** A response by somebody, and the page at which they read what came about it. */
  const respond = async (name: string) => {
    const text = `${name} says: he took the money home.`;
    const sent = granted(
      await send(site, { articleId: article.id, name, text, secret: name, address: name }),
    );
    return { number: sent.number ?? 0, notice: `${receiptPath(site, sent.id)}complaint/` };
  };
  const fill = async (fields: Record<string, string>) => {
    for (const [name, value] of Object.entries(fields)) {
      const field = reader.locator(`[name="${name}"]`);
      if (await reader.locator(`select[name="${name}"]`).count()) await field.selectOption(value);
      else if (value === 'ticked') await field.check();
      else await field.fill(value);
    }
  };
  /** Complains about a response from the link under it. Answers the complainant’s own page and the case’s. */
  const complain = async (number: number, kind: string, fields: Record<string, string>) => {
    await reader.goto(`${address}${article.path}`);
    await reader.getByRole('link', { name: `Complain about ${number}`, exact: true }).click();
    await reader.getByRole('link', { name: kind }).click();
    await fill(fields);
    await press(reader, 'Send the complaint');
    const send = reader.getByRole('button', { name: 'Send it as it is' });
    if (await send.count()) {
      assert.match(
        await reader.locator('#refused, .refused').first().innerText(),
        /Say what meaning you take/,
      );
      await press(reader, 'Send it as it is');
    }
    const title = await reader.locator('h1').innerText();
    await desk.goto(`${address}/desk/cases/`);
    await desk.getByRole('link', { name: `Case ${title.split(' ').at(-1)}` }).click();
    return { own: reader.url(), desk: desk.url() };
  };
  /** The same complaint about another response, as the form takes it in. */
  const complainAgain = async (number: number, from: string) => {
    const where = `${article.path}#response-${number}`;
    const values = { ...whole, unknown_poster: 'yes', where };
    const notice = { kind: 'uk-s5', values, place: granted(await findPlace(site, where)), from } as const;
    const { id } = granted(await receiveNotice(site, notice));
    return { own: `${address}${casePath(site, id, 'given')}`, desk: `${address}/desk/cases/${id}/` };
  };
  const told = async (own: string) => {
    await reader.goto(own);
    return reader.locator('main').innerText();
  };
  const at = async (url: string) => {
    await desk.goto(url);
    return desk.locator('main').innerText();
  };
  return {
    ...room,
    ...{ mail, article, reader, desk, respond, complain, complainAgain, told, at, fill },
    scripts: javaScriptEnabled,
  };
}

type Room = Awaited<ReturnType<typeof open>>;

/** The writer of a response answers the notice at their own page. */
async function answer({ reader, address, fill }: Room, notice: string, fields: Record<string, string>) {
  await reader.goto(address + notice);
  await fill(fields);
  await press(reader, 'Send the answer');
  if (await reader.getByRole('button', { name: 'Send it as it is' }).count())
    await press(reader, 'Send it as it is');
}

const removal = 'Remove the words, tell both, and close the case';
const defamed = 'Words in a response that defame me';
const complete = { ...whole, unknown_poster: 'ticked' };

async function sectionFive(room: Room): Promise<void> {
  const { desk, complain, complainAgain, respond, told, at, reach, article, address, reader, site } = room;
  await reach(received);
  const names = [
    'invalid',
    'open',
    'repeat',
    'unreachable',
    'silent',
    'late',
    'partial',
    'false',
    'agreeing',
  ];
  const writers = new Map<string, Awaited<ReturnType<typeof respond>>>();
  for (const name of [...names, 'standing']) writers.set(name, await respond(name));
  const of = (name: string) => writers.get(name) ?? { number: 0, notice: '' };
  const cases = new Map<string, Awaited<ReturnType<typeof complain>>>();
  const { meaning: _, ...lacking } = complete;
  cases.set('invalid', await complain(of('invalid').number, defamed, lacking));
  cases.set('open', await complain(of('open').number, defamed, complete));
  for (const [name, { number }] of writers)
    if (!cases.has(name)) cases.set(name, await complainAgain(number, name));
  const where = (name: string) => cases.get(name) ?? { own: '', desk: '' };

  // At once: an incomplete one, a repeated one, one whose writer cannot be reached.
  assert.match(await at(where('invalid').desk), /By 31 March 2026, 12:00 BST/);
  await press(desk, 'Tell the complainant that it is incomplete, and close the case');
  assert.match(await told(where('invalid').own), /Missing:\s+– the meaning that you take from them/);
  const ticks = [
    ['repeat', 'removed at least twice before', /removed twice before, after notices/],
    ['unreachable', 'no private electronic way', /no private electronic way to the writer/],
  ] as const;
  for (const [name, tick, sentence] of ticks) {
    await at(where(name).desk);
    await desk.getByLabel(tick).check();
    await press(desk, 'Note it');
    await press(desk, removal);
    assert.match(await told(where(name).own), sentence);
  }

  // The others go to their writers: one with a letter that was read and changed first, its words withheld meanwhile.
  const notified = ['silent', 'late', 'partial', 'false', 'agreeing', 'standing', 'open'];
  for (const name of notified.slice(0, -1)) {
    await at(where(name).desk);
    await press(desk, 'Send the notice to the writer, and tell the complainant');
    assert.match(
      await desk.locator('main').innerText(),
      /The writer may answer until 2 April 2026, 00:00 BST/,
    );
  }
  await at(where('open').desk);
  await press(desk, 'Withhold it now');
  await press(desk, 'Read and change both letters first');
  assert.match(await desk.locator('main').innerText(), /Taken out, because the complainant did not agree/);
  if (room.scripts) await lookOver(desk, 'the letters of a case');
  const letter = desk.getByLabel('The letter').first();
  await letter.fill(`Dear writer,\n\n${await letter.inputValue()}`);
  await press(desk, 'Send the notice to the writer, and tell the complainant');
  await reader.goto(`${address}${article.path}`);
  assert.match(await reader.locator('#rh').innerText(), /\(2 removed, 1 withheld\)/);

  // What writers read and answer, on the Monday.
  await reach('2026-03-30T09:00:00.000Z');
  await reader.goto(address + of('open').notice);
  const notice = await reader.locator('main').innerText();
  assert.match(notice, /Dear writer,.*That \[withheld\] is a thief.*until 2 April 2026, 00:00 BST/s);
  assert.doesNotMatch(notice, /Ottoline|Crake/);
  await answer(room, of('partial').notice, { wish: 'stands', name: 'Wilf' });
  const whole = { wish: 'stands', ...writer };
  await answer(room, of('false').notice, { ...whole, name: 'Mickey Mouse', disclose: 'no' });
  await answer(room, of('agreeing').notice, { wish: 'agreed' });
  await answer(room, of('standing').notice, { ...whole, disclose: 'no' });
  await answer(room, of('open').notice, { ...whole, disclose: 'yes' });
  assert.match(await at(where('partial').desk), /By 1 April 2026, 10:00 BST/);
  await press(desk, removal);
  await at(where('false').desk);
  await press(desk, 'The name or the address is plainly false: the answer does not count');
  await press(desk, removal);
  await at(where('agreeing').desk);
  await press(desk, removal);
  for (const name of ['standing', 'open']) {
    assert.doesNotMatch(await at(where(name).desk), /Horatio|Tallow/);
    await press(desk, 'Leave the words, tell both, and close the case');
  }
  assert.match(await told(where('partial').own), /The answer lacked something/);
  assert.match(await told(where('false').own), /The answer lacked something/);
  assert.match(await told(where('agreeing').own), /who agreed to the removal/);
  const kept = await told(where('standing').own);
  assert.match(kept, /They do not agree to the removal, and the words stay/);
  assert.doesNotMatch(kept, /Horatio|Tallow/);
  assert.match(await told(where('open').own), /Horatio Quill\s+4 Tallow Steps/);

  // Nobody answers, or too late: the last second of the fifth day, and the next.
  await reach('2026-04-01T22:59:59.000Z');
  assert.doesNotMatch(await at(where('silent').desk), /Remove the words, tell both/);
  await reach('2026-04-01T23:00:00.000Z');
  assert.match(await at(where('silent').desk), /By 8 April 2026, 00:00 BST/);
  await press(desk, removal);
  assert.match(await told(where('silent').own), /No answer came in time/);
  await answer(room, of('late').notice, { ...whole, disclose: 'no' });
  await at(where('late').desk);
  await press(desk, removal);
  assert.match(await told(where('late').own), /No answer came in time/);
  await reader.goto(`${address}${article.path}`);
  assert.match(await reader.locator('#rh').innerText(), /^3 Responses to .* \(7 removed\)$/);
  assert.deepEqual(await verifyPublication(site.store.read), []);
}

/** The form for an end in one’s own words, where it is folded away. */
async function openDecision(desk: Page): Promise<void> {
  if (!(await desk.getByLabel('Why, to the complainant').isVisible()))
    await desk.getByText('End it in your own words', { exact: true }).click();
}

/** A notice of illegal words, from the form to the decision that names what one can do about it; its letters by mail. */
async function articleSixteen(room: Room): Promise<void> {
  const { desk, complain, respond, told, reach, mail, reader, address, article } = room;
  await reach('2026-04-09T08:00:00.000Z');
  const { number } = await respond('illegal');
  mail.taken.length = 0;
  const fields = {
    illegal: 'It breaks a law.',
    name: 'Ivo Tarn',
    email: 'ivo@post.example',
    good_faith: 'ticked',
  };
  const found = await complain(number, 'Words that are illegal in the European Union', fields);
  await reach('2026-04-09T09:00:00.000Z');
  const news = mail.taken.find((each) => each.includes('To: ivo@post.example'));
  assert.doesNotMatch(news ?? '', /breaks a law/);
  await reader.goto(address + linkIn(news));
  await press(reader, 'Yes, the address is mine');
  await desk.goto(found.desk);
  assert.match(await desk.locator('main').innerText(), /By 12 April 2026, 09:/);
  await press(desk, 'Remove it for a legal reason');
  await openDecision(desk);
  await desk.getByLabel('What you decide about the complaint').selectOption('upheld');
  await desk.getByLabel('Why, to the complainant').fill('It breaks section 4.');
  await press(desk, 'Send it and close the case');
  const page = await told(found.own);
  assert.match(page, /We agree with it\..*It breaks section 4\..*no program did.*out-of-court settlement/s);
  await reach('2026-04-10T09:00:00.000Z');
  const letter = mail.taken.findLast((each) => each.includes('To: ivo@post.example'));
  assert.match(letter ?? '', /It breaks section 4/);
  await reader.goto(`${address}${article.path}`);
  assert.doesNotMatch(await reader.locator('main').innerText(), /illegal says/);
}

/** Somebody asks that what they wrote is erased: found from the case, erased, and answered. */
async function erasure(room: Room): Promise<void> {
  const { desk, complain, respond, told, reach, reader, address, article } = room;
  await reach('2026-04-13T08:00:00.000Z');
  const { number } = await respond('Perpetua');
  const fields = {
    ask: 'erase',
    data: 'All that I wrote.',
    name: 'Perpetua',
    email: 'perpetua@post.example',
  };
  const kind = 'Personal data about me: see it, correct it or have it erased';
  const found = await complain(number, kind, fields);
  await desk.goto(found.desk);
  assert.match(await desk.locator('main').innerText(), /By 14 May 2026, 00:00 BST/);
  await desk.getByRole('link', { name: /What is kept of whoever wrote this response/ }).click();
  assert.match(await desk.locator('main').innerText(), /Perpetua says: he took the money home/);
  await desk.locator('select[name="depth"]').selectOption('words');
  await desk.locator('select[name="reason"]').selectOption('asked');
  await desk.locator('input[name="sure"]').fill('erase');
  const gone = desk.waitForEvent('load');
  await desk.locator('form[action="/desk/people/erase/"] button[type="submit"]').click();
  await gone;
  await desk.goto(found.desk);
  assert.match(await desk.locator('main').innerText(), /Its words are erased/);
  await openDecision(desk);
  await desk.getByLabel('What you decide about the complaint').selectOption('upheld');
  await desk.getByLabel('Why, to the complainant').fill('It is erased.');
  await press(desk, 'Send it and close the case');
  assert.match(await told(found.own), /It is erased\..*data protection authority/s);
  await reader.goto(`${address}${article.path}`);
  const thread = await reader.locator('main').innerText();
  assert.match(thread, /This response was erased/);
  assert.doesNotMatch(thread, /Perpetua/);
  await reader.goto(`${address}/record/`);
  assert.doesNotMatch(await reader.locator('main').innerText(), /Perpetua|Ottoline|Horatio/);
}

onBothEngines('complaints in a browser', (engine) => {
  for (const scripts of [true, false])
    test(`are taken from the form to their letters, with scripts ${scripts ? 'on' : 'off'}`, async (t) => {
      const room = await open(t, engine, scripts);
      await t.test('under section 5, by each branch of the Regulations', () => sectionFive(room));
      await t.test('under article 16, to the decision and what can be done about it', () =>
        articleSixteen(room),
      );
      await t.test('of personal data that is to be erased', () => erasure(room));
      const refused = room.faults.filter((fault) => fault.includes('status of 422'));
      assert.equal(refused.length, 2, 'an incomplete notice, an incomplete answer');
      assert.deepEqual(
        room.faults.filter((fault) => !refused.includes(fault)),
        [],
      );
      assert.deepEqual(await verifyPublication(room.site.store.read), []);
    });
});
