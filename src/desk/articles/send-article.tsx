import { type ArticleInput, articleInput } from '../../articles/article.ts';
import { articleHtml } from '../../articles/article-html.ts';
import { type EditableArticle, readEditable, stageOf } from '../../articles/queries.ts';
import { editArticle, publishArticle, writeNew } from '../../articles/save-article.ts';
import { closeWorkingCopies } from '../../articles/working-copies.ts';
import { newId } from '../../lib/ids.ts';
import { done, type Outcome, refuse } from '../../lib/refusal.ts';
import { illustrate } from '../../pictures/expand-pictures.ts';
import { mayOn, type Stage } from '../../staff/permissions.ts';
import { actingAs, field, isId, seeOther, show, type Visit } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { type ArticleFormView, type Preview, parseArticle, readValues, valuesOf } from './article-form.ts';
import { ArticleFormPage } from './article-form-page.tsx';
import { mergeSent, showMerge } from './send-merge.tsx';
import { asStored, editableHtml } from './shown-text.ts';

type Act = 'save' | 'merge-save' | 'merge-edit' | 'preview' | 'publish';
const acts: readonly Act[] = ['save', 'merge-save', 'merge-edit', 'preview', 'publish'];

/**
 * What the form's buttons do: save, preview, publish, or merge with a newer version. Whatever is refused, the form
 * comes back with everything typed: 422 for a fault, 403 for what the role may not, 409 for a newer version.
 */
export async function sendArticle(visit: Visit, opened: EditableArticle | null): Promise<Response> {
  const article = opened ?? (await savedBefore(visit));
  const act = acts.find((each) => each === field(visit.form, 'do')) ?? 'save';
  const stage = (article && (await stageOf(visit.site.store.read, article.id))) ?? 'draft';
  let form = formAsSent(visit, article, stage);
  const merged = article && act.startsWith('merge') ? await mergeSent(visit, form, article) : null;
  if (merged instanceof Response) return merged;
  if (merged) form = { ...form, ...merged };
  const parsed = parseArticle(form.values, visit.form);
  if ('faults' in parsed) return again(visit, { ...form, faults: parsed.faults }, 422);
  const input = asStored(parsed.input, article);
  if (act === 'merge-edit') {
    const copyId = newId(visit.site.clock, visit.site.random);
    return again(visit, { ...form, copyId, tookUp: form.tookUp || form.copyId }, 200);
  }
  if (act === 'preview') return again(visit, { ...form, preview: await previewOf(visit, input) }, 200);
  const forbidden = whyForbidden(visit, act, stage);
  if (forbidden !== null)
    return again(visit, { ...form, faults: [{ field: null, sentence: forbidden }] }, 403);
  const saved = await store(visit, { article, stage, input, act, basedOn: form.basedOn });
  if (!saved.ok && saved.code === 'stale') return showMerge(visit, form.values, { status: 409 });
  // What was typed is saved, and waits for a second reader.
  const waits = !saved.ok && saved.code === 'needs-reader' && act === 'publish' && stage !== 'published';
  if (!saved.ok && !waits)
    return again(visit, { ...form, faults: [{ field: null, sentence: saved.sentence }] }, 409);
  const id = saved.ok ? saved.value.id : (article?.id ?? newIdOf(visit) ?? '');
  const ids = [form.copyId, form.tookUp].filter(isId);
  await closeWorkingCopies(visit.site, { articleId: id, staffId: visit.staff.id, ids });
  if (waits) return seeOther(visit, `/desk/articles/${id}/publishing/?done=needs-reader`);
  const word = act === 'publish' ? 'published' : 'saved';
  return seeOther(visit, `/desk/articles/${id}/?done=${word}`);
}

function formAsSent({ form }: Visit, article: EditableArticle | null, stage: Stage): ArticleFormView {
  const values = readValues(form);
  const basedOn = field(form, 'updatedAt');
  const newId = field(form, 'newId');
  const kept = { copyId: field(form, 'copyId'), tookUp: field(form, 'tookUp'), unsaved: [], present: [] };
  const fresh = { faults: [], preview: null, done: null };
  return { article, stage, newId, values, html: editableHtml(values), basedOn, ...kept, ...fresh };
}

function again(visit: Visit, form: ArticleFormView, status: 200 | 403 | 409 | 422): Response {
  return show(visit, <ArticleFormPage desk={visit.desk} form={form} />, status);
}

/** By the same cleaner that will make the page's own HTML. */
async function previewOf(
  { site }: Visit,
  { title, standfirst, body, format }: ArticleInput,
): Promise<Preview> {
  const { html } = await illustrate(site.store.read, articleHtml(body, format));
  return { title, standfirst, html };
}

/** Who writes may not for that reason publish, nor change what is published. */
function whyForbidden({ staff, desk }: Visit, act: Act, stage: Stage): string | null {
  const { editor: say } = deskWordingFor(desk.publication.locale);
  if (!mayOn(staff.role, 'article.edit', stage)) return say.forbiddenChange;
  // Pressed a second time, it is published: that is no question of the role.
  const publishes = mayOn(staff.role, 'article.publish', stage === 'published' ? 'draft' : stage);
  return act === 'publish' && !publishes ? say.forbiddenPublish : null;
}

type Stored = {
  article: EditableArticle | null;
  stage: Stage;
  input: ArticleInput;
  act: Act;
  basedOn: string;
};

async function store(
  visit: Visit,
  { article, stage, input, act, basedOn }: Stored,
): Promise<Outcome<{ id: string }>> {
  const { site } = visit;
  const editor = actingAs(visit);
  const saved =
    article === null
      ? await storeNew(visit, input)
      : isSame(article, visit)
        ? done({ id: article.id })
        : await editArticle(site, editor, {
            id: article.id,
            input,
            seen: { state: article.state, updatedAt: basedOn, stage },
          });
  if (!saved.ok || act !== 'publish') return saved;
  const published = await publishArticle(site, editor, saved.value.id);
  const pressedTwice =
    !published.ok && published.code === 'already-published' && newIdOf(visit) !== undefined;
  return pressedTwice ? saved : published;
}

/** Sent twice at one moment, the empty form makes one article: with other words, the second is no saving of it. */
async function storeNew(visit: Visit, input: ArticleInput): Promise<Outcome<{ id: string }>> {
  const { site } = visit;
  const id = newIdOf(visit) ?? newId(site.clock, site.random);
  if (await writeNew(site, input, { id, editor: actingAs(visit) })) return done({ id });
  const article = await readEditable(site.store.read, id);
  return article && isSame(article, visit)
    ? done({ id })
    : refuse('stale', 'This article was saved with other words a moment ago.');
}

/** What the same empty form has made before: sent again with other words, it must not pass for saved. */
async function savedBefore(visit: Visit): Promise<EditableArticle | null> {
  const id = newIdOf(visit);
  return id === undefined ? null : readEditable(visit.site.store.read, id);
}

/** True when a form that made this article was sent once more as it was. */
function isSame(article: EditableArticle, { form }: Visit): boolean {
  if (newIdOf({ form }) !== article.id) return false;
  const [sent, kept] = [articleInput.safeParse(readValues(form)), articleInput.safeParse(valuesOf(article))];
  return sent.success && kept.success && JSON.stringify(sent.data) === JSON.stringify(kept.data);
}

/** The id that the empty form came with: pressed twice, it makes one article. */
function newIdOf({ form }: Pick<Visit, 'form'>): string | undefined {
  const id = field(form, 'newId');
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? id : undefined;
}
