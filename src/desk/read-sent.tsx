import { join } from 'node:path';
import { readLimits } from '../pictures/limits.ts';
import { may } from '../staff/permissions.ts';
import type { Staff } from '../staff/staff.ts';
import { type Form, type FormLimits, readForm } from '../web/body.ts';
import { isMultipart, readMultipart, type SentForm } from '../web/multipart.ts';
import { type DeskRoute, isArticleRoute } from './desk-route.ts';
import { DoorPage } from './frame/door-page.tsx';
import { type Call, show } from './visit.ts';
import { deskWordingFor } from './wording.ts';

/**
 * The longest article, each of its letters sent as twelve characters; and a choice for each place of a merge, or two
 * fields for each part of the longest series.
 */
const writersForm: FormLimits = { largest: 6_500_000, mostFields: 2_500 };

/** Enough for any form but an article's, and for the words of somebody whose session ran out. */
const strangersForm: FormLimits = { largest: 200_000, mostFields: 100 };

/** How much more than is taken is read and dropped, so that a browser waits for the answer and shows it. */
const mostRead = 256_000_000;

type Asking = { route: DeskRoute; staff: Staff | null };

/** Reads what was sent: of strangers only a little, and a file only of whoever may send one there. */
export async function readSent(call: Omit<Call, 'form' | 'sent'>, asking: Asking): Promise<Call | Response> {
  const { c } = call;
  const read: Call = { ...call, form: noForm, sent: null };
  if (c.req.method !== 'POST' || !c.req.raw.body) return read;
  const { route, staff } = asking;
  if (takesFiles(route) && isMultipart(c)) {
    const sent = await readFile(call, asking);
    return { ...read, form: sent.form, sent };
  }
  const writes = staff !== null && may(staff.role, 'article.write');
  const form = await readForm(c, writes ? writersForm : strangersForm);
  return form.ok ? { ...read, form: form.value } : turnDown(read, form);
}

const noForm: Form = { fields: new Map(), fault: null };

function takesFiles(route: DeskRoute): boolean {
  return route.verb !== 'anybody' && !isArticleRoute(route) && route.files === true;
}

async function readFile(
  { c, site }: Omit<Call, 'form' | 'sent'>,
  { route, staff }: Asking,
): Promise<SentForm> {
  const where = { folder: join(site.config.dataFolder, 'incoming'), log: site.log };
  const allowed =
    staff !== null && route.verb !== 'anybody' && !isArticleRoute(route) && may(staff.role, route.verb);
  if (!allowed) return readMultipart(c, { ...where, bytes: 0, read: strangersForm.largest });
  const { bytes } = await readLimits(site);
  return readMultipart(c, { ...where, bytes, read: Math.max(mostRead, 2 * bytes) });
}

function turnDown(call: Call, { code, sentence }: { code: string; sentence: string }): Response {
  const { publication } = call;
  const status = code === 'too-large' ? 413 : 415;
  const { away } = deskWordingFor(publication.locale);
  return show(
    call,
    <DoorPage publication={publication} title={away[status].heading}>
      <p role="alert">{sentence}</p>
    </DoorPage>,
    status,
  );
}
