import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../../test/support/engines.ts';
import { openMailServer } from '../../../test/support/mail-server.ts';
import { granted, setSetting } from '../../../test/support/publish.ts';
import { faultsOf } from '../../audit/fixtures.ts';
import { editComment } from '../../comments/edits/edit-comment.ts';
import { keepFindings } from '../../comments/filters/findings.ts';
import { exportPerson } from '../../comments/people/export-person.ts';
import { postComment } from '../../comments/post-comment.ts';
import { reportComment } from '../../moderation/reports/report-comment.ts';
import { suspendWriter } from '../../moderation/suspensions/suspend-writer.ts';
import { isWritersEmail } from '../../pseudonyms/queries.ts';
import { askReview } from '../../reviews/ask-review.ts';
import { createSiteWeb } from '../../web-app.ts';
import { type Desk, openDesk, publish, respond, signedIn } from '../fixtures.ts';

onBothEngines('what a response said before', (engine) => {
  test('is shown to whoever decides on it, word by word, and to no author', async () => {
    const desk = await openDesk(engine);
    const article = await publish(desk, 'Harbour board to push for a toll');
    const id = await respond(desk, article.id, { name: 'Turncock', text: 'The bolts are bright.' });
    await editComment(desk.site, { id, text: 'The bolts are rusty.' });
    const moderator = await signedIn(desk, 'moderator');
    const queue = await moderator.get('/desk/queue/');
    assert.match(queue.text, /Changed once by its writer/);
    const path = /href="(\/desk\/responses\/[^"]+\/words\/)"/.exec(queue.text)?.[1] ?? '';
    const page = await moderator.get(path);
    assert.match(page.text, /<del>[\s\S]*bright[\s\S]*<\/del>[\s\S]*<ins>[\s\S]*rusty[\s\S]*<\/ins>/);
    assert.match(page.text, /Nobody but staff had seen/);
    assert.equal((await (await signedIn(desk, 'author')).get(path)).status, 403);
    assert.equal(
      (await moderator.get('/desk/responses/01957f00-0000-7000-8000-000000000000/words/')).status,
      404,
    );
  });
});

/** As the tick under the form does. */
async function askForLetters({ site }: Desk, { id, articleId }: { id: string; articleId: string }) {
  const at = site.clock.now().toISOString();
  await site.store.write(async (tx) => {
    await tx
      .insertInto('letter_addresses')
      .values({ id: 'wilf', email: 'wilf@post.example', created_at: at, asked_at: at })
      .execute();
    await tx
      .insertInto('letter_subscriptions')
      .values({
        ...{ id: 'wilf', address_id: 'wilf', article_id: articleId, comment_id: id },
        ...{ kind: 'answers', pace: 'each', created_at: at },
      })
      .execute();
  });
}

