import type { ZodError } from 'zod';
import { type ArticleInput, articleInput } from '../../articles/article.ts';
import type { Present } from '../../articles/presence.ts';
import type { EditableArticle } from '../../articles/queries.ts';
import type { WorkingCopy } from '../../articles/working-copies.ts';
import type { CleanHtml } from '../../lib/clean-html.ts';
import type { Stage } from '../../staff/permissions.ts';
import type { Form } from '../../web/body.ts';
import { field } from '../visit.ts';
import { shownText } from './shown-text.ts';

/** The fields of the form, in the order in which they stand. */
export const fieldNames = [
  ...['title', 'standfirst', 'body', 'format', 'byline', 'tags', 'language'],
  ...['slug', 'policy', 'closeAfterDays', 'change'],
] as const satisfies (keyof ArticleInput)[];
export type FieldName = (typeof fieldNames)[number];

/** What is typed in each. */
export type ArticleValues = Record<FieldName, string>;

/** Why a field was refused; null for what concerns the whole form. */
export type ArticleFault = { field: FieldName | null; sentence: string };

/** The form as it is shown: empty, filled in, previewed or refused. */
export type ArticleFormView = {
  /** The article as it is stored; null for a new one. */
  article: Pick<EditableArticle, 'id' | 'state' | 'path' | 'updatedAt'> | null;
  /** Where it stands: what may be done to it depends on that. */
  stage: Stage;
  /** The id that a new article will have, so that a form sent twice makes one. */
  newId: string;
  values: ArticleValues;
  /** The text as the rich editor opens it; null where it is too much for one. */
  html: CleanHtml | null;
  /** When the article that is being changed was last saved, as this form knows it. */
  basedOn: string;
  /** This form's own id, under which its unsaved words are kept; and that of the words it took up, or empty. */
  copyId: string;
  tookUp: string;
  /** Words of whoever opens it that were never saved, to be offered. */
  unsaved: WorkingCopy[];
  /** Whoever else has the article open. */
  present: Present[];
  faults: ArticleFault[];
  preview: Preview | null;
  /** `saved` or `published`, when that was done just now. */
  done: string | null;
};

export type Preview = { title: string; standfirst: string; html: CleanHtml };

/** The form's fields as they were sent. */
export function readValues(form: Form): ArticleValues {
  return valuesFrom((name) => field(form, name));
}

/** The same of words that were kept. */
export function valuesFrom(read: (name: FieldName) => string): ArticleValues {
  const values = Object.fromEntries(fieldNames.map((name) => [name, read(name)])) as ArticleValues;
  return { ...values, format: values.format || 'markdown', change: values.change || 'change' };
}

/** A new article, with the name of whoever writes it. */
export function newValues(name: string): ArticleValues {
  const empty = Object.fromEntries(fieldNames.map((each) => [each, ''])) as ArticleValues;
  return { ...empty, format: 'markdown', change: 'change', byline: name };
}

/** An article as it is stored, its text as whoever has no script reads it. */
export function valuesOf(article: EditableArticle): ArticleValues {
  return {
    ...{ title: article.title, standfirst: article.standfirst, ...shownText(article) },
    ...{ policy: article.policy, closeAfterDays: article.closeAfterDays },
    ...{ byline: article.byline.join(', '), tags: article.tags.join(', '), slug: article.slug },
    language: article.language,
    change: 'change',
  };
}

/** The typed input, or every fault with what to do. */
export function parseArticle(
  values: ArticleValues,
  form: Form,
): { input: ArticleInput } | { faults: ArticleFault[] } {
  const parsed = articleInput.safeParse(values);
  const faults = parsed.success ? [] : faultsOf(parsed.error);
  if (form.fault !== null) faults.unshift({ field: null, sentence: form.fault });
  return parsed.success && faults.length === 0 ? { input: parsed.data } : { faults };
}

function faultsOf(error: ZodError): ArticleFault[] {
  const faults = error.issues.map(({ path, message }) => ({
    field: fieldNames.find((name) => name === path[0]) ?? null,
    sentence: message,
  }));
  const first = (fault: ArticleFault) => faults.find((each) => each.sentence === fault.sentence) === fault;
  return faults.filter(first);
}
