/**
 * The text that everything here is measured with: invented words, Zipf-like in use, so that gzip finds about as much
 * to save as in English prose. It is the same on each run, and the same that is given to the peers (`--peers`).
 */
const syllables =
  'a be con da el fer gi ha in jo ka lo men na or pe qui ra se ti un vi wa xe yo ze tion ment ing er'.split(
    ' ',
  );
const wordCount = 1200;
const mostAuthors = 200;

export type BenchComment = { name: string; text: string; inReplyTo: number | null };

/** Chance that repeats itself: mulberry32. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state += 0x6d2b79f5;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const words = inventWords(seeded(1));

function inventWords(random: () => number): string[] {
  const syllable = () => syllables[Math.floor(random() * syllables.length)] ?? '';
  return Array.from({ length: wordCount }, () =>
    Array.from({ length: 1 + Math.floor(random() * 3) }, syllable).join(''),
  );
}

function writerOfProse(random: () => number) {
  const word = () => words[Math.floor(words.length * random() ** 2)] ?? '';
  const sentence = (length: number) => {
    const text = Array.from({ length }, word).join(' ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  };
  const paragraph = (sentences: number) => Array.from({ length: sentences }, () => sentence(15)).join(' ');
  return { sentence, paragraph };
}

/** An article's body as HTML: about 400 words, headings, a list, a quotation, a link. */
export function benchArticle(): string {
  const { sentence, paragraph } = writerOfProse(seeded(42));
  return [
    `<p>${paragraph(5)}</p>`,
    '<h2>What was measured</h2>',
    `<p>${paragraph(5)} <a href="/about/">${sentence(4)}</a></p>`,
    `<ul><li>${sentence(8)}</li><li>${sentence(8)}</li><li>${sentence(8)}</li></ul>`,
    '<h2>What came of it</h2>',
    `<p>${paragraph(5)}</p>`,
    `<blockquote><p>${paragraph(2)}</p></blockquote>`,
    '<h2>What to do</h2>',
    `<p>${paragraph(5)}</p>`,
    `<p>${paragraph(3)}</p>`,
  ].join('\n');
}

/** The paragraphs of that article, as text. */
export function benchParagraphs(): string[] {
  const paragraphs = benchArticle().matchAll(/<p>(.*?)<\/p>/gs);
  return [...paragraphs].map(([, html = '']) => html.replace(/<[^>]*>/g, ''));
}

/** Comments of about 45 words; of five, the third answers the first and the fourth the third. */
export function* benchComments(count: number): Generator<BenchComment> {
  const { paragraph } = writerOfProse(seeded(4711));
  const authors = Math.min(count, mostAuthors);
  for (let index = 0; index < count; index += 1) {
    const place = index % 5;
    const inReplyTo = place === 2 ? index - 1 : place === 3 ? index : null;
    yield { name: `Reader ${index % authors}`, text: `Comment ${index}: ${paragraph(3)}`, inReplyTo };
  }
}

/** The paragraphs of an article of so many words. */
export function benchArticleOf(length: number): string[] {
  const { paragraph } = writerOfProse(seeded(42));
  return Array.from({ length: Math.ceil(length / 75) }, () => paragraph(5));
}

/**
 * Comments that quote and refer to what was there before: each a stretch of the article and one of an earlier comment, of
 * every third a word of it another, and two references, in some 45 words of its own.
 */
export function* quotingComments(
  count: number,
  { article, comments }: { article: string[]; comments: BenchComment[] },
): Generator<BenchComment> {
  const random = seeded(815);
  const { paragraph } = writerOfProse(random);
  const some = <T>(all: T[]) => all[Math.floor(random() * all.length)];
  const stretch = (text: string) => {
    const said = text.split(' ');
    const from = Math.floor(random() * Math.max(1, said.length - 12));
    const quoted = said.slice(from, from + 12);
    if (random() < 1 / 3) quoted[5] = 'otherwise';
    return quoted.join(' ');
  };
  for (let index = 0; index < count; index += 1) {
    const earlier = Math.floor(random() * comments.length);
    const text = [
      `#${earlier + 1} says “${stretch(comments[earlier]?.text ?? '')}”, and the article says “${stretch(some(article) ?? '')}”.`,
      `${paragraph(3)} The first response has it, and Reader ${earlier % mostAuthors} says so.`,
    ].join('\n\n');
    yield { name: `Quoting ${index % mostAuthors}`, text, inReplyTo: null };
  }
}
