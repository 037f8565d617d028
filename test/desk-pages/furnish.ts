import assert from 'node:assert/strict';
import { articleInput } from '../../src/articles/article.ts';
import { publishArticle, writeArticle } from '../../src/articles/save-article.ts';
import { readSeries } from '../../src/articles/series/queries.ts';
import { changeSeries, makeSeries } from '../../src/articles/series/save-series.ts';
import { seriesInput, seriesMark } from '../../src/articles/series/series.ts';
import { findLinks, lookAtDue } from '../../src/citations/start-citations.ts';
import { editComment } from '../../src/comments/edits/edit-comment.ts';
import { askTrial } from '../../src/comments/filters/trials/ask-trial.ts';
import { runTrial } from '../../src/comments/filters/trials/run-trial.ts';
import { articleIn, type Browser, pass, publish, respond, signedIn } from '../../src/desk/fixtures.ts';
import { enqueue } from '../../src/jobs/enqueue.ts';
import { runDueJobs } from '../../src/jobs/run-jobs.ts';
import { newId } from '../../src/lib/ids.ts';
import { reportComment } from '../../src/moderation/reports/report-comment.ts';
import { receiveNotice } from '../../src/notices/receive-notice.ts';
import { drawn, samplePicture } from '../../src/pictures/fixtures.ts';
import { publishPage } from '../../src/publication/static-pages/save-page.ts';
import { sequenceEntries } from '../../src/record/sequence.ts';
import { listStaff } from '../../src/staff/queries.ts';
import { makeToken } from '../../src/tokens/make-token.ts';
import { scopes } from '../../src/tokens/token.ts';
import { addWebhook, testWebhook } from '../../src/webhooks/change-webhook.ts';
import { eventTypes } from '../../src/webhooks/webhook.ts';
import type { Newsroom } from '../support/newsroom.ts';
import { granted, send } from '../support/publish.ts';
import { tellOutside } from './furnish-outside.ts';
import { addReviews } from './furnish-reviews.ts';

/** A word that no line holds. */
export const longWord = `Wrenmouth${'swingbridgetollcommittee'.repeat(8)}`;
const rightToLeft = 'עדה מהרציף';
const lines = `${longWord}\n${rightToLeft}, on the quay`;

/** The ids of what stands in a furnished newsroom. */
export type Furniture = Awaited<ReturnType<typeof furnish>>;

/** Fills an empty newsroom with everything that a desk can hold, long words and names from right to left among it. */
export async function furnish(room: Newsroom) {
  const owner = await signedIn(room, 'owner');
  const programs = await addPrograms(room);
  await failJobs(room);
  const follow = (await publish(room, `School crossing: ${longWord}`)).id;
  const picture = await addPicture(room);
  const article = await publishLong(room, picture);
  await answerReaders(room, article);
  await sayBeside(owner, article, follow);
  const stages = {
    draft: await articleIn(room, 'draft'),
    review: await articleIn(room, 'draft'),
    scheduled: await articleIn(room, 'scheduled'),
    withdrawn: await articleIn(room, 'withdrawn'),
    marked: await articleIn(room, 'draft'),
  };
  await moveThem(room, owner, { ...stages, article });
  await leaveUnsaved(room, owner, stages.draft);
  await citePages(room);
  const page = await addPages(room, owner);
  const complaint = await addComplaint(room, article);
  const reviews = await addReviews(room, article, lines);
  const trials = await tryFilters(room);
  const series = await addSeries(room, [follow, article]);
  await fillForms(owner);
  await tellOutside(room, longWord);
  const { id: tag } = await room.site.store.read
    .selectFrom('tags')
    .select('id')
    .where('name', 'like', 'Tag %')
    .executeTakeFirstOrThrow();
  await owner.post(`/desk/tags/${tag}/`, { do: 'introduce', introduction: longWord, seen: '' });
  await pass(room, 0);
  return {
    ...programs,
    ...stages,
    article,
    follow,
    picture,
    page,
    series,
    tag,
    complaint,
    reviews,
    ...trials,
  };
}

