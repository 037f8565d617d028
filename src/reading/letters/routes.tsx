import type { Context } from 'hono';
import { parseComment } from '../../comments/comment.ts';
import { readReceipt } from '../../comments/receipt.ts';
import { readPublication } from '../../publication/queries.ts';
import { isAddressToken } from '../../subscriptions/address.ts';
import { changePace, confirmAddress, startAgain, stopLetters } from '../../subscriptions/change-letters.ts';
import { readAddress } from '../../subscriptions/queries.ts';
import { subscribe } from '../../subscriptions/subscribe.ts';
import { readForm } from '../../web/body.ts';
import { clientAddress } from '../../web/client-address.ts';
import type { ShowError, Web } from '../../web/site-app.ts';
import { renderPage } from '../../web/ui/render-page.ts';
import { wordingFor } from '../../web/ui/wording.ts';
import { ReceiptPage } from '../pages/receipt-page.tsx';
import { LettersPage } from './letters-page.tsx';
import { StopPage } from './stop-page.tsx';

const page = '/letters/:id/:token/';
const article = ':article{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}';

/** What the reader of an address sees and changes of their letters, and how letters are asked for from a receipt. */
export function addLetters(web: Web, showError: ShowError): void {
  const { app, site } = web;
  app.use('/letters/*', async (c, next) => {
    await next();
    c.res.headers.set('cache-control', 'no-store');
    c.res.headers.set('x-robots-tag', 'noindex');
  });
  app.get(page, (c) => showLetters(web, c));
  app.post(`${page}confirm/`, async (c) => {
    if (!isOwn(web, c)) return c.notFound();
    const confirmed = await confirmAddress(site, idOf(c));
    if (!confirmed.ok) return showError(c, { status: 410, sentence: confirmed.sentence });
    return c.redirect(pathOf(c), 303);
  });
  app.post(`${page}again/`, async (c) => {
    if (!isOwn(web, c)) return c.notFound();
    await startAgain(site, idOf(c));
    return c.redirect(pathOf(c), 303);
  });
  app.post(`${page}pace/`, async (c) => {
    if (!isOwn(web, c)) return c.notFound();
    const form = await readForm(c);
    if (!form.ok)
      return showError(c, { status: form.code === 'too-large' ? 413 : 415, sentence: form.sentence });
    const pace = form.value.fields.get('pace') === 'daily' ? 'daily' : 'each';
    const subscriptionId = form.value.fields.get('subscription') ?? '';
    const changed = await changePace(site, { id: idOf(c), subscriptionId, pace });
    if (!changed.ok) return showError(c, { status: 410, sentence: changed.sentence });
    return c.redirect(pathOf(c), 303);
  });
  for (const path of [`${page}stop/`, `${page}stop/${article}/`]) {
    app.get(path, (c) => showStop(web, c, false));
    // What is sent here is not read: one press in a mail program sends a form of its own (RFC 8058).
    app.post(path, async (c) => {
      if (!isOwn(web, c)) return c.notFound();
      await stopLetters(site, { id: idOf(c), articleId: c.req.param('article') ?? null });
      return showStop(web, c, true);
    });
  }
  app.post('/receipt/:id/:token/letters/', (c) => ask(web, c, showError));
}

const idOf = (c: Context) => c.req.param('id') ?? '';
const pathOf = (c: Context) => `/letters/${idOf(c)}/${c.req.param('token')}/`;
const isOwn = ({ site }: Web, c: Context) => isAddressToken(site, idOf(c), c.req.param('token') ?? '');

async function showLetters(web: Web, c: Context): Promise<Response> {
  const { site } = web;
  const address = isOwn(web, c) ? await readAddress(site.store.read, idOf(c)) : null;
  if (!address) return c.notFound();
  const publication = await readPublication(site);
  return c.html(renderPage(<LettersPage {...{ publication, address, path: pathOf(c), done: null }} />));
}

async function showStop(web: Web, c: Context, stopped: boolean): Promise<Response> {
  if (!isOwn(web, c)) return c.notFound();
  const publication = await readPublication(web.site);
  const articleId = c.req.param('article');
  const path = `${pathOf(c)}stop/${articleId === undefined ? '' : `${articleId}/`}`;
  return c.html(renderPage(<StopPage {...{ publication, path, stopped, all: articleId === undefined }} />));
}

async function ask({ site }: Web, c: Context, showError: ShowError): Promise<Response> {
  const receipt = await readReceipt(site, idOf(c), c.req.param('token') ?? '');
  if (!receipt) return c.notFound();
  const form = await readForm(c);
  if (!form.ok)
    return showError(c, { status: form.code === 'too-large' ? 413 : 415, sentence: form.sentence });
  const publication = await readPublication(site);
  const { letters: say } = wordingFor(publication.locale);
  const field = (name: string) => form.value.fields.get(name) ?? '';
  const email = field('email').trim();
  const answer = async (status: 200 | 422, fault: string | null) => {
    c.header('cache-control', 'no-store');
    c.header('x-robots-tag', 'noindex');
    const letters = { email, fault, asked: fault === null };
    return c.html(renderPage(<ReceiptPage {...{ publication, receipt, letters }} />), status);
  };
  if (!isAddress(email)) return answer(422, say.badEmail);
  const kind = field('kind') === 'thread' ? 'thread' : 'answers';
  const pace = field('pace') === 'daily' ? 'daily' : 'each';
  const from = clientAddress(c, site.config);
  const asked = await subscribe(site, { email, commentId: idOf(c), kind, pace, from });
  return asked.ok ? answer(200, null) : answer(422, asked.sentence);
}

/** The same addresses that the reply form takes. */
function isAddress(email: string): boolean {
  if (email === '') return false;
  return (
    'input' in parseComment({ name: 'x', text: 'x', email, url: '', in_reply_to: '' }, { maxLength: 100 })
  );
}
