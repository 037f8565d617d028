import type { Context } from 'hono';
import { articleStamp, type FullArticle, readArticle } from '../articles/queries.ts';
import { withKept } from '../citations/with-kept.ts';
import { type FieldFault, pageSize, parseComment, placeOf, type RawComment } from '../comments/comment.ts';
import type { ReplyForm } from '../comments/comment-view.ts';
import { nameRefusal } from '../comments/post-comment.ts';
import { receiptPath } from '../comments/receipt.ts';
import type { Post } from '../comments/sent-before.ts';
import { commentExists, commentsBetween, threadPage } from '../comments/thread-queries.ts';
import { viewArticle } from '../comments/view-article.ts';
import { keptSecret, writerCookie, writerSecret } from '../comments/writer-cookie.ts';
import { markdownToHtml } from '../lib/markdown.ts';
import type { Refusal } from '../lib/refusal.ts';
import { postMarked } from '../marks/post-marked.ts';
import { unmarkedIn } from '../marks/preview-marks.ts';
import { drawPassages } from '../marks/shown/draw-marks.ts';
import { pageMarks } from '../marks/shown/thread-marks.ts';
import { readPublication, readSettings } from '../publication/queries.ts';
import type { Site } from '../site.ts';
import { subscribeIn } from '../subscriptions/subscribe.ts';
import { type Form, readForm } from '../web/body.ts';
import { clientAddress } from '../web/client-address.ts';
import { onlyMethods, type ShowError, sendPage, type Web } from '../web/site-app.ts';
import { renderPage } from '../web/ui/render-page.ts';
import { english } from '../web/ui/wording.ts';
import { articlePattern as article, articlePathOf } from './article-path.ts';
import { addChallenges } from './challenge-routes.ts';
import { addCiting } from './cite-routes.tsx';
import { addConversations } from './conversation-routes.tsx';
import { addHistory } from './history-routes.tsx';
import { htmlPage } from './html-page.ts';
import { addLasting } from './lasting-routes.tsx';
import { addLive } from './live/live-routes.ts';
import { ArticlePage } from './pages/article-page.tsx';
import { isSwitch, previewForm, switchedOff } from './preview-form.ts';

const number = ':number{[1-9]\\d{0,8}}';
const empty: RawComment = { name: '', text: '', email: '', url: '', in_reply_to: '' };

/** An article with its responses: read, page through, land on a number, respond. */
export function addArticles(web: Web, showError: ShowError): void {
  const { app, site } = web;
  addLasting(web);
  const missing = (c: Context) => c.notFound();

  app.get(article, async (c) => (await sendThread(web, c, 1)) ?? missing(c));
  app.get(`${article}:page{comment-page-[1-9]\\d{0,8}}/`, async (c) => {
    const page = Number((c.req.param('page') ?? '').slice('comment-page-'.length));
    if (page === 1) return c.redirect(articlePathOf(c), 301);
    return (await sendThread(web, c, page)) ?? missing(c);
  });
  app.get(`${article}responses/${number}/`, async (c) => {
    const found = await readArticle(site.store.read, { path: articlePathOf(c) });
    const wanted = Number(c.req.param('number'));
    if (!found || !(await commentExists(site.store.read, found.id, wanted))) return missing(c);
    return c.redirect(placeOf(found.path, wanted), 302);
  });
  app.get(`${article}responses/newest/`, async (c) => {
    const found = await readArticle(site.store.read, { path: articlePathOf(c) });
    if (!found) return missing(c);
    return c.redirect(
      found.lastNumber === 0 ? `${found.path}#reply` : placeOf(found.path, found.lastNumber),
      302,
    );
  });
  app.get(`${article}responses/`, (c) => c.redirect(`${articlePathOf(c)}#responses`, 302));
  app.post(`${article}responses/`, async (c) => {
    const found = await readArticle(site.store.read, { path: articlePathOf(c) });
    if (!found) return missing(c);
    const form = await readForm(c);
    if (!form.ok) {
      const status = form.code === 'too-large' ? 413 : 415;
      return showError(c, { status, sentence: form.sentence });
    }
    return respond(web, c, { article: found, form: form.value });
  });
  addConversations(web);
  addLive(web, showError);
  addChallenges(web);
  addHistory(web, missing);
  addCiting(web, showError);
  onlyMethods(web, `${article}responses/`, ['GET', 'HEAD', 'POST'], showError);
}

