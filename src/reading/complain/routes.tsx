import type { Context } from 'hono';
import { casePath, purposeOf } from '../../notices/case-address.ts';
import { confirmAddress } from '../../notices/confirm-address.ts';
import { findPlace, type Place } from '../../notices/find-place.ts';
import { revealIdentity } from '../../notices/identity.ts';
import { lettersOf } from '../../notices/letters/queries.ts';
import {
  faultsIn,
  isNoticeKind,
  mayGoIncomplete,
  type NoticeFault,
  type NoticeKind,
  noticeFields,
} from '../../notices/notice.ts';
import { readCase } from '../../notices/queries.ts';
import { receiveNotice } from '../../notices/receive-notice.ts';
import { readPublication } from '../../publication/queries.ts';
import type { Site } from '../../site.ts';
import { readForm } from '../../web/body.ts';
import { clientAddress } from '../../web/client-address.ts';
import type { ShowError, Web } from '../../web/site-app.ts';
import { renderPage } from '../../web/ui/render-page.ts';
import { wordingFor } from '../../web/ui/wording.ts';
import { CasePage } from './case-page.tsx';
import { ComplainPage } from './complain-page.tsx';
import { ComplaintPage } from './complaint-page.tsx';
import type { ComplaintForm } from './complaint-view.ts';
import { typed } from './typed.ts';

const casePattern = '/complain/case/:id/:token/';

/** Complaints: which kind, the form of each, and the complainant’s own page at a secret address. */
export function addComplaints(web: Web, showError: ShowError): void {
  const { app, site } = web;
  app.use('/complain/case/*', async (c, next) => {
    await next();
    c.res.headers.set('cache-control', 'no-store');
    c.res.headers.set('x-robots-tag', 'noindex');
  });
  app.get('/complain/', async (c) => {
    const publication = await readPublication(site);
    return c.html(renderPage(<ComplainPage {...{ publication, about: aboutOf(c) }} />));
  });
  app.get('/complain/:kind/', async (c) => {
    const kind = c.req.param('kind');
    if (!isNoticeKind(kind)) return c.notFound();
    return answer(site, c, { kind, values: { where: aboutOf(c) }, faults: [], refusal: null });
  });
  app.post('/complain/:kind/', async (c) => {
    const kind = c.req.param('kind');
    return isNoticeKind(kind) ? receive(web, c, { kind, showError }) : c.notFound();
  });
  app.get(casePattern, (c) => showCase(site, c, showError));
  app.post(`${casePattern}confirm/`, async (c) => {
    const { id, purpose } = ownerOf(site, c);
    if (purpose !== 'mailed') return c.notFound();
    await confirmAddress(site, id);
    return c.redirect(casePath(site, id, purpose), 303);
  });
}

/** Where a reader came from: a path of ours, and nothing longer than one. */
const aboutOf = (c: Context) => (c.req.query('about') ?? '').slice(0, 500);

async function receive(
  web: Web,
  c: Context,
  { kind, showError }: { kind: NoticeKind; showError: ShowError },
): Promise<Response> {
  const { site } = web;
  const form = await readForm(c);
  if (!form.ok)
    return showError(c, { status: form.code === 'too-large' ? 413 : 415, sentence: form.sentence });
  const { fields, fault } = form.value;
  const values = Object.fromEntries(noticeFields[kind].map(({ name }) => [name, typed(fields.get(name))]));
  const place = await placeIn(site, values.where ?? '');
  const faults = [...faultsIn(kind, values), ...place.faults];
  const asIs = fields.get('incomplete') === 'yes' && mayGoIncomplete(faults);
  if (fault !== null || (faults.length > 0 && !asIs))
    return answer(site, c, { kind, values, faults, refusal: fault }, 422);
  const from = clientAddress(c, site.config);
  const received = await receiveNotice(site, { kind, values, place: place.place, from });
  if (!received.ok) return answer(site, c, { kind, values, faults, refusal: received.sentence }, 429);
  return c.redirect(casePath(site, received.value.id, 'given'), 303);
}

async function placeIn(site: Site, where: string): Promise<{ place: Place | null; faults: NoticeFault[] }> {
  if (where.trim() === '') return { place: null, faults: [] };
  const found = await findPlace(site, where.trim());
  if (found.ok) return { place: found.value, faults: [] };
  const why = found.code === 'not-ours' ? 'not-ours' : 'no-such';
  return { place: null, faults: [{ field: 'where', why }] };
}

async function answer(
  site: Site,
  c: Context,
  form: Omit<ComplaintForm, 'incomplete'>,
  status: 200 | 422 | 429 = 200,
): Promise<Response> {
  const publication = await readPublication(site);
  const incomplete = mayGoIncomplete(form.faults);
  c.header('cache-control', 'no-store');
  return c.html(
    renderPage(<ComplaintPage publication={publication} form={{ ...form, incomplete }} />),
    status,
  );
}

function ownerOf(site: Site, c: Context) {
  const id = c.req.param('id') ?? '';
  return { id, purpose: purposeOf(site, id, c.req.param('token') ?? '') };
}

async function showCase(site: Site, c: Context, showError: ShowError): Promise<Response> {
  const { id, purpose } = ownerOf(site, c);
  const found = purpose === null ? null : await readCase(site.store.read, id);
  if (purpose === null || found === null) return c.notFound();
  if (found.forgottenAt !== null)
    return showError(c, {
      status: 410,
      sentence: wordingFor((await readPublication(site)).locale).complain.case.forgotten,
    });
  const publication = await readPublication(site);
  const letters = await Promise.all(
    (await lettersOf(site.store.read, id, 'complainant')).map(async (letter) => ({
      ...letter,
      text: await revealIdentity(site, id, letter.text),
    })),
  );
  const mail = {
    sends: site.mail !== null,
    cameByLetter: purpose === 'mailed',
    path: casePath(site, id, purpose),
  };
  return c.html(renderPage(<CasePage {...{ publication, found, letters, mail }} />));
}
