import type { Context } from 'hono';
import { type FieldFault, parseComment } from '../comments/comment.ts';
import type { ReceiptView, ReplyForm } from '../comments/comment-view.ts';
import { editComment } from '../comments/edits/edit-comment.ts';
import { unmarkedOf } from '../comments/forget-marks.ts';
import { readReceipt } from '../comments/receipt.ts';
import type { CleanHtml } from '../lib/clean-html.ts';
import { markdownToHtml } from '../lib/markdown.ts';
import { annotateComment } from '../marks/annotate-comment.ts';
import { type Draft, keysOf, unmarkedIn } from '../marks/preview-marks.ts';
import { readPublication, readSettings } from '../publication/queries.ts';
import { type Form, readForm } from '../web/body.ts';
import type { ShowError, Web } from '../web/site-app.ts';
import { renderPage } from '../web/ui/render-page.ts';
import { EditPage } from './pages/edit-page.tsx';
import { previewForm, switchedOff } from './preview-form.ts';

const path = '/receipt/:id/:token/edit/';

/** Where a writer changes their words, below the secret address of the response. */
export function addEditing(web: Web, showError: ShowError): void {
  const { app } = web;
  app.get(path, async (c) => {
    const receipt = await receiptOf(web, c);
    if (!receipt) return c.notFound();
    if (receipt.editableUntil === null) return c.redirect(receipt.path, 303);
    const marks = await keptMarks(web, c.req.param('id'), receipt);
    return showEdit(web, c, { receipt, text: receipt.source, status: 200, refusals: [], ...marks });
  });
  app.post(path, async (c) => {
    const receipt = await receiptOf(web, c);
    if (!receipt) return c.notFound();
    const form = await readForm(c);
    if (!form.ok) {
      const status = form.code === 'too-large' ? 413 : 415;
      return showError(c, { status, sentence: form.sentence });
    }
    return change(web, c, { receipt, form: form.value });
  });
}

function receiptOf({ site }: Web, c: Context): Promise<ReceiptView | null> {
  return readReceipt(site, c.req.param('id') ?? '', c.req.param('token') ?? '');
}

/** What is marked in a response as it is, with a switch for each mark. */
async function keptMarks(
  { site }: Web,
  id: string,
  receipt: ReceiptView,
): Promise<Pick<ReplyForm, 'choices'>> {
  const draft = draftOf(receipt, receipt.html ?? markdownToHtml(receipt.source, 'comment'));
  const off = await keysOf(site, draft, await unmarkedOf(site.store.read, id));
  const { choices } = await previewForm(site, { ...draft, article: receipt.article, off });
  return choices ? { choices } : {};
}

function draftOf({ article, name, number }: ReceiptView, html: CleanHtml): Draft & { number: number | null } {
  return { articleId: article.id, name, number, html };
}

async function change(web: Web, c: Context, sent: { receipt: ReceiptView; form: Form }): Promise<Response> {
  const { site } = web;
  const { receipt, form } = sent;
  const text = (form.fields.get('text') ?? '').replace(/\r\n?/g, '\n');
  const off = switchedOff(form);
  const again = (status: Shown['status'], refusals: FieldFault[], marks?: Partial<ReplyForm>) =>
    showEdit(web, c, { receipt, text, status, refusals, switchedOff: [...off], ...marks });

  const raw = { name: '', text, email: '', url: '', in_reply_to: '' };
  const parsed = parseComment(raw, {
    maxLength: Number((await readSettings(site))['comments.length']),
    anonymous: true, // the name stays as it is
  });
  const faults = [
    ...(form.fault ? [{ field: null, sentence: form.fault }] : []),
    ...('faults' in parsed ? parsed.faults : []),
  ];
  if (faults.length > 0 || 'faults' in parsed) return again(422, faults);
  const draft = draftOf(receipt, markdownToHtml(parsed.input.text, 'comment'));
  if (form.fields.get('do') === 'preview')
    return again(200, [], await previewForm(site, { ...draft, article: receipt.article, off }));
  const edited = await editComment(site, {
    id: c.req.param('id') ?? '',
    text: parsed.input.text,
    unmarked: await unmarkedIn(site, draft, { keys: off }),
  });
  if (edited.ok) {
    await annotateComment(site, c.req.param('id') ?? '');
    return c.redirect(receipt.path, 303);
  }
  const field = edited.field === 'text' ? 'text' : null;
  const status = edited.code === 'already-gone' ? 410 : edited.code === 'too-late' ? 409 : 422;
  return again(status, [{ field, sentence: edited.sentence }]);
}

type Shown = Partial<Pick<ReplyForm, 'preview' | 'choices' | 'switchedOff'>> & {
  receipt: ReceiptView;
  text: string;
  status: 200 | 409 | 410 | 422;
  refusals: FieldFault[];
};

async function showEdit({ site }: Web, c: Context, shown: Shown): Promise<Response> {
  const { receipt, text, status, refusals, preview = null, choices = [], switchedOff = [] } = shown;
  const form: ReplyForm = {
    articlePath: receipt.article.path,
    values: { name: '', text, email: '', url: '', in_reply_to: '' },
    ...{ refusals, preview, choices, switchedOff, answering: null },
  };
  c.header('cache-control', 'no-store');
  c.header('x-robots-tag', 'noindex');
  const publication = await readPublication(site);
  return c.html(renderPage(<EditPage {...{ publication, receipt, form }} />), status);
}
