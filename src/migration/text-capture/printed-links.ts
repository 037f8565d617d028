import type { CapturedLink } from './capture-result.ts';

/**
 * The words of a page of ours without the marks that it prints behind links, `the letter[a↓]`. Where the words of a
 * link were dropped with it and only its mark stands, the colophon's words are put back.
 */
export function withoutLinkMarks(paragraphs: readonly string[], links: readonly CapturedLink[]): string[] {
  const waiting = [...links];
  return paragraphs.map((paragraph) => {
    let [done, rest] = ['', paragraph];
    for (let link = waiting[0]; link; link = waiting[0]) {
      const mark = `[${link.mark}↓]`;
      const at = rest.indexOf(mark);
      if (at < 0) break;
      const before = rest.slice(0, at);
      const words = wordsOf(link);
      done += before.trimEnd().endsWith(words) ? before.trimEnd() : before + words;
      rest = rest.slice(at + mark.length);
      waiting.shift();
    }
    return done + rest;
  });
}

/** `“words”: https://…`, or an address alone. */
function wordsOf({ text }: CapturedLink): string {
  return /^“(.+)”: \S+$/su.exec(text)?.[1] ?? text;
}

/** Headings as they were written, where the flattening put them into capitals. `said` is the colophon's list of them. */
export function withHeadings(
  paragraphs: readonly string[],
  said: string | null,
): { paragraphs: string[]; headings: string[] } {
  const headings: string[] = [];
  let rest = said ?? '';
  const restored = paragraphs.map((text) => {
    const heading = rest.slice(0, text.length);
    const follows = rest.slice(text.length, text.length + 2);
    const same = text !== '' && heading.toUpperCase() === text.toUpperCase();
    if (!same || (follows !== '' && follows !== '; ')) return text;
    rest = rest.slice(text.length + 2);
    headings.push(heading);
    return heading;
  });
  return { paragraphs: restored, headings };
}
