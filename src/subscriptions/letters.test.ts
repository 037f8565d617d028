import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import fc from 'fast-check';
import { onBothEngines } from '../../test/support/engines.ts';
import { openMailServer } from '../../test/support/mail-server.ts';
import { granted, publishSample, send, setSetting } from '../../test/support/publish.ts';
import { keepMoving, openTestSite } from '../../test/support/site.ts';
import { forget } from '../cli/background.ts';
import { jobHandlers } from '../cli/job-handlers.ts';
import { editComment } from '../comments/edits/edit-comment.ts';
import { erasePerson } from '../comments/people/erase-person.ts';
import { exportPerson } from '../comments/people/export-person.ts';
import { receiptPath } from '../comments/receipt.ts';
import { newsKind } from '../comments/tell-subscribers.ts';
import { withdrawComment } from '../comments/withdraw-comment.ts';
import { failedJobs, tryAgain } from '../jobs/failed-jobs.ts';
import { runDueJobs } from '../jobs/run-jobs.ts';
import { annotateArticle } from '../marks/follow-marks.ts';
import { removeComment } from '../moderation/decide.ts';
import { askForLetter } from '../pseudonyms/writer-letter.ts';
import type { EngineName } from '../store/migrations/statements.ts';
import { openStore } from '../store/open-store.ts';
import { createSiteWeb } from '../web-app.ts';
import { claimNews } from './claim-news.ts';
import { sendKind } from './fan-out.ts';
import { subscribe } from './subscribe.ts';
import { wrapText } from './wrap.ts';

const day = 86_400_000;
const email = 'wilf@post.example';
const moderator = { actor: { role: 'moderator' as const }, staffId: null };
const only = (kind: string, atOnce = 1) => ({ kinds: { only: [kind] }, atOnce });
const reason = { code: 'other', label: 'Another reason', sentence: null };

async function opened(t: TestContext, engine: EngineName) {
  const { env, taken, refusals } = await openMailServer(t);
  const site = await openTestSite(engine, env);
  await setSetting(site, 'comments.policy', 'open');
  await setSetting(site, 'comments.pace', '0');
  const article = await publishSample(site, { title: 'Bridge toll' });
  const { app } = createSiteWeb(site);
  const work = () => runDueJobs(site, jobHandlers);
  const post = (path: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}) =>
    app.request(path, { method: 'POST', body: new URLSearchParams(fields), headers });
  const say = async (name: string, text: string, inReplyTo?: number) =>
    granted(
      await send(site, {
        articleId: article.id,
        name,
        text,
        secret: name,
        ...(inReplyTo ? { inReplyTo } : {}),
      }),
    );
  const manage = () =>
    new URL(/https:\/\/\S+\/letters\/\S+?\/\S+?\//.exec(taken.at(-1) ?? '')?.[0] ?? '').pathname;
  /** A response of Wilf's, with letters asked for and said yes to. */
  const follow = async (kind: 'answers' | 'thread' = 'answers', pace: 'each' | 'daily' = 'each') => {
    const { id } = await say('Wilf', 'The bolts are bright.');
    granted(await subscribe(site, { email, commentId: id, kind, pace }));
    await work();
    const path = manage();
    assert.equal((await post(`${path}confirm/`)).status, 303);
    taken.length = 0;
    return { id, path };
  };
  return { site, article, app, taken, refusals, work, post, say, manage, follow };
}