function sendThread(web: Web, c: Context, page: number): Promise<Response | null> {
  const { site, pages } = web;
  const db = site.store.read;
  return sendPage(c, pages, { stamp: () => articleStamp(db, articlePathOf(c)), make });

  async function make() {
    const found = await readArticle(db, { path: articlePathOf(c) });
    if (!found || (page > 1 && page > Math.ceil(found.lastNumber / pageSize))) return null;
    const wanted = c.req.query('in_reply_to') ?? '';
    const in_reply_to = /^[1-9]\d{0,8}$/.test(wanted) ? wanted : '';
    return htmlPage(
      await articleNode(site, { article: found, page, form: { values: { ...empty, in_reply_to } } }),
    );
  }
}

type Drawn = { article: FullArticle; page: number; form: Partial<ReplyForm> };

async function articleNode(site: Site, { article, page, form }: Drawn) {
  const thread = await threadPage(site.store.read, article, page);
  const marks = await pageMarks(site.store.read, article, thread);
  const html = page === 1 ? drawPassages(article.html, marks.article) : article.html;
  const drawn = await withKept(site.store.read, {
    article: await viewArticle(site, { ...article, html }),
    thread,
  });
  const reply: ReplyForm = {
    articlePath: article.path,
    values: empty,
    refusals: [],
    preview: null,
    letters: site.mail === null ? undefined : false,
    answering: await answeredBy(site, article, form.values?.in_reply_to ?? ''),
    ...form,
  };
  return <ArticlePage publication={await readPublication(site)} {...drawn} form={reply} marks={marks} />;
}

async function answeredBy(site: Site, article: FullArticle, text: string): Promise<ReplyForm['answering']> {
  if (!/^[1-9]\d{0,8}$/.test(text)) return null;
  const wanted = Number(text);
  const [found] = await commentsBetween(site.store.read, article, { from: wanted, to: wanted });
  return found?.state === 'published' ? { number: wanted, name: found.name } : null;
}

const fields = new Set(['name', 'text', 'email', 'url', 'in_reply_to', 'website2', 'do', 'letters', 'proof']);

async function respond(
  { site }: Web,
  c: Context,
  { article, form }: { article: FullArticle; form: Form },
): Promise<Response> {
  const field = (name: string) => form.fields.get(name) ?? '';
  const values: RawComment = {
    name: field('name'),
    text: field('text').replace(/\r\n?/g, '\n'),
    email: field('email'),
    url: field('url'),
    in_reply_to: field('in_reply_to'),
  };
  const off = switchedOff(form);
  const letters = site.mail === null ? undefined : field('letters') === 'on';
  const again = (status: 200 | 422 | 429, shown: Pick<ReplyForm, 'refusals'> & Partial<ReplyForm>) =>
    showAgain(site, c, { status, article, form: { values, letters, switchedOff: [...off], ...shown } });

  const settings = await readSettings(site);
  const limits = {
    maxLength: Number(settings['comments.length']),
    anonymous: settings['comments.anonymous'] === 'yes',
  };
  const parsed = parseComment(values, limits);
  const faults = [
    ...formFaults(form),
    ...('faults' in parsed ? parsed.faults : []),
    ...(letters && values.email.trim() === '' ? [needsEmail] : []),
  ];
  if (field('do') === 'preview') {
    const seen = await previewOf(site, { article, values, maxLength: limits.maxLength, off });
    const refusals = [...faults, ...(await nameFault(site, c, { article, parsed }))];
    return again(refusals.length > 0 ? 422 : 200, { refusals, ...seen });
  }
  if (faults.length > 0 || 'faults' in parsed) return again(422, { refusals: faults });
  const html = markdownToHtml(parsed.input.text, 'comment');
  const { name } = parsed.input;

  const writer = writerSecret(c, site);
  const address = clientAddress(c, site.config);
  const post: Post = {
    articleId: article.id,
    input: parsed.input,
    writer: {
      secret: writer.secret,
      address,
      honeypot: field('website2') !== '',
    },
    unmarked: await unmarkedIn(site, { articleId: article.id, name, html }, { keys: off }),
    proof: field('proof'),
  };
  const email = letters && field('website2') === '' ? parsed.input.email : null;
  let noLetters: Refusal | null = null;
  const posted = await postMarked(site, post, async (tx, { id, own }) => {
    if (email === null || !own) return;
    const wanted = { email, commentId: id, kind: 'answers', pace: 'each', from: address } as const;
    const asked = await subscribeIn(site, tx, wanted);
    noLetters = asked.ok ? null : asked;
  });
  if (!posted.ok) return again(posted.code === 'too-fast' ? 429 : 422, { refusals: [faultOf(posted)] });
  const { id, number: given, secret } = posted.value;
  const cookie = secret === null ? writer.setCookie : writerCookie(site, secret);
  if (cookie !== null) c.header('set-cookie', cookie);
  return c.redirect(placeAfter(site, { article, id, given, noLetters }), 303);
}

