import type { Context } from 'hono';
import type * as z from 'zod';
import { type ArticleInput, articleInput } from '../articles/article.ts';
import type { EditableArticle } from '../articles/queries.ts';
import { faultsIn } from './parameters.ts';
import { faultsProblem } from './problem.ts';
import { readJson, readObject } from './read-json.ts';
import { refusalProblem } from './refusal-problem.ts';
import type { articleChangesShape } from './staff-shapes.ts';

/** An article of the greatest length, its letters of three bytes each, with room for the rest. */
export const largestArticle = 3_000_000;

/** Reads what was sent as a shape says, or answers the refusal. */
export async function readFields<S extends z.ZodRawShape>(
  c: Context,
  shape: z.ZodObject<S>,
  noun: string,
): Promise<{ fields: z.infer<z.ZodObject<S>> } | { refusal: Response }> {
  const body = await readJson(c, { noun, largest: largestArticle });
  if (!body.ok) return { refusal: refusalProblem(c, body) };
  const read = readObject(body.value, shape, { noun });
  if (read.fields === null || read.faults.length > 0) return { refusal: faultsProblem(c, read.faults) };
  return { fields: read.fields };
}

type Changes = z.infer<typeof articleChangesShape>;
type Values = Partial<Record<Exclude<keyof ArticleInput, 'guests'>, string>> & { guests?: unknown };

/** The names by which a program knows what the desk's form calls otherwise. */
const sentNames: Record<string, string> = { byline: 'authors', policy: 'commentPolicy' };

/** The typed input of a new article or a whole new version; or the refusal. */
export function wholeInput(c: Context, sent: Changes): { input: ArticleInput } | { refusal: Response } {
  return parse(c, { guests: [], ...valuesOf(sent) });
}

/** The typed input of an article with only some of it changed; or the refusal. */
export function changedInput(
  c: Context,
  { article, sent }: { article: EditableArticle; sent: Changes },
): { input: ArticleInput } | { refusal: Response } {
  const { title, standfirst, source, format, policy, closeAfterDays, slug, language } = article;
  const stored = { title, standfirst, body: source, format, policy, closeAfterDays, slug, language };
  const names = { byline: article.byline.join('\n'), tags: article.tags.join('\n') };
  return parse(c, { ...stored, ...names, ...valuesOf(sent) });
}

/** The form's values of what was sent, without what was not. */
function valuesOf(sent: Changes): Values {
  const { title, body, standfirst, format, authors, tags, slug, language } = sent;
  const { commentPolicy, closeAfterDays, change } = sent;
  const values = {
    ...{ title, body, standfirst: standfirst ?? blank(standfirst), format: format ?? undefined },
    ...{ byline: authors?.join('\n') ?? blank(authors), tags: tags?.join('\n') ?? blank(tags) },
    language: language ?? blank(language),
    guests: guestsIn(sent.guests),
    ...{ slug: slug ?? blank(slug), policy: commentPolicy ?? blank(commentPolicy) },
    closeAfterDays: closeAfterDays?.toString() ?? blank(closeAfterDays),
    change: change ?? undefined,
  };
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as Values;
}

function guestsIn(sent: Changes['guests']) {
  if (!sent) return sent === null ? [] : undefined;
  return sent.map(({ name, note, url }) => ({ name, note: note ?? '', url: url ?? '' }));
}

/** Null empties; what is left out stays as it is. */
function blank(value: unknown): '' | undefined {
  return value === null ? '' : undefined;
}

function parse(c: Context, values: Values): { input: ArticleInput } | { refusal: Response } {
  const parsed = articleInput.safeParse(values);
  if (parsed.success) return { input: parsed.data };
  const faults = faultsIn(parsed.error).map(({ field, sentence }) => ({
    field: field === null ? null : (sentNames[field] ?? field),
    sentence,
  }));
  return { refusal: faultsProblem(c, faults) };
}
