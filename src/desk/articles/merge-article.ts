import { articleHtml } from '../../articles/article-html.ts';
import { readVersion, type VersionFields } from '../../articles/draft-versions.ts';
import { type MergedTexts, mergedText, mergeTexts, type Side } from '../../articles/merge-texts.ts';
import type { EditableArticle } from '../../articles/queries.ts';
import type { CleanHtml } from '../../lib/clean-html.ts';
import { field, type Visit } from '../visit.ts';
import { type ArticleValues, type FieldName, fieldNames, valuesOf } from './article-form.ts';

/** A field beside the text that both changed. */
export type FieldConflict = { name: FieldName; mine: string; theirs: string; mayBeBoth: boolean };

/** Two changes of one article, merged as far as they do not meet. */
export type Merge = {
  /** Mine, as they were sent: they travel with the page. */
  mine: ArticleValues;
  /** What stands if nothing else is chosen. */
  values: ArticleValues;
  fields: FieldConflict[];
  texts: MergedTexts;
  /** The version that the merge was made with. */
  over: string;
  basedOn: string;
};

const beside = fieldNames.filter((name) => name !== 'body' && name !== 'format');
const joined: Partial<Record<FieldName, string>> = { title: ' ', standfirst: ' ', byline: ', ', tags: ', ' };

/** Merges what was sent with what was saved meanwhile, by what both began with. */
export async function mergeArticle(
  visit: Visit,
  mine: ArticleValues,
  article: EditableArticle,
): Promise<Merge> {
  const basedOn = field(visit.form, 'updatedAt');
  const base = await readVersion(visit.site.store.read, article.id, basedOn);
  const theirs = valuesOf(article);
  const before = base && valuesBefore(base);
  const fields: FieldConflict[] = [];
  const values = { ...theirs };
  for (const name of beside) {
    if (mine[name] === theirs[name] || mine[name] === before?.[name]) continue;
    if (before && theirs[name] === before[name]) values[name] = mine[name];
    else fields.push({ name, mine: mine[name], theirs: theirs[name], mayBeBoth: name in joined });
  }
  const baseHtml = base && articleHtml(base.body, base.format);
  const texts = mergeTexts(baseHtml, htmlOf(mine), article.html);
  return { mine, values, fields, texts, over: article.updatedAt, basedOn };
}

function htmlOf({ body, format }: ArticleValues): CleanHtml {
  return articleHtml(body.replace(/\r\n?/g, '\n').trim(), format === 'html' ? 'html' : 'markdown');
}

function valuesBefore(base: VersionFields): Record<string, string> {
  const { guests: _, ...fields } = base;
  return { ...fields, byline: base.byline.join(', '), tags: base.tags.join(', '), policy: base.policy };
}

/** The names of the choices: one for each conflict, in the order of the page. */
export function choiceNames({ fields, texts: { stretches } }: Merge): string[] {
  const texts = stretches.filter(({ kind }) => kind === 'conflict').map((_, index) => `choice-text-${index}`);
  return [...fields.map(({ name }) => `choice-${name}`), ...texts];
}

const sides: readonly string[] = ['mine', 'theirs', 'both'] satisfies Side[];

/** The merged article by what was chosen; null while a choice is missing. */
export function chosenValues(visit: Visit, merge: Merge): ArticleValues | null {
  const choices = new Map(choiceNames(merge).map((name) => [name, field(visit.form, name)]));
  if ([...choices.values()].some((side) => !sides.includes(side))) return null;
  const values: ArticleValues = { ...merge.values };
  for (const conflict of merge.fields)
    values[conflict.name] = chosenField(conflict, choices.get(`choice-${conflict.name}`));
  const texts = [...choices]
    .filter(([name]) => name.startsWith('choice-text-'))
    .map(([, side]) => side as Side);
  return { ...values, body: mergedText(merge.texts, texts), format: 'html' };
}

function chosenField({ name, mine, theirs, mayBeBoth }: FieldConflict, side: string | undefined): string {
  if (side === 'both' && mayBeBoth) return [theirs, mine].filter(Boolean).join(joined[name]);
  return side === 'theirs' ? theirs : mine;
}