onBothEngines('what is kept of a reader', (engine) => {
  const opened = async (email = 'Wilf@post.example', env: Record<string, string> = {}) => {
    const desk = await openDesk(engine, env);
    await setSetting(desk.site, 'comments.policy', 'open');
    const article = await publish(desk, 'Harbour board to push for a toll');
    const input = { name: 'Turncock', text: 'I live at 4 Quay Street.', url: null, inReplyTo: null };
    const posted = await postComment(desk.site, {
      articleId: article.id,
      input: { ...input, email },
      writer: { secret: 'Turncock', address: '192.0.2.1', honeypot: false },
    });
    assert.ok(posted.ok);
    desk.site.clock.pass(1_000);
    await editComment(desk.site, { id: posted.value.id, text: 'I live by the quay.' });
    await respond(desk, article.id, { name: 'Turncock', text: 'And I stay.' });
    await respond(desk, article.id, { name: 'Ropewalk', text: 'Who asked?', inReplyTo: 1 });
    return { desk, article, id: posted.value.id, editor: await signedIn(desk, 'editor') };
  };

  test('is found by address, by name and by one response, and given out as JSON without a word of anybody else', async () => {
    const { desk, id, editor, article } = await opened();
    await askForLetters(desk, { id, articleId: article.id });
    const one = await editor.get('/desk/people/?by=email&q=wilf@post.example');
    assert.match(one.text, /One response\./);
    assert.match((await editor.get('/desk/people/?by=name&q=Turncock')).text, /2 responses\./);
    assert.match((await editor.get(`/desk/people/?by=response&q=${id}`)).text, /2 responses\./);
    assert.match((await editor.get('/desk/people/?by=email&q=nobody@post.example')).text, /Nothing is kept/);
    const { status, text } = await editor.post('/desk/people/export/', { by: 'response', q: id });
    assert.equal(status, 200);
    const { responses } = JSON.parse(text);
    assert.deepEqual(
      responses.map((each: { text: string }) => each.text),
      ['And I stay.', 'I live by the quay.'],
    );
    assert.equal(responses[1].earlierTexts[0].text, 'I live at 4 Quay Street.');
    assert.equal(responses[1].email, 'Wilf@post.example');
    assert.doesNotMatch(text, /Ropewalk|Who asked|[\w-]{43}/);
    const { letters, names, keys } = JSON.parse(text);
    assert.deepEqual(
      letters.map((each: { email: string; kind: string; confirmed: null }) => [
        each.email,
        each.kind,
        each.confirmed,
      ]),
      [['wilf@post.example', 'answers', null]],
    );
    assert.deepEqual([names[0].name, names.length, keys[0].kind], ['Turncock', 1, 'browser']);
    const byName = JSON.parse(
      (await editor.post('/desk/people/export/', { by: 'name', q: 'Turncock' })).text,
    );
    assert.deepEqual([byName.letters.length, byName.keys], [1, undefined], 'a name may be several people’s');
    const entries = await desk.site.store.read
      .selectFrom('record_entries')
      .select(['action', 'visibility'])
      .where('action', '=', 'person.export')
      .execute();
    assert.deepEqual(
      entries.map(({ visibility }) => visibility),
      ['private', 'private'],
    );
  });

  test('has their suspensions and what they asked to be reviewed; for staff what filters found and that it was reported, never by whom; and by an address what was reported with it', async (t) => {
    const { desk, id, editor } = await opened('Wilf@post.example', (await openMailServer(t)).env);
    const { site } = desk;
    await site.store.write((tx) => keepFindings(tx, id, [{ reason: 'words', found: ['quay'] }]));
    const suspension = await suspendWriter(site, {
      ...{ commentId: id, kind: 'pseudonym', until: null, by: { actor: { role: 'editor' }, staffId: null } },
      reason: { code: 'rule-3', label: 'Rule 3: Cite it.', sentence: 'Three times now.' },
    });
    const review = { subject: 'suspension' as const, subjectId: granted(suspension).id, commentId: id };
    granted(await askReview(site, { ...review, askedBy: 'writer', words: 'Once is not thrice.' }));
    const report = { commentId: id, reason: 'legal', text: 'Ropewalk saw it.', email: 'Nan@post.example' };
    granted(await reportComment(site, { ...report, from: '192.0.2.77' }));

    const { text } = await editor.post('/desk/people/export/', { by: 'email', q: 'wilf@post.example' });
    const kept = JSON.parse(text);
    const { reviews, suspensions, findings, reportsReceived } = kept;
    assert.deepEqual(
      [reviews.length, reviews[0].words, reviews[0].outcome],
      [1, 'Once is not thrice.', null],
    );
    assert.deepEqual(
      [suspensions.length, suspensions[0].of, suspensions[0].until, suspensions[0].sentence],
      [1, 'pseudonym', null, 'Three times now.'],
    );
    assert.deepEqual(findings, [{ response: id, found: { words: ['quay'] } }]);
    assert.deepEqual([reportsReceived.length, reportsReceived[0].reason], [1, 'legal']);
    assert.match(reportsReceived[0].text, /^held back/);
    assert.doesNotMatch(text, /Ropewalk|nan@post/i);
    const own = await exportPerson(site.store.read, { by: 'response', value: id });
    assert.equal(
      JSON.stringify([own.reviews, own.suspensions]),
      JSON.stringify([reviews, suspensions]),
      'they are theirs',
    );
    assert.doesNotMatch(JSON.stringify(own), /findings|reportsReceived|held back/);

    const nan = { by: 'email', q: 'nan@post.example' };
    const found = await editor.get(`/desk/people/?${new URLSearchParams(nan)}`);
    assert.match(found.text, /One report was sent with this address\./);
    assert.doesNotMatch(found.text, /Nothing is kept/);
    const sent = (await editor.post('/desk/people/export/', nan)).text;
    const { responses, reportsSent } = JSON.parse(sent);
    assert.deepEqual(
      [responses.length, reportsSent.length, reportsSent[0].text, reportsSent[0].email],
      [0, 1, 'Ropewalk saw it.', 'Nan@post.example'],
    );
    assert.doesNotMatch(sent, /Turncock|quay/i, 'nothing of what it is about');
    const erase = { ...nan, depth: 'words', reason: 'asked', sure: 'erase' };
    const erased = await editor.post('/desk/people/erase/', erase);
    assert.match(erased.location ?? '', /done=0&reports=1/);
    assert.match((await editor.get(erased.location ?? '')).text, /One report was changed\./);
    const left = await site.store.read
      .selectFrom('reports')
      .select(['email', 'text', 'address_hash', 'reason'])
      .execute();
    assert.deepEqual(
      left.map((each) => ({ ...each })),
      [{ email: null, text: '', address_hash: null, reason: 'legal' }],
    );
    assert.match((await editor.post('/desk/people/erase/', erase)).text, /nothing to erase/);
    assert.deepEqual(await faultsOf(site), []);
  });

  test('is found by an address in whatever case it is typed, on either database', async () => {
    const { desk, editor } = await opened('Änne@Post.example');
    for (const typed of ['änne@post.example', 'Änne@post.example', 'ÄNNE@POST.EXAMPLE']) {
      const { text } = await editor.get(`/desk/people/?by=email&q=${encodeURIComponent(typed)}`);
      assert.match(text, /One response\./, typed);
      assert.equal(await isWritersEmail(desk.site.store.read, typed), true, `${typed} gets a letter`);
    }
  });

  test('is erased as far as was chosen, for a reason, and only by who types that they are sure', async () => {
    const { desk, article, editor } = await opened();
    const form = { by: 'name', q: 'Turncock', depth: 'words', reason: 'asked', sure: 'erase' };
    for (const [missing, sentence] of [
      [{ sure: 'yes' }, /Type the word erase/],
      [{ depth: '' }, /Choose what goes/],
      [{ reason: 'rule-1' }, /Choose a reason/],
    ] as const) {
      const refused = await editor.post('/desk/people/erase/', { ...form, ...missing });
      assert.deepEqual([refused.status, sentence.test(refused.text)], [422, true]);
    }
    const moderator = await signedIn(desk, 'moderator');
    assert.equal((await moderator.post('/desk/people/erase/', form)).status, 403);
    const named = await editor.post('/desk/people/erase/', {
      ...form,
      depth: 'name',
      by: 'email',
      q: 'wilf@post.example',
    });
    assert.match(named.location ?? '', /done=1/);
    const page = async () => (await createSiteWeb(desk.site).app.request(article.path)).text();
    assert.match(await page(), /<bdi>Name removed<\/bdi>[\s\S]*I live by the quay\./);
    const erased = await editor.post('/desk/people/erase/', form);
    assert.match(erased.location ?? '', /done=1/);
    const left = await page();
    assert.match(left, /This response was erased by an editor\. Reason: Its writer asked for it\./);
    assert.doesNotMatch(left, /And I stay|Turncock/);
    assert.deepEqual(await faultsOf(desk.site), []);
    assert.deepEqual(
      (await desk.site.store.read.selectFrom('pseudonyms').select('name').execute()).map(({ name }) => name),
      ['Ropewalk'],
    );
    const again = await editor.post('/desk/people/erase/', form);
    assert.match(again.text, /nothing to erase/);
  });
});