onBothEngines('letters to readers', (engine) => {
  test('an address is first asked, once a day, without a word of anybody; looking at the link says yes to nothing', async (t) => {
    const { site, article, app, taken, work, post, say, manage } = await opened(t, engine);
    const fields = { name: 'Wilf', text: 'The bolts are bright.', email, letters: 'on' };
    assert.equal((await post(`${article.path}responses/`, fields)).status, 303);
    const { id } = await say('Wilf again', 'And they rust.');
    granted(
      await subscribe(site, { email: 'WILF@post.example', commentId: id, kind: 'thread', pace: 'each' }),
    );
    await work();
    assert.equal(taken.length, 1);
    assert.doesNotMatch(taken[0] ?? '', /bolts|Wilf |Bridge toll/);
    assert.match(taken[0] ?? '', /List-Unsubscribe-Post: List-Unsubscribe=One-Click/);
    await say('Ropewalk', 'They do not.', 1);
    await work();
    const page = await (await app.request(manage())).text();
    assert.match(page, /Yes, write to me/);
    await work();
    assert.equal(taken.length, 1, 'nothing but the question goes to an address that has not said yes');
    site.clock.pass(day);
    granted(await subscribe(site, { email, commentId: id, kind: 'thread', pace: 'each' }));
    await work();
    assert.equal(taken.length, 2);
  });

  test('an address is asked however the clock moves meanwhile; a request that makes no letter voids none that waits', async (t) => {
    const { site, taken, work, say, follow } = await opened(t, engine);
    keepMoving(site.clock);
    const own = await say('Nan', 'Mine.');
    granted(
      await subscribe(site, {
        email: 'nan@post.example',
        commentId: own.id,
        kind: 'answers',
        pace: 'each',
      }),
    );
    await work();
    assert.equal(taken.length, 1, 'who never said yes');
    await follow();
    site.clock.pass(day);
    for (let each = 1; each <= 4; each += 1) {
      const { id } = await say('Ropewalk', `Write number ${each} to everybody.`);
      granted(await subscribe(site, { email, commentId: id, kind: 'thread', pace: 'each' }));
    }
    await work();
    assert.equal(taken.length, 1, 'who said yes to others, asked for a fourth time within a day');
  });

  test('nobody has a stranger asked again and again: not by taking responses back, nor by other spellings of the address', async (t) => {
    const { site, taken, work, say } = await opened(t, engine);
    for (const to of [email, email, 'wilf+1@post.example', 'Wilf+a.b+c@POST.example']) {
      const { id } = await say('Ropewalk', `Letters to ${to}, please.`);
      granted(await subscribe(site, { email: to, commentId: id, kind: 'thread', pace: 'each' }));
      await work();
      granted(await withdrawComment(site, id));
    }
    assert.equal(taken.length, 1);
    site.clock.pass(day);
    const { id } = await say('Ropewalk', 'And once more.');
    granted(await subscribe(site, { email, commentId: id, kind: 'thread', pace: 'each' }));
    await work();
    assert.equal(taken.length, 2);
  });

  test('who said yes to letters about their own is asked again before they are told of what others ask for in their name', async (t) => {
    const { site, app, taken, work, post, say, follow } = await opened(t, engine);
    const { path } = await follow();
    site.clock.pass(day);
    const { id } = await say('Ropewalk', 'Write it to everybody.');
    granted(await subscribe(site, { email, commentId: id, kind: 'thread', pace: 'each' }));
    await say('Half-Tide', 'Words for nobody.');
    await work();
    assert.equal(taken.length, 1, 'the question alone');
    assert.doesNotMatch(taken[0] ?? '', /Words for|Ropewalk|Half-Tide|toll/);
    const who = { by: 'response', value: id } as const;
    const { letters } = await exportPerson(site.store.read, who);
    assert.deepEqual(
      letters.map(({ confirmed }) => confirmed),
      [null],
      'nor is anybody told whether the address ever said yes',
    );
    const page = await (await app.request(path)).text();
    assert.match(page, /More was asked for since you said yes[\s\S]*Waits for your yes/);
    const own = await say('Wilf', 'Mine again.');
    assert.deepEqual(
      granted(await subscribe(site, { email, commentId: own.id, kind: 'answers', pace: 'each' })),
      { confirmed: true },
    );
    assert.equal((await post(`${path}confirm/`)).status, 303);
    assert.doesNotMatch(await (await app.request(path)).text(), /Waits for your yes/);
    await say('Half-Tide', 'More words.');
    await work();
    assert.match(taken.at(-1) ?? '', /More words/);
  });

  test('who repeats somebody’s published words asks for no letters about them', async (t) => {
    const { site, article, taken, work, post } = await opened(t, engine);
    const words = { name: 'Wilf', text: 'The bolts are bright.' };
    await post(`${article.path}responses/`, words);
    const repeated = await post(`${article.path}responses/`, { ...words, email, letters: 'on' });
    assert.equal(repeated.status, 303);
    await work();
    assert.equal(taken.length, 0);
    assert.deepEqual(await site.store.read.selectFrom('letter_addresses').select('email').execute(), []);
  });

  test('letters that are asked for while the response is taken back are not kept', async (t) => {
    const { site, say } = await opened(t, engine);
    const said: string[] = [];
    for (let each = 0; each < 10; each += 1) said.push((await say('Wilf', `Number ${each}.`)).id);
    await Promise.all(
      said.flatMap((id, each) => [
        subscribe(site, { email: `r${each}@post.example`, commentId: id, kind: 'answers', pace: 'each' }),
        withdrawComment(site, id),
      ]),
    );
    const kept = await site.store.read.selectFrom('letter_addresses').select('email').execute();
    assert.deepEqual(kept, []);
  });

  test('what nobody said yes to is forgotten after seven days, and what somebody did is not', async (t) => {
    const { site, app, say, follow } = await opened(t, engine);
    const { path } = await follow();
    const { id } = await say('Ropewalk', 'Write it to everybody.');
    granted(await subscribe(site, { email, commentId: id, kind: 'thread', pace: 'each' }));
    assert.match(await (await app.request(path)).text(), /Waits for your yes/);
    site.clock.pass(8 * day);
    await forget(site);
    const page = await (await app.request(path)).text();
    assert.doesNotMatch(page, /Waits for your yes|No letters are sent/);
  });

  test('from one network address few strangers are asked in an hour, whatever is written', async (t) => {
    const { app, article, site, taken, work, post, say } = await opened(t, engine);
    for (let each = 0; each < 14; each += 1) {
      const fields = {
        name: `Walker ${'ABCDEFGHKMNPRS'[each]}`,
        text: `Number ${each}.`,
        email: `r${each}@post.example`,
        letters: 'on',
      };
      await post(`${article.path}responses/`, fields);
    }
    await work();
    assert.equal(taken.length, 10);
    const late = { name: 'Late Walker', text: 'Number 15.', email: 'late@post.example', letters: 'on' };
    const sent = (await post(`${article.path}responses/`, late)).headers.get('location') ?? '';
    const receipt = await (await app.request(sent)).text();
    assert.match(receipt, /Published[\s\S]*Number 15\.[\s\S]*Try again in an hour/, 'on the receipt');
    const { id } = await say('Half-Tide', 'From here as well.');
    const more = await post(`${receiptPath(site, id)}letters/`, { email: 'more@post.example' });
    assert.equal(more.status, 422);
    assert.match(await more.text(), /Try again in an hour/);
  });

  test('an answer is told with a head that mail programs thread by, and that ends it by one press from anywhere', async (t) => {
    const { article, app, taken, work, post, say, follow } = await opened(t, engine);
    const { id, path } = await follow();
    const { id: answer } = await say('Ropewalk', `They are *not*. ${'word '.repeat(40)}`, 1);
    await say('Half-Tide', 'Nor does it matter.');
    await say('Wilf', 'I saw them.', 1);
    await work();
    assert.equal(taken.length, 1, 'neither others’ words to the article nor one’s own');
    const [letter = ''] = taken;
    assert.match(letter, new RegExp(`Message-ID: <response\\.${answer}@ledger\\.example>`, 'm'));
    assert.match(letter, new RegExp(`^In-Reply-To: <response\\.${id}@ledger\\.example>`, 'm'));
    assert.match(
      letter,
      new RegExp(`^References: <article\\.${article.id}@ledger\\.example>\\s+<response\\.${id}@`, 'm'),
    );
    assert.match(letter, /^List-ID: <[\w-]+\.responses\.ledger\.example>/m);
    assert.match(letter, /^Auto-Submitted: auto-generated/m);
    assert.match(letter, /^Content-Type: text\/plain/m);
    assert.match(letter, /2\. Ropewalk says, in reply to you \(1\):\s+They are not\./);
    assert.match(letter, new RegExp(`https://ledger\\.example${article.path}responses/2/`));
    const stop = new URL(/^List-Unsubscribe:\s+<(\S+)>/m.exec(letter)?.[1] ?? '').pathname;
    assert.match(await (await app.request(stop)).text(), /<form method="post"/, 'a look ends nothing');
    const pressed = await post(stop, { 'List-Unsubscribe': 'One-Click' }, { origin: 'https://mail.example' });
    assert.equal(pressed.status, 200);
    await say('Ropewalk', 'Still not.', 1);
    await work();
    assert.equal(taken.length, 1);
    assert.match(await (await app.request(path)).text(), /No letters are sent/);
    assert.equal((await post(`${path}confirm/`, {}, { origin: 'https://mail.example' })).status, 403);
    assert.equal(
      (await post(stop.replace(/\/letters\/[\w-]+\/.{4}/, (all) => `${all.slice(0, -4)}xxxx`))).status,
      404,
    );
  });

  test('who quotes a reader or refers to them is told of once, whatever else the response does; what is marked later tells nobody', async (t) => {
    const { site, article, taken, work, say, follow } = await opened(t, engine);
    await follow();
    await say('Wilf', 'The deck is another matter entirely, as everybody knows.');
    await say('Ropewalk', 'I agree with @Wilf about the deck.');
    await work();
    await say('Half-Tide', '“The bolts are bright.” Are they? I agree with comment 1.', 1);
    await say('Nan', 'Nor does it matter.');
    await work();
    await work();
    assert.equal(taken.length, 2, 'a letter for each, and none of others’ words to others');
    const [, both = ''] = taken;
    assert.match(taken[0] ?? '', /3\. Ropewalk says, referring to you:/);
    assert.match(both, /4\. Half-Tide says, in reply to you \(1\), quoting you and referring to\s+you:/);
    // The same words, looked through again: an index made anew, as after a change of the article or of the program.
    await site.store.write(async (tx) => {
      for (const table of ['comment_annotations', 'comment_quotations', 'comment_references'] as const)
        await tx.deleteFrom(table).execute();
    });
    await annotateArticle(site, article.id);
    const marks = await site.store.read.selectFrom('comment_references').selectAll().execute();
    assert.equal(marks.length, 2);
    site.clock.pass(day);
    await work();
    assert.equal(taken.length, 2);
  });

  test('what a response no longer quotes when its letter leaves is not told as quoted', async (t) => {
    const { site, taken, work, say, follow } = await opened(t, engine);
    await follow('answers', 'daily');
    const { id } = await say('Half-Tide', '“The bolts are bright.” Are they?');
    await work();
    granted(await editComment(site, { id, text: 'I take that back.' }));
    site.clock.pass(day);
    await work();
    assert.equal(taken.length, 0);
  });

  test('one letter a day tells of all; what was removed or withdrawn before it left is not in it', async (t) => {
    const { site, taken, work, say, follow } = await opened(t, engine);
    await follow('thread', 'daily');
    const first = await say('Ropewalk', 'First words.');
    const second = await say('Half-Tide', 'Second words.');
    await say('Tea Stall', 'Third words.');
    await say('Tea Stall', 'Fourth words.', 2);
    await work();
    assert.equal(taken.length, 0);
    granted(await removeComment(site, { id: first.id, moderator, reason }));
    granted(await withdrawComment(site, second.id));
    site.clock.pass(day);
    await work();
    assert.equal(taken.length, 1);
    assert.match(taken[0] ?? '', /Subject: 2 new responses at/);
    assert.match(taken[0] ?? '', /Third words[\s\S]*Fourth words/);
    assert.doesNotMatch(taken[0] ?? '', /First|Second/);
  });

  test('no more than the day’s letters go to one address: the rest waits and comes in one', async (t) => {
    const { site, taken, work, say, follow } = await opened(t, engine);
    await setSetting(site, 'letters.daily', '4'); // the question was one, the last is kept for what is asked for
    await follow('thread');
    for (let number = 1; number <= 5; number += 1) {
      await say('Ropewalk', `Words ${number}.`);
      await work();
    }
    assert.equal(taken.length, 2);
    site.clock.pass(day + 1_000);
    await work();
    assert.equal(taken.length, 3);
    assert.match(taken[2] ?? '', /Words 3\.[\s\S]*Words 4\.[\s\S]*Words 5\./);
    await work();
    assert.equal(taken.length, 3);
    const link = () => askForLetter(site, { about: 'own-data', email, writerId: null, address: '192.0.2.1' });
    await say('Wilf', 'Mine.');
    await site.store.write((tx) =>
      tx.updateTable('comments').set({ email }).where('name', '=', 'Wilf').execute(),
    );
    for (let number = 6; number <= 9; number += 1) {
      granted(await link());
      await say('Ropewalk', `Words ${number}.`);
      await work();
    }
    const asked = taken.slice(3).filter((letter) => letter.includes('/you/responses/link/'));
    assert.equal(taken.length - 2, 4, 'a day’s letters, whatever they are about');
    assert.ok(asked.length >= 1, 'of which one at least can be asked for');
  });

  test('of two processes one sends a letter, and tells what waits; one that failed is the same letter when it is tried again', async (t) => {
    const { site, taken, refusals, work, say, follow } = await opened(t, engine);
    await setSetting(site, 'letters.daily', '1000');
    await follow('thread');
    const store = await openStore(site.config, (error) => site.faults.push(error));
    t.after(() => store.close());
    const other = { ...site, store };
    const tellAll = () =>
      runDueJobs(site, { [newsKind]: jobHandlers[newsKind] as never }, { lane: only(newsKind) });
    for (let round = 0; round < 6; round += 1) {
      for (let number = 1; number <= 5; number += 1) await say('Ropewalk', `Words ${round}.${number}.`);
      await tellAll();
      await Promise.all(
        [site, other, site, other].map((each) => runDueJobs(each, jobHandlers, { lane: only(sendKind, 3) })),
      );
    }
    const told = taken.flatMap((letter) => letter.match(/Words \d\.\d/g) ?? []);
    assert.equal(told.length, 30);
    assert.equal(new Set(told).size, 30, 'each response is told of once');
    taken.length = 0;
    for (let number = 1; number <= 2; number += 1) await say('Ropewalk', `Late ${number}.`);
    refusals.push(450);
    await tellAll(); // both are told before a letter is made: jobs that come due at once have no order
    await work();
    await say('Ropewalk', 'Later.');
    site.clock.pass(60_000);
    await work();
    assert.deepEqual(
      taken.map((letter) => letter.match(/Late \d|Later/g)),
      [['Late 1', 'Late 2'], ['Later']],
    );
    assert.deepEqual(site.faults, []);
  });

  test('while somebody sends a letter with as much as fits into one, nobody looks again before that is over', async (t) => {
    const { site, say, follow } = await opened(t, engine);
    await follow('thread');
    const { id } = await say('Ropewalk', 'Words.');
    const claimed_at = site.clock.now().toISOString();
    const address = site.store.read.selectFrom('letter_addresses').select('id');
    const { id: address_id } = await address.executeTakeFirstOrThrow();
    const one = site.store.read.selectFrom('comments').selectAll().where('id', '=', id);
    const row = await one.executeTakeFirstOrThrow();
    const many = Array.from({ length: 50 }, (_, each) => ({
      ...row,
      id: `copy ${each}`,
      number: 100 + each,
    }));
    const told = {
      address_id,
      pace: 'each' as const,
      at: claimed_at,
      sent_at: null,
      letter_id: 'a',
      claimed_at,
    };
    await site.store.write(async (tx) => {
      await tx.insertInto('comments').values(many).execute();
      await tx
        .insertInto('letter_news')
        .values(many.map((each) => ({ ...told, comment_id: each.id })))
        .execute();
    });
    const dueAt = new Date(Date.parse(claimed_at) + 60_000).toISOString();
    assert.deepEqual(await claimNews(site, { addressId: address_id, pace: 'each' }), { dueAt });
  });

  test('what came after a letter that could not be sent is told, also where all of that letter is gone', async (t) => {
    const { site, taken, refusals, work, say, follow } = await opened(t, engine);
    await follow('thread');
    const first = await say('Ropewalk', 'First words.');
    refusals.push(...Array.from({ length: 8 }, () => 450));
    for (let tried = 1; tried <= 8; tried += 1) {
      await work();
      site.clock.pass(3_600_000);
    }
    granted(await removeComment(site, { id: first.id, moderator, reason }));
    await say('Half-Tide', 'Second words.');
    await work();
    assert.equal(taken.length, 1);
    assert.match(taken[0] ?? '', /Second words/);
  });

  test('an address that a link was asked for is in no job that is done or gave up, and goes with its person', async (t) => {
    const { site, taken, refusals, work, say } = await opened(t, engine);
    await say('Wilf', 'Mine.');
    await site.store.write((tx) => tx.updateTable('comments').set({ email }).execute());
    const link = () => askForLetter(site, { about: 'own-data', email, writerId: null, address: '192.0.2.1' });
    const isKept = async () =>
      JSON.stringify(await site.store.read.selectFrom('jobs').selectAll().execute()).includes(email);
    granted(await link());
    await work();
    assert.equal(taken.length, 1);
    assert.equal(await isKept(), false, 'once it was sent');
    refusals.push(550);
    granted(await link());
    await work();
    assert.equal(await isKept(), false, 'once its server refused it for ever');
    const [job] = await failedJobs(site.store.read, { limit: 1, offset: 0 });
    assert.match(job?.error ?? '', /refused it: 550 \(an address\)/);
    assert.equal(job?.again, false);
    const again = await tryAgain(site, job?.id ?? '');
    assert.equal(again.ok ? null : again.code, 'address-forgotten');
    granted(await link());
    assert.equal(await isKept(), true, 'while it waits');
    const erasing = { by: moderator, reason };
    granted(await erasePerson(site, { who: { by: 'name', value: 'Wilf' }, depth: 'name', erasing }));
    assert.equal(await isKept(), false, 'once its person was erased');
    await work();
    assert.equal(taken.length, 1);
  });

  test('an address that its server refuses for ever is sent no more, and forgotten in time; one that never said yes is forgotten after seven days', async (t) => {
    const { site, app, taken, refusals, work, post, say, manage, follow } = await opened(t, engine);
    const { path } = await follow('thread');
    refusals.push(550);
    await say('Ropewalk', 'Words.');
    await work();
    await say('Ropewalk', 'More words.');
    await work();
    assert.equal(taken.length, 0);
    assert.match(await (await app.request(path)).text(), /refused a letter for ever[\s\S]*550/);
    const { id } = await say('Nan', 'Mine.');
    granted(
      await subscribe(site, { email: 'nan@post.example', commentId: id, kind: 'thread', pace: 'each' }),
    );
    await work();
    const nans = manage();
    site.clock.pass(7 * day + 1_000);
    await forget(site);
    assert.equal((await app.request(nans)).status, 404);
    assert.equal((await post(path.replace(/.\/$/, '-/again/'))).status, 404);
    assert.equal((await post(`${path}again/`)).status, 303);
    assert.doesNotMatch(await (await app.request(path)).text(), /refused a letter for ever/);
    await say('Ropewalk', 'Words again.');
    await work();
    assert.match(taken.at(-1) ?? '', /Words again/);
    assert.doesNotMatch(taken.join(), /More words/, 'what came meanwhile is not told later');
    refusals.push(550);
    await say('Ropewalk', 'Words once more.');
    await work();
    site.clock.pass(29 * day);
    await forget(site);
    assert.equal((await app.request(path)).status, 200);
    site.clock.pass(day + 1_000);
    await forget(site);
    assert.equal(
      (await app.request(path)).status,
      404,
      'and thirty days after it was refused it is forgotten',
    );
    const failed = await site.store.read
      .selectFrom('jobs')
      .select('error')
      .where('failed_at', 'is not', null)
      .execute();
    assert.deepEqual(failed, []);
  });

  test('are asked for on a receipt too, for three addresses at most; a wrong address comes back with the reason', async (t) => {
    const { site, taken, work, post, say } = await opened(t, engine);
    const { id } = await say('Wilf', 'The bolts are bright.');
    const path = `${receiptPath(site, id)}letters/`;
    const wrong = await post(path, { email: 'wilf at post' });
    assert.equal(wrong.status, 422);
    assert.match(await wrong.text(), /value="wilf at post"[\s\S]*not a whole e-mail address/);
    for (const name of ['a', 'b', 'c'])
      assert.equal(
        (await post(path, { email: `${name}@post.example`, kind: 'thread', pace: 'daily' })).status,
        200,
      );
    assert.match(await (await post(path, { email: 'd@post.example' })).text(), /3 addresses at most/);
    await work();
    assert.equal(taken.length, 3);
    granted(await withdrawComment(site, id));
    const left = await site.store.read.selectFrom('letter_addresses').select('email').execute();
    assert.deepEqual(left, [], 'with the response its letters’ addresses go');
  });
});

test('lines of a letter are 72 signs long at most, but for longer words, and nothing is lost', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 90 })), (words) => {
      const text = words.join(' ');
      const wrapped = wrapText(text);
      assert.equal(wrapped.replaceAll('\n', ' '), text.replaceAll('\n', ' '));
      for (const line of wrapped.split('\n')) assert.ok([...line].length <= 72 || !line.includes(' '));
    }),
  );
});
