import type { Context } from 'hono';
import { exportPerson } from '../../comments/people/export-person.ts';
import { followOwnLink, lookAtOwnLink } from '../../comments/people/follow-own-link.ts';
import { countResponsesOf } from '../../comments/people/queries.ts';
import { reportIdsLeftBy } from '../../comments/people/reports-left.ts';
import { readPublication } from '../../publication/queries.ts';
import { readForm } from '../../web/body.ts';
import type { ShowError, Web } from '../../web/site-app.ts';
import { renderPage } from '../../web/ui/render-page.ts';
import type { EraseState } from './erase-form.tsx';
import { OwnLinkPage } from './link-page.tsx';
import { eraseAsWriter, readErasing } from './read-erasing.ts';

const path = '/you/responses/link/';

type Sent = { c: Context; fields: Map<string, string>; token: string };

/**
 * What a link from a letter does for a writer whose browser is lost: gives out what is kept of whoever reads the
 * address, or erases it; one of both, once. To look at it does nothing.
 */
export function addOwnLink(web: Web, showError: ShowError): void {
  const { app } = web;
  app.get(path, (c) => show(web, c, { token: c.req.query('token') ?? '', erase: untouched, status: 200 }));
  for (const [deed, act] of Object.entries({ download, erase }))
    app.post(`${path}${deed}/`, async (c) => {
      const form = await readForm(c);
      if (!form.ok)
        return showError(c, { status: form.code === 'too-large' ? 413 : 415, sentence: form.sentence });
      const { fields } = form.value;
      return act(web, { c, fields, token: fields.get('token') ?? '' });
    });
}

const untouched: EraseState = { depth: '', sure: '', faults: [] };

async function download(web: Web, { c, token }: Sent): Promise<Response> {
  const who = await followOwnLink(web.site, token);
  if (!who.ok) return show(web, c, { token, erase: untouched, status: 200 });
  const data = await exportPerson(web.site.store.read, who.value);
  return c.body(JSON.stringify(data, null, 2), 200, {
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': 'attachment; filename="my-responses.json"',
  });
}

async function erase(web: Web, { c, fields, token }: Sent): Promise<Response> {
  const typed = { depth: fields.get('depth') ?? '', sure: fields.get('sure') ?? '' };
  const read = readErasing((await readPublication(web.site)).locale, typed);
  if (!read.ok) return show(web, c, { token, erase: { ...typed, faults: read.faults }, status: 422 });
  const who = await followOwnLink(web.site, token);
  if (!who.ok) return show(web, c, { token, erase: untouched, status: 200 });
  await eraseAsWriter(web.site, { who: who.value, depth: read.depth });
  return c.redirect(`${path}?erased=1`, 303);
}

type Shown = { token: string; erase: EraseState; status: 200 | 422 };

async function show({ site }: Web, c: Context, { token, erase, status }: Shown): Promise<Response> {
  const publication = await readPublication(site);
  const who = await lookAtOwnLink(site, token);
  const erased = c.req.query('erased') === '1';
  const link = who && {
    ...{ token, email: who.value, count: await countResponsesOf(site.store.read, who) },
    reports: (await reportIdsLeftBy(site.store.read, who)).length,
  };
  const over = link === null && !erased;
  return c.html(renderPage(<OwnLinkPage {...{ publication, link, erase, erased }} />), over ? 410 : status);
}
