import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { onBothEngines } from '../../test/support/engines.ts';
import { granted, postOf, publishSample, send, setSetting } from '../../test/support/publish.ts';
import { openTestSite, type TestSite } from '../../test/support/site.ts';
import { articleInput } from '../articles/article.ts';
import { withholdRevision } from '../articles/revisions/withhold.ts';
import { editArticle } from '../articles/save-article.ts';
import { editComment } from '../comments/edits/edit-comment.ts';
import { receiptPath } from '../comments/receipt.ts';
import { withdrawComment } from '../comments/withdraw-comment.ts';
import { releaseComment, removeComment, restoreComment } from '../moderation/decide.ts';
import { sequenceEntries } from '../record/sequence.ts';
import type { Db } from '../store/schema.ts';
import { createSiteWeb } from '../web-app.ts';
import { annotateAll, annotateComment } from './annotate-comment.ts';
import { followMarks } from './follow-marks.ts';
import { placeAgain } from './place-again.ts';
import { postMarked } from './post-marked.ts';
import { notAnnotated } from './queries.ts';

const editor = { actor: { role: 'editor' as const }, staffId: null };
const moderator = { actor: { role: 'moderator' as const }, staffId: null };
const title = 'The bridge is stuck';
const body = 'The swing bridge has stuck fourteen times since January.\n\nNobody on the board will say why.';

async function open(engine: 'sqlite' | 'postgres') {
  const site = await openTestSite(engine);
  const { app } = createSiteWeb(site);
  const { id, path } = await publishSample(site, { title, body, policy: 'open' });
  await setSetting(site, 'comments.pace', '0');
  /** Posts a response and looks through it, as the form does. */
  const say = async (name: string, text: string) => {
    site.clock.pass(60_000);
    const { id: posted, number } = granted(await send(site, { articleId: id, name, text, secret: name }));
    await annotateComment(site, posted);
    return { id: posted, number };
  };
  /** The words of response N with its marks, as a page shows them. */
  const words = async (number: number) => {
    const html = await (await app.request(path)).text();
    const item = html.split(`id="response-${number}"`)[1]?.split('<p class="colophon">')[0] ?? '';
    const printed = /<section class="words[^>]*>(.*?)<\/section>/s.exec(item)?.[1]?.trim() ?? '';
    return printed.replace(
      beside,
      (_, kind, said, href, note = '') => `<a class="${kind}" href="${href}">${said}${note}</a>`,
    );
  };
  const page = async () => (await app.request(path)).text();
  return { site, app, id, path, say, words, page, follow: () => follow(site) };
}

/** The page prints the link beside the words; here it stands around them, as it is drawn. */
const beside =
  /<span class="(q [a-z]+|ref)">(.*?)<\/span><a class="\1" href="([^"]*)"(?: aria-label="[^"]*")?>(?:<small>\[↑\]<\/small>|(.*?))<\/a>/gs;

/** What is marked catches up with the record. */
async function follow(site: TestSite): Promise<void> {
  await sequenceEntries(site);
  while ((await followMarks(site)) > 0);
}

async function remove(site: TestSite, id: string): Promise<void> {
  const reason = { code: 'abuse', label: 'Abuse', sentence: '' };
  granted(await removeComment(site, { id, moderator, reason }));
}

