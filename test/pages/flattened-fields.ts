import type { ArticleView } from '../../src/articles/article-view.ts';
import type { CommentView } from '../../src/comments/comment-view.ts';
import { headingsOf, textOf } from '../../src/lib/clean-html.ts';
import type { CapturedArticle } from '../../src/migration/text-capture/capture-result.ts';
import type { PublicationView } from '../../src/publication/publication-view.ts';
import { roleWords } from '../../src/record/wording.ts';

/** What one page says, field by field, so that two readings of it can be held against each other. */
export type Fields = Map<string, string>;

const minute = (iso: string | null | undefined) =>
  iso === null || iso === undefined ? null : Math.floor(Date.parse(iso) / 60_000);
const paragraphs = (text: string) =>
  text
    .split(/\n\n+/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter(Boolean);
const printed = ({ url, text }: { url: string; text: string }) =>
  text.trim() === '' || text.trim() === url ? url : `“${text.trim().replace(/\s+/g, ' ')}”: ${url}`;
const mostNamed = 4;

type Told = {
  publication: PublicationView;
  article: ArticleView;
  comments: CommentView[];
  /** The article's own words stand on the first page alone. */
  body: boolean;
  /** Numbers that quote the article, as the page was told. */
  quotedBy?: number[];
};

/** What the page at hand has to say: an article (its words on the first page alone) and the responses on it. */
export function fieldsTold({ publication, article, comments, body, quotedBy = [] }: Told): Fields {
  const { url, locale } = publication;
  const fields: Fields = new Map();
  const set = (name: string, value: unknown) => fields.set(name, JSON.stringify(value));
  set('title', article.title);
  set('byline', article.authors.map(({ name }) => name).join(' and ') || null);
  set('published', minute(article.dated));
  set('publication', [publication.title, publication.place].filter(Boolean).join(', '));
  set('revised', article.revised ? minute(article.updatedAt) : null);
  for (const kind of ['correction', 'clarification', 'apology', 'update'])
    set(kind, minute(article.corrections.findLast((each) => each.kind === kind && !each.withdrawn)?.at));
  set('language', article.language === locale ? null : article.language);
  const { series, claims, closes } = article;
  set('series', series && `Part ${series.part} of ${series.of} of ${series.name}`);
  set('tags', { names: article.tags.map(({ name }) => name), lost: 0 });
  set('stated', article.counts.published);
  set('open', article.open);
  set('address', url + article.path);
  if (body) {
    set('quoted by', quotedBy.slice(0, mostNamed));
    const followUps = claims.flatMap(({ outcome }) => outcome?.by ?? []).map(({ path }) => url + path);
    const followed = closes.map((claim) => url + claim.article.path);
    set('related', [...new Set([...(series ? [url + series.path] : []), ...followUps, ...followed])]);
    set('standfirst', article.standfirst ?? '');
    set('headings', headingsOf(article.html));
    set(
      'links',
      article.links.map((link) => `[${link.label}] ${printed(link)}`),
    );
    for (const [index, text] of paragraphs(textOf(article.html)).entries())
      set(`paragraph ${index + 1}`, text);
  }
  set(
    'numbers',
    comments.map(({ number }) => number),
  );
  for (const comment of comments) {
    const of = (name: string) => `response ${comment.number}: ${name}`;
    if (comment.state !== 'published') {
      const reason = comment.reason?.replace(/\.$/, '') ?? null;
      const erasedBy = comment.erasedBy && (roleWords[comment.erasedBy as 'owner'] ?? comment.erasedBy);
      set(of('gone'), [comment.state, minute(comment.goneAt), reason, erasedBy]);
      set(of('published'), minute(comment.dated));
      set(of('in reply to'), comment.inReplyTo?.number ?? null);
      set(of('address'), url + comment.path);
      continue;
    }
    set(of('name'), comment.name === '' ? null : comment.name);
    set(of('unnamed'), comment.unnamed);
    set(of('staff'), comment.byStaff);
    set(of('page of the writer'), comment.url);
    set(of('kind'), comment.kind);
    set(of('published'), minute(comment.dated));
    set(of('in reply to'), comment.inReplyTo?.number ?? null);
    set(
      of('same writer'),
      comment.sameWriter.slice(0, mostNamed).map(({ number }) => number),
    );
    set(of('archived'), comment.archived);
    set(of('edited'), minute(comment.editedAt));
    set(of('address'), url + comment.path);
    set(
      of('links'),
      comment.links.map((link, index) => `[${index + 1}] ${printed(link)}`),
    );
    set(of('words'), paragraphs(comment.text));
  }
  return fields;
}

/** The same of what an import made of the flattened page. */
export function fieldsRead(read: CapturedArticle | undefined, body: boolean): Fields {
  const fields: Fields = new Map();
  if (read === undefined) return fields;
  const set = (name: string, value: unknown) => fields.set(name, JSON.stringify(value));
  set('title', read.title);
  set('byline', read.byline);
  set('published', minute(read.published));
  set('publication', read.publication ?? null);
  set('revised', minute(read.revised));
  set('correction', minute(read.corrected));
  for (const kind of ['clarification', 'apology', 'update'])
    set(kind, minute(read.noted?.find((note) => note.kind === kind)?.at));
  set('language', read.language ?? null);
  set('series', read.series ?? null);
  set('tags', read.tags);
  set('stated', read.commentsStated);
  set('open', read.commentsOpen);
  set('address', read.address ?? null);
  if (body) {
    set('quoted by', read.quotedBy ?? []);
    set('related', read.related?.map(({ address }) => address) ?? []);
    set('standfirst', read.standfirst ?? '');
    set('headings', read.headings ?? []);
    set(
      'links',
      (read.links ?? []).map(({ mark, text }) => `[${mark}] ${text}`),
    );
  }
  for (const [index, text] of read.paragraphs.entries()) set(`paragraph ${index + 1}`, text);
  const numbers = [...read.comments, ...(read.tombstones ?? [])].map(({ number }) => number);
  set(
    'numbers',
    numbers.sort((a, b) => a - b),
  );
  for (const comment of read.comments) {
    const of = (name: string) => `response ${comment.number}: ${name}`;
    set(of('name'), comment.author);
    set(of('unnamed'), comment.unnamed ?? false);
    set(of('staff'), comment.byStaff ?? false);
    set(of('page of the writer'), comment.url ?? null);
    set(of('kind'), comment.kind);
    set(of('published'), minute(comment.published));
    set(of('in reply to'), comment.inReplyTo ?? null);
    set(of('same writer'), (comment.sameWriter ?? []).slice(0, mostNamed));
    set(of('archived'), comment.archived ?? false);
    set(of('edited'), minute(comment.edited));
    set(of('address'), comment.address ?? null);
    set(
      of('links'),
      (comment.links ?? []).map(({ mark, text }) => `[${mark}] ${text}`),
    );
    set(of('words'), comment.paragraphs);
  }
  for (const { number, state, on, ...gone } of read.tombstones ?? []) {
    const of = (name: string) => `response ${number}: ${name}`;
    set(of('gone'), [state, minute(on), gone.reason ?? null, gone.erasedBy ?? null]);
    set(of('published'), minute(gone.published));
    set(of('in reply to'), gone.inReplyTo ?? null);
    set(of('address'), gone.address ?? null);
  }
  return fields;
}

/** How many of the fields came back, and those that did not, with what came instead. */
export function held(told: Fields, read: Fields): { right: number; of: number; wrong: string[] } {
  const wrong: string[] = [];
  const names = new Set([...told.keys(), ...read.keys()]);
  for (const name of names)
    if (told.get(name) !== read.get(name))
      wrong.push(`${name}: ${told.get(name)} came back as ${read.get(name)}`);
  return { right: names.size - wrong.length, of: names.size, wrong };
}
