import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agreeToLetters } from '../../test/support/agree-to-letters.ts';
import { onBothEngines } from '../../test/support/engines.ts';
import { openMailServer } from '../../test/support/mail-server.ts';
import { granted, postOf, publishSample, setSetting } from '../../test/support/publish.ts';
import { keepMoving } from '../../test/support/site.ts';
import { verifyPublication } from '../audit/verify-publication.ts';
import { jobHandlers } from '../cli/job-handlers.ts';
import { eraseWords } from '../comments/erasure/erase-comment.ts';
import { postComment } from '../comments/post-comment.ts';
import { receiptPath } from '../comments/receipt.ts';
import { withdrawComment } from '../comments/withdraw-comment.ts';
import { openDesk, signedIn } from '../desk/fixtures.ts';
import { runDueJobs } from '../jobs/run-jobs.ts';
import { removeComment, restoreComment } from '../moderation/decide.ts';
import { pressKeep } from '../moderation/reports/press-keep.ts';
import { reportComment } from '../moderation/reports/report-comment.ts';
import { reportReviewPath } from '../moderation/reports/review-address.ts';
import { sequenceEntries } from '../record/sequence.ts';
import { disableStaff } from '../staff/disable-staff.ts';
import type { Role } from '../staff/permissions.ts';
import { listStaff } from '../staff/queries.ts';
import { createSiteWeb } from '../web-app.ts';
import { askReview } from './ask-review.ts';
import { decideReview } from './decide-review.ts';
import { fitness, isFirst, type Reviewer } from './review.ts';

const reason = { code: 'rule-3', label: 'Rule 3: No accusation without a source.', sentence: 'Cite it.' };

test('somebody else decides than the first time; the same one alone where nobody else may; never a role that may not', () => {
  const staff: Reviewer[] = [
    { id: 'o', role: 'owner' },
    { id: 'e', role: 'editor' },
    { id: 'm', role: 'moderator' },
    { id: 'a', role: 'author' },
  ];
  const [owner, editor, moderator, author] = staff as [Reviewer, Reviewer, Reviewer, Reviewer];
  const about = (staffId: string | null, role = 'moderator', caseId: string | null = null) => ({
    ...{ first: { role, staffId }, toldAt: '', stands: true, caseId, suspension: null },
  });
  assert.equal(fitness(moderator, staff, about('m')), 'unfit');
  assert.equal(fitness(editor, staff, about('m')), 'other');
  assert.equal(fitness(author, staff, about('m')), 'unfit');
  assert.equal(fitness(moderator, [moderator, author], about('m')), 'same');
  assert.equal(fitness(owner, [owner, author], about('o', 'owner')), 'same');
  assert.equal(fitness(owner, staff, about(null, 'owner')), 'unfit', 'a terminal’s decision was the owner’s');
  assert.equal(isFirst(owner, about(null, 'program')), false);
  assert.equal(fitness(moderator, staff, about('e', 'editor', 'case')), 'unfit', 'a case is not theirs');
  assert.equal(fitness(editor, [editor, moderator], about('e', 'editor', 'case')), 'same');
  const suspended = (isLong: boolean) => ({
    ...about('e', 'editor'),
    suspension: { id: 's', kind: 'pseudonym' as const, pseudonymId: 'p', isLong },
  });
  assert.equal(fitness(moderator, staff, suspended(false)), 'other');
  assert.equal(fitness(moderator, staff, suspended(true)), 'unfit', 'longer than they may suspend for');
  assert.equal(fitness(editor, [editor, moderator], suspended(true)), 'same');
});

