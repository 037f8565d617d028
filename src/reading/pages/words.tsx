import { type CleanHtml, linksOf } from '../../lib/clean-html.ts';
import type { Wording } from '../../web/ui/wording.ts';

type Links = { label: string; url: string }[];

/**
 * Somebody's words as a page prints them, so that a copy as plain text keeps their shape: behind each link to elsewhere
 * what the colophon calls its address, `the letter[a↓]`, outside the link; each item of a list a paragraph; a line
 * break in the source for each `br`; the links of quotations and references beside the words. `links` are those of the same HTML, in its order.
 */
export function printedWords(html: CleanHtml, links: Links, wording: Wording): CleanHtml {
  const spread = html
    .replace(/<br>(?!\n)/g, '<br>\n')
    .replace(
      /<li>(?=[^\s<]|<(?!p>|[uo]l>|blockquote>))(.*?)(?=<\/li>|\s*<[uo]l>|\s*<blockquote>)/gs,
      '<li><p>$1</p>',
    );
  return besideWords(markLinks(spread as CleanHtml, [...links]), wording);
}

function markLinks(html: CleanHtml, waiting: Links): CleanHtml {
  if (waiting.length === 0) return html;
  return html.replace(/<a href="[^"#][^"]*"[^>]*>.*?<\/a>/gs, (link) => {
    if (linksOf(link as CleanHtml)[0]?.url !== waiting[0]?.url) return link;
    return `${link}<sup class="ln" aria-hidden="true">[${waiting.shift()?.label}↓]</sup>`;
  }) as CleanHtml;
}

/** `<a class="ref">words <small>[note]</small></a>`: the words stay words, and the note alone is the link. */
function besideWords(html: CleanHtml, { responseColophon: say }: Wording): CleanHtml {
  return html.replace(
    /<a class="(q [a-z]+|ref)" href="([^"]*)">(.*?)( <small>[^<]*<\/small>)?<\/a>/gs,
    (_, kind: string, href: string, words: string, note = '') => {
      const said = `<span class="${kind}">${words}</span>`;
      if (note !== '') return `${said}<a class="${kind}" href="${href}">${note}</a>`;
      if (kind !== 'ref') return said; // its note is at the end of the quotation
      const number = Number(/\d+$/.exec(href)?.[0]);
      return `${said}<a class="ref" href="${href}" aria-label="${say.response(number)}"><small>[↑]</small></a>`;
    },
  ) as CleanHtml;
}
