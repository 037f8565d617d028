import type { Context } from 'hono';
import { readReceipt } from '../../comments/receipt.ts';
import { lettersToPoster } from '../../notices/letters/queries.ts';
import { openNoticeOf } from '../../notices/queries.ts';
import { missingIn, type ReplyField, type ReplyValues, replyToNotice } from '../../notices/reply.ts';
import { readPublication } from '../../publication/queries.ts';
import type { Site } from '../../site.ts';
import { readForm } from '../../web/body.ts';
import type { ShowError, Web } from '../../web/site-app.ts';
import { renderPage } from '../../web/ui/render-page.ts';
import { typed } from './typed.ts';
import { type AnswerForm, WriterPage } from './writer-page.tsx';

const path = '/receipt/:id/:token/complaint/';
const longest = 2_000;
const empty: ReplyValues = { wish: '', name: '', address: '', disclose: '', words: '' };

/** Where whoever wrote a response reads a notice about it and answers, below the secret address of the response. */
export function addNoticeToWriter({ app, site }: Web, showError: ShowError): void {
  app.get(path, (c) => show(site, c, { values: empty, missing: [], tooLong: [], refusal: null }));
  app.post(path, async (c) => {
    const receipt = await receiptOf(site, c);
    if (!receipt) return c.notFound();
    const form = await readForm(c);
    if (!form.ok)
      return showError(c, { status: form.code === 'too-large' ? 413 : 415, sentence: form.sentence });
    const { fields, fault } = form.value;
    const values = valuesIn(fields);
    const tooLong = (Object.keys(values) as ReplyField[]).filter(
      (each) => [...values[each]].length > longest,
    );
    const missing = missingIn(values);
    const asIs = fields.get('incomplete') === 'yes' && !missing.includes('wish');
    if (fault !== null || tooLong.length > 0 || (missing.length > 0 && !asIs))
      return show(site, c, { values, missing, tooLong, refusal: fault }, 422);
    const replied = await replyToNotice(site, { commentId: c.req.param('id') ?? '', values });
    if (!replied.ok)
      return show(site, c, { values, missing: [], tooLong: [], refusal: replied.sentence }, 409);
    return c.redirect(`${receipt.path}complaint/`, 303);
  });
}

const receiptOf = (site: Site, c: Context) =>
  readReceipt(site, c.req.param('id') ?? '', c.req.param('token') ?? '');

function valuesIn(fields: Map<string, string>): ReplyValues {
  const read = (name: ReplyField) => typed(fields.get(name));
  return {
    ...{ wish: read('wish'), name: read('name'), address: read('address') },
    ...{ disclose: read('disclose'), words: read('words') },
  };
}

async function show(
  site: Site,
  c: Context,
  answer: AnswerForm,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const receipt = await receiptOf(site, c);
  if (!receipt) return c.notFound();
  c.header('cache-control', 'no-store');
  c.header('x-robots-tag', 'noindex');
  const id = c.req.param('id') ?? '';
  const publication = await readPublication(site);
  const letters = await lettersToPoster(site.store.read, id);
  const waits = (await openNoticeOf(site.store.read, id)) !== null;
  const form = waits || answer.refusal !== null ? answer : null;
  return c.html(renderPage(<WriterPage {...{ publication, receipt, letters, form }} />), status);
}