onBothEngines('what is marked in responses', (engine) => {
  test('an exact quotation leads to its passage, an altered one shows how it differs, anything else is left', async () => {
    const { say, words, page } = await open(engine);
    await say('Gav', 'A slap in the face for the people of Eastgate, I call it.');
    await say(
      'Ida',
      'It has “stuck fourteen times since January”. And “a slap in the face to the people of Eastgate” is a phrase. So is “nothing that anybody wrote here”.',
    );
    assert.equal(
      await words(2),
      '<p>It has <a class="q exact" href="#q-2-1">“stuck fourteen times since January” <small>[exact, the article]</small></a>. ' +
        'And <a class="q altered" href="#q-2-2">“a slap in the face to the people of Eastgate” <small>[altered, response 1]</small></a> is a phrase. ' +
        'So is “nothing that anybody wrote here”.</p>',
    );
    const html = await page();
    assert.match(html, /has <span class="passage" id="q-2-1">stuck fourteen times since January<\/span>\./);
    assert.match(
      await words(1),
      /<span class="passage" id="q-2-2">A slap in the face for the people of Eastgate<\/span>/,
    );
    assert.match(html, /<summary>How the quotation differs from response 1<\/summary>/);
    assert.match(html, /<dd>A slap in the face <del>for<\/del> the people of Eastgate ?<\/dd>/);
    assert.match(html, /Quoted by <a href="#response-2">2<\/a>\./);
    assert.match(html, /Published [^<]* Quoted by 2\. Responses: 2, open\./, 'and so is the article');
  });

  test('references lead to what they mean, which says who referred to it; numbers that stand there are not said again', async () => {
    const { say, words, page } = await open(engine);
    await say('Quay Resident', 'It was the bolts.');
    await say('Ida', 'The first response is the correct one.');
    await say('Tam', '@Quay Resident, see #2 as well.');
    assert.equal(
      await words(2),
      '<p><a class="ref" href="#response-1">The first response <small>[response 1]</small></a> is the correct one.</p>',
    );
    assert.match(
      await words(3),
      /<a class="ref" href="#response-1">@Quay Resident <small>\[response 1\]<\/small><\/a>, see <a class="ref" href="#response-2">#2<\/a>/,
    );
    assert.match(await page(), /Referred to by <a href="#response-2">2<\/a>, <a href="#response-3">3<\/a>\./);
  });

  test('a response is looked through once, whoever comes first, and one that is not published not at all', async () => {
    const { site, id, follow, words, say } = await open(engine);
    await say('Gav', 'It was the bolts, and nobody else says so.');
    const { id: posted } = granted(await send(site, { articleId: id, text: '“It was the bolts” is right.' }));
    await Promise.all([annotateComment(site, posted), annotateComment(site, posted), follow()]);
    const rows = await site.store.read.selectFrom('comment_quotations').selectAll().execute();
    assert.equal(rows.length, 1);
    assert.match(await words(2), /exact, response 1/);
    granted(await withdrawComment(site, posted));
    await annotateComment(site, posted);
    await follow();
    for (const table of ['comment_quotations', 'comment_references'] as const)
      assert.deepEqual(await site.store.read.selectFrom(table).selectAll().execute(), [], table);
  });

  test('a response is committed together with its marks, and published although they fail', async () => {
    const { site, id, follow, words, say } = await open(engine);
    await say('Gav', 'It was the bolts, and nobody else says so.');
    const rows = async (db: Db) =>
      (await db.selectFrom('comment_quotations').select('number').execute()).map((row) => row.number);
    let within: number[] = [];
    const post = (name: string) => {
      const sent = { articleId: id, name, secret: name, text: '“It was the bolts” is right.' };
      return postMarked(site, postOf(sent), async (tx) => {
        within = await rows(tx);
      });
    };
    granted(await post('Pell'));
    assert.deepEqual(within, [2], 'it is marked inside the transaction');
    await site.store.write((tx) => sql`ALTER TABLE comment_quotations RENAME TO mislaid`.execute(tx));
    const { number } = granted(
      await postMarked(
        site,
        postOf({ articleId: id, name: 'Quill', secret: 'q', text: '“It was the bolts” is.' }),
      ),
    );
    assert.equal(number, 3);
    await site.store.write((tx) => sql`ALTER TABLE mislaid RENAME TO comment_quotations`.execute(tx));
    assert.deepEqual(await rows(site.store.read), [2]);
    await follow();
    assert.match(await words(3), /exact, response 1/);
  });

  test('when the article is corrected, what quoted it says that it quoted an earlier version, or where it now stands', async () => {
    const { site, id, path, say, words, follow, page } = await open(engine);
    await say('Ida', 'It has “stuck fourteen times since January”, and “nobody on the board will say why”.');
    const revise = async (text: string) => {
      site.clock.pass(3_600_000);
      const input = articleInput.parse({ title, body: text, policy: 'open' });
      granted(await editArticle(site, editor, { id, input }));
    };
    await revise(
      'A new beginning.\n\nThe swing bridge has stuck eleven times since January.\n\nNobody on the board will say why.',
    );
    assert.match(
      await words(1),
      /\[exact, quoted from an earlier version of the article\]/,
      'never to words that moved',
    );
    await follow();
    assert.match(
      await words(1),
      new RegExp(
        `<a class="q exact" href="${path}history/#version-1">“stuck fourteen times since January” <small>\\[exact, quoted from an earlier version of the article\\]`,
      ),
    );
    assert.match(
      await words(1),
      /href="#q-1-2">“nobody on the board will say why” <small>\[exact, the article\]/,
    );
    assert.match(
      await page(),
      /<p><span class="passage" id="q-1-2">Nobody on the board will say why<\/span>\.<\/p>/,
    );
    await say('Tam', 'It did read “stuck fourteen times since January”.');
    assert.match(await words(2), /\[exact, quoted from an earlier version of the article\]/);
    granted(await withholdRevision(site, editor, { id, number: 1, reason: 'privacy' }));
    await follow();
    assert.match(await words(2), /\[exact, quoted from an earlier version of the article\]/);
    await revise(body);
    await follow();
    assert.match(
      await words(1),
      /href="#q-1-1">“stuck fourteen times since January” <small>\[exact, the article\]/,
    );
  });

  test('a response that is removed, restored, changed or withdrawn stays accounted for by those who quote it', async () => {
    const { site, say, words, follow } = await open(engine);
    const { id } = await say('Gav', 'The keel-bolts were last renewed in wartime.');
    await say('Ida', 'Were they “last renewed in wartime”, as the first response has it?');
    await remove(site, id);
    await follow();
    assert.equal(
      await words(2),
      '<p>Were they <a class="q exact" href="#response-1">“last renewed in wartime” <small>[exact, response 1, which was removed]</small></a>, ' +
        'as <a class="ref" href="#response-1">the first response <small>[response 1, removed]</small></a> has it?</p>',
    );
    granted(await restoreComment(site, { id, moderator }));
    await follow();
    assert.match(await words(2), /href="#q-2-1">“last renewed in wartime” <small>\[exact, response 1\]/);
    const { id: third } = await say('Tam', 'Grease is cheaper than a new motor, I say.');
    await say('Ida', 'Quite: “cheaper than a new motor”.');
    granted(await editComment(site, { id: third, text: 'Grease costs less, I say.' }));
    assert.match(await words(4), /\[exact, quoted from an earlier version of response 3\]/);
    await follow();
    assert.match(
      await words(4),
      /href="#response-3">“cheaper than a new motor” <small>\[exact, quoted from an earlier/,
    );
    granted(await withdrawComment(site, third));
    await follow();
    assert.match(await words(4), /\[exact, response 3, which was withdrawn\]/);
  });

  test('the preview shows what will be marked; what its writer switches off stays off, also where it is held', async () => {
    const { site, app, id, path, say, words } = await open(engine);
    await say('Gav', 'It was the bolts, and nobody else says so.');
    const text = 'The first response says “it was the bolts, and nobody”. #1 is right.';
    const post = (fields: Record<string, string>) =>
      app.request(`${path}responses/`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ name: 'Ida', text, ...fields }).toString(),
      });
    const shown = await (await post({ do: 'preview' })).text();
    assert.match(shown, /<a class="ref" href="[^"]*#response-1">The first response <small>\[response 1\]/);
    assert.match(
      shown,
      /<a class="q exact" href="[^"]*#response-1">“it was the bolts, and nobody” <small>\[exact, response 1\]/,
    );
    const name = /name="(unlink-[\w-]{12})"[^>]*>\s*Do not link “The first response”/.exec(shown)?.[1];
    assert.ok(name, `each has a switch: ${/<fieldset.*?fieldset>/s.exec(shown)}`);
    assert.match(shown, /Do not mark the quotation “it was the bolts, and nobody”/);
    const without = await (await post({ do: 'preview', [name]: 'on' })).text();
    assert.match(without, new RegExp(`name="${name}" checked`));
    assert.doesNotMatch(without, /class="ref"[^>]*>The first response/);
    const refused = await post({ do: 'post', name: '', [name]: 'on' });
    assert.equal(refused.status, 422);
    assert.match(await refused.text(), new RegExp(`<input type="hidden" name="${name}" value="on"`));
    assert.equal((await post({ do: 'post', [name]: 'on' })).status, 303);
    assert.match(await words(2), /^<p>The first response says <a class="q exact"/);
    assert.match(await words(2), /<a class="ref" href="#response-1">#1<\/a>/);
    await setSetting(site, 'comments.policy', 'all-held');
    await site.store.write((tx) => tx.updateTable('articles').set({ comment_policy: null }).execute());
    assert.equal((await post({ do: 'post', text: `${text} Yes.`, name: 'Tam', [name]: 'on' })).status, 303);
    const held = await site.store.read
      .selectFrom('comments')
      .select('id')
      .where('state', '=', 'held')
      .executeTakeFirstOrThrow();
    granted(await releaseComment(site, { id: held.id, moderator }));
    await follow(site);
    assert.match(await words(3), /^<p>The first response says <a class="q exact"/);
    assert.equal((await post({ do: 'post', 'unlink-x': 'on' })).status, 422, 'a field that is none');
    const listed = await app.request(`/api/v1/articles/${id}/comments`);
    const json = (await listed.json()) as { items: Record<string, unknown>[] };
    assert.deepEqual(json.items[1]?.quotes, [
      { text: 'it was the bolts, and nobody', verdict: 'exact', source: { comment: 1 }, standing: 'there' },
    ]);
    assert.deepEqual(json.items[1]?.references, [{ text: '#1', to: 1 }]);
  });

  test('programs are told of what is marked at once, and may have some of it left out', async () => {
    const { app, id, say } = await open(engine);
    await say('Gav', 'It was the bolts, and nobody else says so.');
    const sent = await app.request(`/api/v1/articles/${id}/comments`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        ...{ name: 'Ida', text: '#1 is right, the first response: “stuck fourteen times since January”.' },
        unlinked: ['the first response'],
      }),
    });
    assert.equal(sent.status, 201);
    const { quotes, references } = (await sent.json()) as Record<string, unknown>;
    assert.deepEqual(quotes, [
      {
        ...{ text: 'stuck fourteen times since January', verdict: 'exact' },
        ...{ source: { article: true }, standing: 'there' },
      },
    ]);
    assert.deepEqual(references, [{ text: '#1', to: 1 }]);
  });

  test('a changed response keeps what its writer switched off, and its form has the switches', async () => {
    const { site, app, say, words, follow } = await open(engine);
    await say('Gav', 'It was the bolts, and nobody else says so.');
    const text = 'The first response says “it was the bolts, and nobody”.';
    const { id } = await say('Ida', text);
    const path = `${receiptPath(site, id)}edit/`;
    const send = (fields: Record<string, string>) =>
      app.request(path, { method: 'POST', body: new URLSearchParams(fields) });
    const form = await (await app.request(path)).text();
    const name = /name="(unlink-[\w-]{12})"[^>]*>\s*Do not link “The first response”/.exec(form)?.[1] ?? '';
    assert.doesNotMatch(form, new RegExp(`name="${name}" checked`));
    const shown = await (await send({ text: `Well. ${text}`, do: 'preview', [name]: 'on' })).text();
    assert.match(shown, /<a class="q exact" href="[^"]*#response-1">“it was the bolts, and nobody”/);
    assert.doesNotMatch(shown, /class="ref"[^>]*>The first response/);
    assert.match(shown, new RegExp(`name="${name}" checked`));
    const refused = await (await send({ text: ' ', [name]: 'on' })).text();
    assert.match(refused, new RegExp(`<input type="hidden" name="${name}" value="on"`));
    assert.equal((await send({ text: `Well. ${text}`, [name]: 'on' })).status, 303);
    const marked = /^<p>Well\. The first response says <a class="q exact"/;
    assert.match(await words(2), marked);
    await follow();
    assert.match(await words(2), marked, 'also when it is looked through again');
    assert.match(await (await app.request(path)).text(), new RegExp(`name="${name}" checked`));
    assert.equal((await send({ text: `Well. ${text}` })).status, 303);
    assert.match(await words(2), /<a class="ref" href="#response-1">The first response/, 'switched on again');
    assert.equal((await send({ text: `Well. ${text}`, [name]: 'on' })).status, 303);
    assert.match(await words(2), marked);
  });

  test('words that were removed are quoted from by nobody from that moment, and again once they are restored', async () => {
    const { site, say, words } = await open(engine);
    const { id } = await say('Gav', 'The keel-bolts were last renewed in wartime.');
    await remove(site, id);
    await say('Ida', 'Were they “last renewed in wartime”?');
    assert.equal(await words(2), '<p>Were they “last renewed in wartime”?</p>');
    granted(await restoreComment(site, { id, moderator }));
    await say('Tam', 'They were “last renewed in wartime”.');
    assert.match(await words(3), /href="#q-3-1">“last renewed in wartime” <small>\[exact, response 1\]/);
  });

  test('what was found in words that were changed meanwhile is not kept', async () => {
    const { site, id: articleId, say, words, follow } = await open(engine);
    await say('Gav', 'It was the bolts, and nobody else says so.');
    const { id } = granted(await send(site, { articleId, text: '“It was the bolts” is right.' }));
    const read = await notAnnotated(site.store.read, { ids: [id], limit: 1 });
    granted(await editComment(site, { id, text: 'I take it back: “it was the bolts”.' }));
    await annotateAll(site, read);
    assert.deepEqual(await site.store.read.selectFrom('comment_quotations').selectAll().execute(), []);
    await follow();
    assert.match(await words(2), /^<p>I take it back: <a class="q exact"/);
  });

  test('a response that is changed while its source is looked through again keeps its own places', async () => {
    const { site, id: articleId, say } = await open(engine);
    const source = await say('Gav', 'It was the bolts, and nobody else says so.');
    const { id } = await say('Pell', '“It was the bolts” and “nobody else says so” are his words.');
    const changed = 'Look here, all of you. It was the bolts, and nobody else says so.';
    granted(await editComment(site, { id: source.id, text: changed }));
    const places = () =>
      site.store.read.selectFrom('comment_quotations').selectAll().where('comment_id', '=', id).execute();
    let meanwhile: unknown = null;
    let writes = 0;
    async function write<T>(verb: (tx: Db) => Promise<T>): Promise<T> {
      writes += 1;
      if (writes === 2) {
        granted(await editComment(site, { id, text: '“Nobody else says so” is what he says.' }));
        await annotateComment(site, id);
        meanwhile = await places();
      }
      return site.store.write(verb);
    }
    const between = { ...site, store: { ...site.store, write } };
    const sources = new Map([[1, { isReworded: true }]]);
    await placeAgain(between, articleId, { isArticle: false, published: [], sources });
    assert.equal((await places()).length, 1);
    assert.deepEqual(await places(), meanwhile);
  });

  test('a quotation beyond those whose passages are drawn leads to its source, and no link to nowhere', async () => {
    const { site, id: articleId, say, page } = await open(engine);
    await say('Gav', 'It was the bolts, and nobody else says so.');
    const sent: string[] = [];
    for (let time = 0; time < 62; time += 1) {
      const text = `So it is, ${time}: “it was the bolts, and nobody”.`;
      sent.push(granted(await send(site, { articleId, text, name: 'Ida', secret: 'Ida' })).id);
    }
    await annotateAll(site, await notAnnotated(site.store.read, { ids: sent, limit: 100 }));
    const html = await page();
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, each]) => each));
    const led = [...html.matchAll(/<a class="q exact" href="#([^"]+)"/g)].map(([, each]) => each);
    assert.equal(led.length, 62);
    assert.deepEqual(
      led.filter((each) => !ids.has(each)),
      [],
    );
    assert.deepEqual(led.slice(-2), ['response-1', 'response-1']);
  });

  test('thousands of quotation marks and of references are sent, stored and drawn within bounds', async () => {
    const { site, say, page } = await open(engine);
    await setSetting(site, 'comments.length', '20000');
    await say('Gav', 'A b c d, and nobody else says so.');
    await say('Ida', `${'“a b c d” '.repeat(1_900)}`);
    await say('Tam', `${'#1 #2 '.repeat(1_900)} ${'"a b c" '.repeat(900)}`);
    const rows = await site.store.read.selectFrom('comment_quotations').select('position').execute();
    assert.ok(rows.length <= 100, `${rows.length}`);
    assert.ok((await page()).length < 300_000);
  });

  test('are found although an entry of another article before them fails; that one is tried again later', async () => {
    const { site, id, say, follow } = await open(engine);
    const other = await publishSample(site, { title: 'Other', body, policy: 'open' });
    await follow();
    granted(await send(site, { articleId: other.id, text: 'They say it “has stuck fourteen times”.' }));
    await sequenceEntries(site);
    const setLeaf = (article: string, leaf: string) =>
      site.store.write((tx) =>
        tx
          .updateTable('record_entries')
          .set({ leaf })
          .where('article_id', '=', article)
          .where('action', '=', 'comment.publish')
          .execute(),
      );
    const { leaf } = await site.store.read
      .selectFrom('record_entries')
      .select('leaf')
      .where('article_id', '=', other.id)
      .where('action', '=', 'comment.publish')
      .executeTakeFirstOrThrow();
    await setLeaf(other.id, '{');
    await say('Ida', 'Nothing is quoted here.');
    const looked = async () => {
      await follow();
      const rows = await site.store.read.selectFrom('comment_annotations').select('article_id').execute();
      return rows.map(({ article_id }) => article_id);
    };
    assert.deepEqual(await looked(), [id]);
    await setLeaf(other.id, leaf);
    site.clock.pass(61_000);
    assert.deepEqual((await looked()).sort(), [id, other.id].sort());
    assert.deepEqual(await site.store.read.selectFrom('entries_put_back').selectAll().execute(), []);
  });
});
