type Facts = { title: string | null; site: string | null; author: string | null; dated: string | null };
type Thing = Record<string, unknown>;

const longest = 400_000;
const kinds = /Article|NewsArticle|BlogPosting|Report|WebPage|Posting|Dataset|Book|CreativeWork/;

/** What a page's JSON-LD (schema.org) says of the text that the page is. What cannot be read says nothing. */
export function factsInJsonLd(scripts: readonly string[]): Facts {
  const things = scripts.flatMap((script) => thingsIn(parsed(script), 0));
  const whole = things.filter(({ '@type': type }) => kinds.test(JSON.stringify(type ?? '')));
  const article =
    whole.find(({ '@type': type }) => /Article|Posting|Report/.test(JSON.stringify(type))) ?? whole[0];
  if (!article) return { title: null, site: null, author: null, dated: null };
  return {
    title: nameOf(article.headline) ?? nameOf(article.name),
    site: nameOf(article.publisher),
    author: nameOf(article.author) ?? nameOf(article.creator),
    dated: nameOf(article.datePublished) ?? nameOf(article.dateCreated),
  };
}

function parsed(script: string): unknown {
  if (script.length > longest) return null;
  try {
    return JSON.parse(script);
  } catch {
    return null; // a page that says nothing that can be read says nothing
  }
}

function thingsIn(value: unknown, depth: number): Thing[] {
  if (depth > 3 || value === null || typeof value !== 'object') return [];
  if (Array.isArray(value)) return value.slice(0, 50).flatMap((each) => thingsIn(each, depth + 1));
  const thing = value as Thing;
  return [thing, ...thingsIn(thing['@graph'], depth + 1), ...thingsIn(thing.mainEntity, depth + 1)];
}

/** A name, a thing's name, or the names of several things. */
function nameOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.slice(0, 10).map(nameOf).filter(Boolean).join(', ') || null;
  if (value !== null && typeof value === 'object') {
    const { name } = value as Thing;
    return typeof name === 'string' ? name : null;
  }
  return null;
}
