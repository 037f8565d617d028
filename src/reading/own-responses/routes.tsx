import type { Context } from 'hono';
import { exportPerson } from '../../comments/people/export-person.ts';
import type { Who } from '../../comments/people/person.ts';
import { personsResponses, responseIdsOf } from '../../comments/people/queries.ts';
import { receiptPath } from '../../comments/receipt.ts';
import { keptSecret } from '../../comments/writer-cookie.ts';
import { findWriter } from '../../pseudonyms/queries.ts';
import { askForLetter } from '../../pseudonyms/writer-letter.ts';
import { readPublication } from '../../publication/queries.ts';
import { readForm } from '../../web/body.ts';
import { clientAddress } from '../../web/client-address.ts';
import type { ShowError, Web } from '../../web/site-app.ts';
import { renderPage } from '../../web/ui/render-page.ts';
import type { EraseState } from './erase-form.tsx';
import type { LetterState } from './letter-form.tsx';
import { addOwnLink } from './link-routes.tsx';
import { type OwnResponses, OwnResponsesPage } from './own-responses-page.tsx';
import { eraseAsWriter, readErasing } from './read-erasing.ts';

const path = '/you/responses/';
const perPage = 50;
const untouched: EraseState = { depth: '', sure: '', faults: [] };

/** What the writer of this browser wrote: for them to find, to take along, to erase. Below `/you/`, never kept. */
export function addOwnResponses(web: Web, showError: ShowError): void {
  const { app, site } = web;
  app.get(path, (c) => showOwn(web, c, { erase: untouched, status: 200 }));
  app.post(`${path}download/`, async (c) => {
    const who = await whoIs(web, c);
    if (who === null) return showOwn(web, c, { erase: untouched, status: 422 });
    const data = await exportPerson(site.store.read, who);
    return c.body(JSON.stringify(data, null, 2), 200, {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="my-responses.json"',
    });
  });
  app.post(`${path}erase/`, async (c) => {
    const form = await readForm(c);
    if (!form.ok)
      return showError(c, { status: form.code === 'too-large' ? 413 : 415, sentence: form.sentence });
    const depth = form.value.fields.get('depth') ?? '';
    const sure = form.value.fields.get('sure') ?? '';
    return erase(web, c, { depth, sure });
  });
  app.post(`${path}letter/`, async (c) => {
    const form = await readForm(c);
    if (!form.ok)
      return showError(c, { status: form.code === 'too-large' ? 413 : 415, sentence: form.sentence });
    return ask(web, c, form.value.fields.get('email') ?? '');
  });
  addOwnLink(web, showError);
}

async function whoIs({ site }: Web, c: Context): Promise<Who | null> {
  const writer = await findWriter(site.store.read, keptSecret(c, site) ?? '');
  return writer === null ? null : { by: 'writer', value: writer.id };
}

async function erase(
  web: Web,
  c: Context,
  { depth, sure }: { depth: string; sure: string },
): Promise<Response> {
  const { site } = web;
  const { locale } = await readPublication(site);
  const who = await whoIs(web, c);
  const read = readErasing(locale, { depth, sure });
  if (who === null || !read.ok) {
    const faults = read.ok ? [] : read.faults;
    return showOwn(web, c, { erase: { depth, sure, faults }, status: 422 });
  }
  await eraseAsWriter(site, { who, depth: read.depth });
  return c.redirect(`${path}?erased=1`, 303);
}

/** Asks for a letter; the answer is the same whether or not the address is known. */
async function ask(web: Web, c: Context, email: string): Promise<Response> {
  const { site } = web;
  const address = clientAddress(c, site.config);
  const asked = await askForLetter(site, { about: 'own-data', email, writerId: null, address });
  if (asked.ok) return c.redirect(`${path}?asked=1`, 303);
  const letter = { email, fault: asked.sentence };
  return showOwn(web, c, { erase: untouched, status: asked.code === 'too-fast' ? 429 : 422, letter });
}

type Shown = { erase: EraseState; status: 200 | 422 | 429; letter?: LetterState };

const untyped: LetterState = { email: '', fault: null };

async function showOwn(web: Web, c: Context, shown: Shown): Promise<Response> {
  const { erase: state, status, letter = untyped } = shown;
  const publication = await readPublication(web.site);
  const own = await ownResponses(web, c);
  const [erased, asked] = [c.req.query('erased') === '1', c.req.query('asked') === '1'];
  const mail = web.site.mail === null ? null : letter;
  c.header('cache-control', 'no-store');
  c.header('x-robots-tag', 'noindex');
  return c.html(
    renderPage(<OwnResponsesPage {...{ publication, own, erase: state, erased, letter: mail, asked }} />),
    status,
  );
}

async function ownResponses(web: Web, c: Context): Promise<OwnResponses | null> {
  const { site } = web;
  const who = await whoIs(web, c);
  if (who === null) return null;
  const asked = c.req.query('page') ?? '1';
  const page = /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 1;
  const ids = await responseIdsOf(site.store.read, who, { limit: perPage + 1, offset: (page - 1) * perPage });
  const responses = await personsResponses(site.store.read, ids.slice(0, perPage));
  return {
    responses: responses.map((response) => ({ ...response, receipt: receiptPath(site, response.id) })),
    newer: page > 1 ? `${path}?page=${page - 1}` : null,
    older: ids.length > perPage ? `${path}?page=${page + 1}` : null,
  };
}