/** Sends a form as somebody at the desk, who must not be refused. */
export async function sends(browser: Browser, path: string, fields: Record<string, string>): Promise<string> {
  const { status, text, location } = await browser.post(path, fields);
  assert.ok(
    status === 303 || status === 200,
    `${path} ${status} ${text.replace(/<[^>]*>/g, ' ').slice(0, 2000)}`,
  );
  return location ?? text;
}

/** Pages that nobody may ask: what was tried is told all the same. */
async function citePages({ site }: Newsroom): Promise<void> {
  const body = `[Here](http://127.0.0.1/${longWord}) and [there](http://10.0.0.1/).`;
  const id = await writeArticle(site, articleInput.parse({ title: `Cited ${longWord}`, body }));
  granted(await publishArticle(site, { actor: { role: 'editor' }, staffId: null }, id));
  await sequenceEntries(site);
  await findLinks(site);
  await lookAtDue(site);
}

/** A complaint about a response that readers see, and reports of it. */
async function addComplaint({ site }: Newsroom, articleId: string): Promise<string> {
  const { id } = await site.store.read
    .selectFrom('comments')
    .select('id')
    .where('article_id', '=', articleId)
    .where('state', '=', 'published')
    .orderBy('number')
    .limit(1)
    .executeTakeFirstOrThrow();
  const values = {
    ...{ words: lines, meaning: longWord, name: rightToLeft, email: 'ada@post.example', before: 'twice' },
    ...{ give_name: 'no', unknown_poster: 'yes' },
  };
  const report = { commentId: id, text: lines, email: '' };
  granted(await reportComment(site, { ...report, reason: 'rule-1', from: 'a' }));
  granted(await reportComment(site, { ...report, reason: 'legal', from: 'b' }));
  const place = { articleId, commentId: id };
  return granted(await receiveNotice(site, { kind: 'uk-s5', values, place, from: longWord })).id;
}

/** What a list would have held: counted, and still to be counted. */
async function tryFilters({ site }: Newsroom) {
  const words = {
    reason: 'words' as const,
    value: `${longWord.slice(0, 100)}\n${rightToLeft}\nnumber`,
    staffId: null,
  };
  const { id: trial } = granted(await askTrial(site, words));
  await runTrial(site, { trial });
  const { id: runningTrial } = granted(await askTrial(site, { ...words, value: rightToLeft }));
  return { trial, runningTrial };
}

async function addSeries({ site }: Newsroom, parts: string[]): Promise<string> {
  const editor = { actor: { role: 'editor' }, staffId: null } as const;
  const words = { title: longWord.slice(0, 150), slug: 'bridge', introduction: lines };
  const { id } = granted(await makeSeries(site, editor, seriesInput.parse(words)));
  const made = await readSeries(site.store.read, { id });
  assert.ok(made);
  const input = seriesInput.parse({ ...words, slug: 'swing-bridge' });
  granted(await changeSeries(site, editor, { id, input, parts, seen: seriesMark(made) }));
  return id;
}

async function addPrograms({ site }: Newsroom) {
  const [owner] = (await listStaff(site)).filter(({ role }) => role === 'owner');
  assert.ok(owner);
  const name = `مرحبا ${'Tidetable'.repeat(9)}`;
  granted(await makeToken(site, owner, { name, scopes: [...scopes], days: 30 }));
  const url = `https://hook.example/${'x'.repeat(300)}`;
  const { id: webhook } = granted(await addWebhook(site, owner, { url, events: [...eventTypes] }));
  granted(await testWebhook(site, webhook));
  return { webhook };
}

async function failJobs({ site }: Newsroom): Promise<void> {
  const dueAt = site.clock.now().toISOString();
  await site.store.write((tx) => enqueue(site, tx, { kind: 'mail.send', payload: {}, dueAt }));
  for (let attempt = 0; attempt < 8; attempt += 1) {
    await runDueJobs(site, {});
    site.clock.pass(2 * 3_600_000);
  }
}

async function addPicture({ site }: Newsroom): Promise<string> {
  const details = { alt: longWord, caption: longWord, credit: rightToLeft };
  const sample = { bytes: await drawn('png', 640, 400), name: `${longWord}.png`.slice(0, 200), details };
  return (await samplePicture(site, sample)).id;
}