onBothEngines('reviews', (engine) => {
  const open = async (env: Record<string, string> = {}) => {
    const desk = await openDesk(engine, env);
    const { site } = desk;
    await setSetting(site, 'comments.policy', 'open');
    const article = await publishSample(site);
    keepMoving(site.clock);
    const { app } = createSiteWeb(site);
    const staff = new Map((await listStaff(site)).map(({ id, role }) => [role, id]));
    const by = (role: Role) => ({ actor: { role }, staffId: staff.get(role) ?? '' });
    const respond = async (text: string, email: string | null = null) => {
      const post = postOf({ articleId: article.id, text });
      return granted(await postComment(site, { ...post, input: { ...post.input, email } })).id;
    };
    const ask = async (path: string, fields?: Record<string, string>) => {
      await sequenceEntries(site);
      const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: site.config.url };
      const body = new URLSearchParams(fields).toString();
      const init = fields ? { method: 'POST', body, headers } : {};
      const answer = await app.request(site.config.url + path, init);
      return { status: answer.status, text: await answer.text() };
    };
    /** A response that the moderator removed: its page, and the form of a review there. */
    const removed = async (text = 'Tillpurloiner.', email: string | null = null) => {
      const id = await respond(text, email);
      granted(await removeComment(site, { id, moderator: by('moderator'), reason }));
      const receipt = receiptPath(site, id);
      const about = /name="about" value="([^"]+)"/.exec((await ask(receipt)).text)?.[1] ?? '';
      return { id, receipt, about, action: `${receipt}review/` };
    };
    const reviewId = async () =>
      (
        await site.store.read
          .selectFrom('reviews')
          .select('id')
          .orderBy('id', 'desc')
          .executeTakeFirstOrThrow()
      ).id;
    const entered = async () => {
      const rows = await site.store.read
        .selectFrom('record_entries')
        .select('leaf')
        .where('action', 'like', 'review.%')
        .orderBy('id')
        .execute();
      return rows.map(
        ({ leaf }) => JSON.parse(leaf) as { action: string; reason: string | null; by: { role: string } },
      );
    };
    return { desk, site, article, by, ask, respond, removed, reviewId, entered };
  };
  const bodyOf = ({ text }: { text: string }) => text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

  test('are asked for at the receipt, decided by somebody else, and told there; reversed, the response is back', async () => {
    const { desk, site, article, ask, removed, reviewId, entered } = await open();
    const { receipt, about, action } = await removed();
    const sent = await ask(action, { about, words: 'The source is in the minutes.\n\nSee page 4.' });
    assert.equal(sent.status, 303, bodyOf(sent));
    assert.match(
      bodyOf(await ask(receipt)),
      /You asked for a review.*It waits.*The source is in the minutes/,
    );

    const moderator = await signedIn(desk, 'moderator');
    const id = await reviewId();
    assert.match((await moderator.get('/desk/reviews/')).text, new RegExp(`/desk/reviews/${id}/`));
    assert.match((await moderator.get(`/desk/reviews/${id}/`)).text, /You decided this the first time/);
    const mine = await moderator.post(`/desk/reviews/${id}/`, {
      do: 'reverse',
      sentence: 'Found it after all.',
    });
    assert.equal(mine.status, 403);
    assert.match(mine.text, /somebody else on the staff.*Found it after all\./s);

    const editor = await signedIn(desk, 'editor');
    const page = bodyOf(await editor.get(`/desk/reviews/${id}/`));
    assert.match(page, /See page 4\..*Removed.*Cite it\..*Tillpurloiner/);
    const bare = await editor.post(`/desk/reviews/${id}/`, { do: 'reverse', sentence: ' ' });
    assert.equal(bare.status, 422);
    assert.match(bare.text, /Say why, in a sentence/);
    const done = await editor.post(`/desk/reviews/${id}/`, {
      do: 'reverse',
      sentence: 'The minutes do say so.',
    });
    assert.equal(done.status, 303, bodyOf(done));
    const after = bodyOf(await ask(receipt));
    assert.match(after, /Published\. Everybody can read it/);
    assert.match(
      after,
      /it is reversed: your response is shown\. The minutes do say so\. This was decided by an editor\. It was somebody else/,
    );
    assert.match((await ask(article.path)).text, /Tillpurloiner/);
    const late = await editor.post(`/desk/reviews/${id}/`, { do: 'uphold', sentence: 'Too late.' });
    assert.equal(late.status, 409);
    assert.match(late.text, /decided already/);
    assert.match((await editor.get('/desk/reviews/')).text, /No review waits/);
    assert.match((await editor.get('/desk/reviews/?state=closed')).text, /Reversed\./);
    assert.deepEqual(
      (await entered()).map(({ action: what, reason: why }) => [what, why]),
      [
        ['review.ask', null],
        ['review.decide', 'reversed'],
      ],
    );
    assert.match((await ask('/record/')).text, /A review decided: response 1/);
    assert.deepEqual(await verifyPublication(site.store.read), []);
  });

  test('are asked for once, in time, about what still stands; what was typed comes back', async () => {
    const { site, ask, removed, by } = await open();
    const { id, receipt, about, action } = await removed();
    const words = 'Kept words of an objector.';
    const long = await ask(action, { about, words: `${words}${'x'.repeat(4_000)}` });
    assert.equal(long.status, 422);
    assert.match(long.text, /longer than 4,000 characters.*Kept words of an objector/s);
    const other = await removed('Another one.');
    assert.equal((await ask(action, { about: other.about, words })).status, 404, 'not from another receipt');
    assert.equal((await ask(action.replace(/.\/review\/$/, '-/review/'), { about })).status, 404);
    assert.equal((await ask(action, { about, words })).status, 303);
    const twice = await ask(action, { about, words: 'Once more, please.' });
    assert.equal(twice.status, 409);
    assert.match(bodyOf(twice), /can be asked for once.*Once more, please/);

    site.clock.pass(183 * 86_400_000 + 2 * 86_400_000);
    assert.match(bodyOf(await ask(other.receipt)), /The time in which a review could be asked for is over/);
    const late = await ask(other.action, { about: other.about, words });
    assert.equal(late.status, 410);
    assert.match(late.text, /Kept words of an objector/);
    await setSetting(site, 'reviews.months', '12');
    assert.equal((await ask(other.action, { about: other.about, words })).status, 303);

    granted(await restoreComment(site, { id, moderator: by('owner') }));
    assert.match(bodyOf(await ask(receipt)), /It has ended without a decision/);
    const third = await removed('A third one.');
    granted(await restoreComment(site, { id: third.id, moderator: by('owner') }));
    const moot = await ask(third.action, { about: third.about, words });
    assert.equal(moot.status, 409);
    assert.match(bodyOf(moot), /nothing left to decide.*Kept words/);
    assert.deepEqual(await verifyPublication(site.store.read), []);
  });

  test('end without a decision where the response was erased meanwhile, and keep no word of it', async () => {
    const { desk, site, ask, removed, reviewId, by } = await open();
    const { id, receipt, about, action } = await removed();
    await ask(action, { about, words: 'An objector’s words.' });
    const review = await reviewId();
    await site.store.write((tx) =>
      eraseWords(site, tx, {
        id,
        state: 'erased',
        erasing: { by: by('owner'), reason: { code: 'asked', label: '' } },
      }),
    );
    assert.match(bodyOf(await ask(receipt)), /ended without a decision/);
    const rows = await site.store.read.selectFrom('reviews').select('words').execute();
    assert.deepEqual(
      rows.map((row) => row.words),
      [''],
    );
    const editor = await signedIn(desk, 'editor');
    assert.match((await editor.get('/desk/reviews/')).text, /No review waits/);
    const decided = await editor.post(`/desk/reviews/${review}/`, {
      do: 'reverse',
      sentence: 'Back with it.',
    });
    assert.equal(decided.status, 409);
    assert.match(bodyOf(decided), /nothing left to decide.*Back with it\./);
    assert.equal((await withdrawComment(site, id)).ok, false);
    assert.deepEqual(await verifyPublication(site.store.read), []);
  });

  test('are decided once by two at once, by nobody whose account is closed, and by the owner alone where nobody else may', async () => {
    const { site, ask, removed, respond, reviewId, by, entered } = await open();
    const first = await removed();
    await ask(first.action, { about: first.about, words: '' });
    const decision = { id: await reviewId(), verdict: 'uphold' as const, sentence: 'It stays.' };
    const both = await Promise.all([
      decideReview(site, { ...decision, by: by('editor') }),
      decideReview(site, { ...decision, by: by('owner'), verdict: 'reverse' }),
    ]);
    assert.deepEqual(both.map((each) => (each.ok ? 'decided' : each.code)).sort(), [
      'already-decided',
      'decided',
    ]);

    const own = await respond('Tillpurloiner again.');
    granted(await removeComment(site, { id: own, moderator: by('owner'), reason }));
    const page = await ask(receiptPath(site, own));
    const about = /name="about" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    await ask(`${receiptPath(site, own)}review/`, { about, words: '' });
    const id = await reviewId();
    const refused = await decideReview(site, { ...decision, id, by: by('owner') });
    assert.equal(refused.ok ? '' : refused.code, 'same-moderator');
    const closed = by('editor');
    for (const role of ['editor', 'moderator'] as const)
      granted(await disableStaff(site, `${role}@ledger.example`));
    const gone = await decideReview(site, { ...decision, id, by: closed });
    assert.equal(gone.ok ? '' : gone.code, 'not-staff');
    granted(await decideReview(site, { ...decision, id, by: by('owner') }));
    assert.match(bodyOf(await ask(receiptPath(site, own))), /Nobody else on the staff may decide this/);
    assert.deepEqual((await entered()).at(-1)?.reason, 'upheld-by-same');
    assert.deepEqual(await verifyPublication(site.store.read), []);
  });

  test('that were put in, taken out or turned by hand are found by the check of the record', async () => {
    const { site, ask, removed, reviewId, by } = await open();
    const { action, about } = await removed();
    await ask(action, { about, words: '' });
    const id = await reviewId();
    granted(await decideReview(site, { id, verdict: 'uphold', sentence: 'It stays.', by: by('editor') }));
    const faults = async () => (await verifyPublication(site.store.read)).map(({ sentence }) => sentence);
    assert.deepEqual(await faults(), []);
    await site.store.write((tx) => tx.updateTable('reviews').set({ outcome: 'reversed' }).execute());
    assert.match((await faults()).join(), /is not what/);
    await site.store.write((tx) =>
      tx.updateTable('reviews').set({ outcome: null, decided_at: null }).execute(),
    );
    assert.match((await faults()).join(), /review\.decide\) is missing/);
    const [row] = await site.store.read.selectFrom('reviews').selectAll().execute();
    assert.ok(row);
    const forged = { ...row, id: '0'.repeat(36), subject_id: 'another' };
    await site.store.write((tx) => tx.insertInto('reviews').values(forged).execute());
    assert.match((await faults()).join(), /Review \S+ is in no entry of the record/, 'a second of one entry');
    await site.store.write((tx) => tx.deleteFrom('reviews').execute());
    assert.match((await faults()).join(), /review\.ask\) is missing/);
  });

  test('are told by mail to a confirmed address, and to another only that there is news', async (t) => {
    const server = await openMailServer(t);
    const { site, removed, respond, reviewId, by, ask } = await open(server.env);
    const commentId = await respond('An earlier one.', 'quill@post.example');
    await agreeToLetters(site, { email: 'quill@post.example', commentId });
    for (const email of ['quill@post.example', 'crake@post.example']) {
      const { action, about } = await removed(`Tillpurloiner of ${email.slice(0, 5)}.`, email);
      assert.equal((await ask(action, { about, words: '' })).status, 303);
      const id = await reviewId();
      granted(
        await decideReview(site, {
          id,
          verdict: 'reverse',
          sentence: 'The minutes say so.',
          by: by('editor'),
        }),
      );
    }
    await runDueJobs(site, jobHandlers);
    const to = (name: string) => server.taken.filter((letter) => letter.includes(`${name}@post.example`));
    assert.equal(to('quill').filter((letter) => /The minutes say so\./.test(letter)).length, 1);
    assert.equal(to('crake').length, 1, 'the removal no longer stood: one letter');
    assert.match(to('crake').join(), /there is news for you/i);
    assert.doesNotMatch(to('crake').join(), /minutes|receipt\/|reversed/);
    assert.doesNotMatch(server.taken.join(), /Tillpurloiner/);
  });

  test('are asked for by a reporter whose report was not followed; reversed, the response is removed for a reason', async () => {
    const { desk, site, article, ask, respond, by, entered } = await open();
    const commentId = await respond('Tillpurloiner, reported.');
    const report = { commentId, reason: 'rule-3', text: 'No source.', email: '', from: '192.0.2.50' };
    const { id } = granted(await reportComment(site, report));
    const path = reportReviewPath(site, id ?? '');
    const other = granted(await reportComment(site, { ...report, from: '192.0.2.51' }));
    assert.match(bodyOf(await ask(path)), /Your report.*It is with the staff/);
    assert.doesNotMatch((await ask(path)).text, /Ask for a review|Tillpurloiner/);
    assert.equal((await ask(path.replace(/.\/$/, '-/'))).status, 404);
    granted(await pressKeep(site, { id: commentId, moderator: by('moderator') }));
    site.clock.pass(20_000);
    await runDueJobs(site, jobHandlers);
    assert.match(bodyOf(await ask(path)), /left as it stands.*Ask for a review/);
    assert.equal((await ask(path, { words: 'Look again, please.' })).status, 303);
    const twice = await ask(path, { words: 'Look once more.' });
    assert.equal(twice.status, 409);
    assert.match(bodyOf(twice), /can be asked for once.*Look once more/);
    const brigade = await ask(reportReviewPath(site, other.id ?? ''), { words: 'So do I.' });
    assert.equal(brigade.status, 409, 'what many reported is looked at again once');
    assert.match(bodyOf(brigade), /Somebody else who reported this response asked.*So do I/);

    const editor = await signedIn(desk, 'editor');
    const list = await editor.get('/desk/reviews/');
    const review = /href="(\/desk\/reviews\/[0-9a-f-]{36}\/)"/.exec(list.text)?.[1] ?? '';
    assert.match(bodyOf(await editor.get(review)), /Look again, please\..*Reported, and left as it stands/);
    const moderator = await signedIn(desk, 'moderator');
    assert.equal((await moderator.post(review, { do: 'uphold', sentence: 'It stays.' })).status, 403);
    const bare = await editor.post(review, { do: 'reverse', sentence: 'There is no source.' });
    assert.equal(bare.status, 422);
    assert.match(bodyOf(bare), /Choose the reason.*There is no source\./);
    const done = await editor.post(review, {
      do: 'reverse',
      sentence: 'There is no source.',
      reason: 'rule-3',
    });
    assert.equal(done.status, 303, bodyOf(done));
    assert.doesNotMatch((await ask(article.path)).text, /Tillpurloiner/);
    assert.match(
      bodyOf(await ask(path)),
      /it is removed\. There is no source\. This was decided by an editor/,
    );
    assert.match(
      bodyOf(await ask(receiptPath(site, commentId))),
      /Readers reported your response.*Ask for a review/,
    );
    assert.deepEqual(
      (await entered()).map(({ action, reason: why, by: { role } }) => [action, why, role]),
      [
        ['review.ask', null, 'reporter'],
        ['review.decide', 'reversed', 'editor'],
      ],
    );
    assert.deepEqual(await verifyPublication(site.store.read), []);
  });

  test('asked by nobody known change nothing', async () => {
    const { site, removed } = await open();
    const { id } = await removed();
    const asked = await askReview(site, {
      ...{ subject: 'decision', subjectId: 'none', commentId: id, askedBy: 'writer', words: '' },
    });
    assert.equal(asked.ok ? '' : asked.code, 'no-decision');
  });
});
