import type { Outcome } from '../../lib/refusal.ts';
import type { Site } from '../../site.ts';
import type { ArticleInput } from '../article.ts';
import type { Editor } from '../keep-revision.ts';
import { noArticle } from '../lock-article.ts';
import { readEditable } from '../queries.ts';
import { editArticle } from '../save-article.ts';
import type { Seen } from '../seen.ts';
import type { Guest, NamedWriter } from './guest.ts';

export type Bylines = { id: string; writers: NamedWriter[]; seen: Seen };

/**
 * Puts names over an article, in their order, staff and guests. Its words stay as they are. Refusals: those of
 * `editArticle`.
 */
export async function saveBylines(
  site: Site,
  editor: Editor,
  { id, writers, seen }: Bylines,
): Promise<Outcome<{ id: string }>> {
  const article = await readEditable(site.store.read, id);
  if (!article) return noArticle();
  const { title, standfirst, source: body, format, tags, closeAfterDays, slug, language } = article;
  const guests: Guest[] = writers.flatMap(({ name, guest }) => (guest ? [{ name, ...guest }] : []));
  const input: ArticleInput = {
    ...{ title, standfirst, body, format, tags, closeAfterDays, slug, language },
    ...{ byline: writers.map(({ name }) => name), guests },
    policy: article.policy as ArticleInput['policy'],
    change: 'change',
  };
  return editArticle(site, editor, { id, input, seen });
}