async function publishLong(room: Newsroom, picture: string): Promise<string> {
  const { id } = await publish(room, 'Harbour board to push for a toll');
  const owner = await signedIn(room, 'owner');
  const body = `The board met at seven. ${longWord}\n\n![${longWord}](/pictures/${picture})`;
  const said = { title: 'Harbour board to push for a toll', standfirst: rightToLeft, format: 'markdown' };
  const { updated_at: updatedAt } = await room.site.store.read
    .selectFrom('articles')
    .select('updated_at')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const tags = `Tag ${longWord}`.slice(0, 100);
  room.site.clock.pass(60_000);
  await sends(owner, `/desk/articles/${id}/`, { ...said, body, tags, updatedAt, byline: 'Imogen Thrale' });
  return id;
}

/** Responses of every state, over a fortnight, and a queue. */
async function answerReaders(room: Newsroom, id: string): Promise<void> {
  const text = 'The tickets were green going out and buff coming home. What number 6 said was wrong.';
  const moderator = await signedIn(room, 'moderator');
  for (const [day, name] of ['Tea Stall', 'Lamplighter', 'Ropewalk', 'Turncock', 'Eastgate'].entries()) {
    const response = await respond(room, id, { name, text });
    room.site.clock.pass((day * 7 + 1) * 600_000);
    await sends(moderator, `/desk/queue/${response}/release/`, {});
    await pass(room, 10_000);
    if (name === 'Lamplighter')
      await sends(moderator, `/desk/responses/${response}/remove/`, {
        ...{ reason: 'rule-3', sentence: 'The page linked does not show it.' },
      });
    room.site.clock.pass(30 * 3_600_000);
  }
  const cheap = await respond(room, id, { name: 'Cheap Anchors 4 U', text: 'Great article!!' });
  await sends(moderator, `/desk/queue/${cheap}/remove/`, { reason: 'rule-5' });
  // One browser with two names, neither of which a line holds.
  for (const name of [longWord.slice(0, 60), 'W'.repeat(60)]) {
    const who = { secret: 'two names', address: 'Nine Elms Nan' };
    granted(await send(room.site, { articleId: id, name, text: `By ${name}.`, ...who }));
  }
  const held: [string, string][] = [
    ['Nine Elms Nan', 'Table 6 is in thousands. That is all that is wrong with it.'],
    [rightToLeft, `“Arithmetic, not policy” indeed. ${longWord} https://wharfside.example/gear`],
    ['Sluice Lane', '> I would rather have bolts\n\nThat is what all of us would rather have.'],
  ];
  for (const [name, words] of held) {
    const sent = await respond(room, id, {
      name,
      text: words,
      url: 'https://wharfside.example/',
      inReplyTo: 1,
    });
    if (name === 'Sluice Lane') await editComment(room.site, { id: sent, text: `${words} ${longWord}` });
    room.site.clock.pass(25 * 60_000);
  }
}

/** Corrections, claims in every state and how we know: beside the article and its follow-up. */
async function sayBeside(owner: Browser, id: string, follow: string): Promise<void> {
  const page = (article: string, name: string) => `/desk/articles/${article}/${name}/`;
  const was = { was: `It said ${longWord}`, now: 'It says less', why: 'A reader saw it' };
  const note = { do: 'give', kind: 'correction', prominence: 'top', revision: '', ...was };
  await sends(owner, page(id, 'corrections'), note);
  await sends(owner, page(id, 'corrections'), { ...note, kind: 'apology', prominence: 'foot' });
  for (const due of ['2020-01-01', '2026-03-12', '2030-01-01'])
    for (const article of [id, follow]) {
      const passage = article === id ? 'The board met at seven' : 'The board met at six';
      await sends(owner, page(article, 'claims'), { do: 'mark', passage, claim: longWord, due });
    }
  const said = { do: 'close', article: follow, number: '3', outcome: 'partly', date: '2026-03-12' };
  await sends(owner, `${page(id, 'claims')}close/`, { ...said, sentence: longWord });
  const known = {
    version: '0',
    'source-0-class': 'own',
    'source-0-count': '2',
    'source-0-note': longWord.slice(0, 110),
  };
  const reply = { 'reply-0-named': rightToLeft, 'reply-0-came': 'none', 'reply-0-asked': 'On Monday' };
  await sends(owner, page(id, 'sources'), { ...known, ...reply });
}

