import { lastWriter } from '../../articles/draft-versions.ts';
import { type EditableArticle, readEditable } from '../../articles/queries.ts';
import { missing } from '../admit.tsx';
import { field, show, type Visit } from '../visit.ts';
import type { ArticleFormView, ArticleValues } from './article-form.ts';
import { chosenValues, mergeArticle } from './merge-article.ts';
import { MergePage } from './merge-page.tsx';
import { editableHtml } from './shown-text.ts';

type Shown = { status: 409 | 422; missing?: boolean; again?: boolean };

/** Both versions side by side, what was sent travelling with the page. */
export async function showMerge(visit: Visit, mine: ArticleValues, shown: Shown): Promise<Response> {
  const { read } = visit.site.store;
  const id = visit.c.req.param('id') ?? field(visit.form, 'newId');
  const article = await readEditable(read, id);
  if (article === null) return missing(visit);
  const merge = await mergeArticle(visit, mine, article);
  const by = (await lastWriter(read, id))?.name ?? null;
  const kept = { copyId: field(visit.form, 'copyId'), tookUp: field(visit.form, 'tookUp') };
  const view = { id, merge, by, ...kept, missing: shown.missing ?? false, again: shown.again ?? false };
  return show(visit, <MergePage desk={visit.desk} view={view} />, shown.status);
}

/**
 * What a merge page sent, as a form based on the version that it was merged with; or the page again, where choices
 * are missing or yet another version was saved.
 */
export async function mergeSent(
  visit: Visit,
  { values }: ArticleFormView,
  article: EditableArticle,
): Promise<Response | Pick<ArticleFormView, 'values' | 'html' | 'basedOn'>> {
  const over = field(visit.form, 'over');
  if (over !== article.updatedAt) return showMerge(visit, values, { status: 409, again: true });
  const chosen = chosenValues(visit, await mergeArticle(visit, values, article));
  if (chosen === null) return showMerge(visit, values, { status: 422, missing: true });
  return { values: chosen, html: editableHtml(chosen), basedOn: over };
}
