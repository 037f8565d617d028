import { articleInput } from '../../articles/article.ts';
import { lastWriter } from '../../articles/draft-versions.ts';
import { notePresence, othersAt } from '../../articles/presence.ts';
import { type EditableArticle, readEditable } from '../../articles/queries.ts';
import { closeWorkingCopies, keepWorkingCopy } from '../../articles/working-copies.ts';
import type { DeskRoute } from '../desk-route.ts';
import { field, idPattern, isId, seeOther, type Visit } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { type ArticleValues, readValues, valuesOf } from './article-form.ts';
import { editableHtml } from './shown-text.ts';

/**
 * What an opened form says of itself: the words that stand in it and are not saved (`keep`), that it is still open
 * (`seen`) or closed (`left`), and that its words may be thrown away (`drop`). None of it changes the article.
 */
export const workingRoutes: DeskRoute[] = [
  {
    method: 'POST',
    path: `/desk/articles/:id{${idPattern}}/working-copy/`,
    verb: 'article.read',
    answer: (visit) => hear(visit, visit.id),
  },
  {
    method: 'POST',
    path: '/desk/articles/new/working-copy/',
    verb: 'article.write',
    answer: (visit) => hear(visit, field(visit.form, 'newId')),
  },
];

async function hear(visit: Visit, articleId: string): Promise<Response> {
  const { site, form, staff, c } = visit;
  const formId = field(form, 'copyId');
  if (!isId(formId) || !isId(articleId)) {
    const { noForm } = deskWordingFor(visit.publication.locale).working;
    return c.json({ sentence: noForm }, 422);
  }
  const act = field(form, 'do');
  const who = { formId, articleId, staffId: staff.id };
  if (act === 'drop') {
    await closeWorkingCopies(site, { articleId, staffId: staff.id, ids: [formId] });
    return seeOther(visit, openedAt(visit, articleId));
  }
  if (act === 'left') {
    await notePresence(site, who, true);
    return c.body(null, 204);
  }
  const kept = act === 'keep' ? await keep(visit, who) : null;
  if (kept && 'sentence' in kept) return c.json({ sentence: kept.sentence }, 422);
  await notePresence(site, who, false);
  const db = site.store.read;
  const article = await readEditable(db, articleId);
  return c.json({
    at: kept?.at ?? null,
    differs: kept?.differs ?? false,
    others: await othersAt(site, db, { articleId, formId }),
    newest:
      article === null
        ? null
        : { at: article.updatedAt, by: (await lastWriter(db, articleId))?.name ?? null },
  });
}

/** Where the form that was thrown away is open again, empty or as it is saved. */
function openedAt({ c }: Visit, articleId: string): string {
  return c.req.path.includes('/new/') ? '/desk/articles/new/' : `/desk/articles/${articleId}/`;
}

type Who = { formId: string; articleId: string; staffId: string };

async function keep({ site, form }: Visit, { formId, articleId, staffId }: Who) {
  const values = readValues(form);
  const article = await readEditable(site.store.read, articleId);
  if (article && isSaved(values, article)) return { at: site.clock.now().toISOString(), differs: false };
  const basedOn = field(form, 'updatedAt');
  const kept = await keepWorkingCopy(site, { id: formId, articleId, staffId, fields: values, basedOn });
  return kept.ok ? { at: kept.value.at, differs: !kept.value.isClosed } : { sentence: kept.sentence };
}

/** Whether an article says what stands in a form, whatever marks it is written with there. */
function isSaved(values: ArticleValues, article: EditableArticle): boolean {
  const saved = valuesOf(article);
  const beside = (each: ArticleValues) => JSON.stringify(articleInput.safeParse({ ...each, body: 'x' }).data);
  return editableHtml(values) === article.html && beside(values) === beside(saved);
}