type Standing = Record<'draft' | 'review' | 'scheduled' | 'marked' | 'article', string>;

/** Whatever may be done to an article before and after its publication. */
async function moveThem(room: Newsroom, owner: Browser, has: Standing): Promise<void> {
  const author = await signedIn(room, 'author');
  const page = (id: string, name: string) => `/desk/articles/${id}/${name}/`;
  await sends(author, page(has.review, 'review'), { note: lines });
  const { id: review } = await room.site.store.read
    .selectFrom('article_reviews')
    .select('id')
    .where('article_id', '=', has.review)
    .executeTakeFirstOrThrow();
  await sends(owner, page(has.review, 'review/answer'), { do: 'send-back', review, answer: lines });
  await sends(author, page(has.review, 'review'), { note: 'Once more' });
  await sends(owner, page(has.marked, 'risk'), { risk: longWord });
  await sends(owner, page(has.article, 'pin'), { until: '' });
  await sends(owner, page(has.article, 'move'), {
    ...{ slug: longWord.toLowerCase().slice(0, 90), path: await pathOf(room, has.article) },
  });
  for (const id of [has.draft, has.scheduled, has.article])
    await sends(owner, page(id, 'preview-links'), { hours: '72' });
}

async function pathOf({ site }: Newsroom, id: string): Promise<string> {
  const found = site.store.read.selectFrom('articles').select('path').where('id', '=', id);
  return (await found.executeTakeFirstOrThrow()).path ?? '';
}

/** Words that were typed and never saved, and somebody else who has the same draft open. */
async function leaveUnsaved(room: Newsroom, owner: Browser, draft: string): Promise<void> {
  const { site } = room;
  const typed = { title: longWord, body: `<p>${longWord}</p>`, format: 'html', updatedAt: '' };
  const id = () => newId(site.clock, site.random);
  await sends(owner, `/desk/articles/${draft}/working-copy/`, { ...typed, do: 'keep', copyId: id() });
  const fresh = { ...typed, title: rightToLeft, newId: id() };
  await sends(owner, '/desk/articles/new/working-copy/', { ...fresh, do: 'keep', copyId: id() });
  const editor = await signedIn(room, 'editor');
  await sends(editor, `/desk/articles/${draft}/working-copy/`, { do: 'seen', copyId: id() });
}

async function addPages({ site }: Newsroom, owner: Browser): Promise<string> {
  const editor = { actor: { role: 'editor' as const }, staffId: null };
  const make = async (title: string, slug: string) =>
    granted(
      await publishPage(site, editor, {
        input: { title, source: 'Who we are.' },
        slug,
        reserved: () => false,
      }),
    ).id;
  const gone = await make('About the old paper', 'old-paper');
  await sends(owner, `/desk/pages/${gone}/`, { do: 'withdraw', note: longWord });
  return make(`About ${longWord}`.slice(0, 200), 'about-us');
}

/** An invitation, a menu, and settings that are not as they come. */
async function fillForms(owner: Browser): Promise<void> {
  const invited = { name: `${rightToLeft} ${longWord}`.slice(0, 80), email: 'ada@ledger.example' };
  await sends(owner, '/desk/staff/invitations/', { ...invited, role: 'author' });
  const menu = await owner.get('/desk/menu/');
  const seen = /name="seen" value="([^"]*)"/.exec(menu.text)?.[1] ?? '';
  const row = { 'number-0': '1', 'label-0': longWord.slice(0, 40), 'target-0': '/about-us/' };
  await sends(owner, '/desk/menu/', { ...row, 'place-0': 'masthead', seen });
}

/** A draft of its own for a state that changes it. */
export function freshDraft({ site }: Newsroom): Promise<string> {
  const body = 'The board met at six.\n\nIt voted at nine.';
  return writeArticle(site, articleInput.parse({ title: 'Bridge toll', body }));
}