type After = { article: FullArticle; id: string; given: number | null; noLetters: Refusal | null };

/** Where its writer is led: to their response; to its receipt where it waits, or to be told why no letters will come. */
function placeAfter(site: Site, { article, id, given, noLetters }: After): string {
  if (noLetters !== null) return `${receiptPath(site, id)}?letters=${noLetters.code}`;
  return given === null ? receiptPath(site, id) : placeOf(article.path, given);
}

type Previewed = { article: FullArticle; values: RawComment; maxLength: number; off: ReadonlySet<string> };

/** How the words will look, also where they cannot be sent yet for want of a name; nothing where they cannot be drawn. */
async function previewOf(
  site: Site,
  { article, values, maxLength, off }: Previewed,
): Promise<Partial<Pick<ReplyForm, 'preview' | 'choices'>>> {
  const parsed = parseComment({ ...values, email: '', url: '' }, { maxLength, anonymous: true });
  if ('faults' in parsed) return {};
  const { name, text } = parsed.input;
  return previewForm(site, { article, name, html: markdownToHtml(text, 'comment'), off });
}

type Named = { article: FullArticle; parsed: ReturnType<typeof parseComment> };

/** What would be said of the name if it were sent now. */
async function nameFault(site: Site, c: Context, { article, parsed }: Named): Promise<FieldFault[]> {
  if ('faults' in parsed) return [];
  const signing = { secret: keptSecret(c, site), name: parsed.input.name, articleId: article.id };
  const refused = await nameRefusal(site, signing);
  return refused === null ? [] : [faultOf(refused)];
}

const needsEmail: FieldFault = { field: 'email', sentence: english.letters.needsEmail };

function formFaults({ fields: sent, fault }: Form): FieldFault[] {
  const unknown = [...sent.keys()].filter((name) => !fields.has(name) && !isSwitch(name));
  return [
    ...(fault ? [{ field: null, sentence: fault }] : []),
    ...unknown.slice(0, 3).map((name) => ({
      field: null,
      sentence: `The form has no field “${name.slice(0, 40)}”: send it from this page as it stands.`,
    })),
  ];
}

function faultOf({ sentence, field }: Refusal): FieldFault {
  return { field: (field as FieldFault['field']) ?? null, sentence };
}

type Again = {
  status: 200 | 422 | 429;
  article: FullArticle;
  form: Partial<ReplyForm>;
};

/** The page again, with everything that was typed, what is wrong with it, or how it will look. */
async function showAgain(site: Site, c: Context, shown: Again): Promise<Response> {
  const { article, form } = shown;
  const node = await articleNode(site, { article, page: newestPage(article), form });
  c.header('cache-control', 'no-store');
  if (shown.status === 429) c.header('retry-after', '600');
  return c.html(renderPage(node), shown.status);
}

/** The form comes back under the newest page, which leads everywhere; a short thread has but one. */
function newestPage({ lastNumber }: FullArticle): number {
  return Math.max(1, Math.ceil(lastNumber / pageSize));
}
