import type { ElementContent } from 'hast';
import { printedParagraphs } from '../../annotations/html-text.ts';
import { type Mark, markHtml, type Stretch } from '../../annotations/mark-html.ts';
import { historyPath } from '../../articles/revisions/history-view.ts';
import { hrefFrom, placeOf } from '../../comments/comment.ts';
import type { CleanHtml } from '../../lib/clean-html.ts';
import {
  type Gone,
  type PassageView,
  passageId,
  type QuotationView,
  type ReferenceView,
  type ResponseMarks,
  type SourceView,
} from './mark-view.ts';

/** The notes beside marks, in one language. */
type MarkNotes = {
  quotation: (verdict: QuotationView['verdict'], source: SourceView) => string;
  reference: (number: number, gone: Gone | null) => string;
};

/** Where the marks are drawn: on which page (an address without an anchor), under which article, in whose words. */
export type Around = { here: string; articlePath: string; say: MarkNotes };

/** The same, with the number of the response whose marks they are; null before it has one. */
type Own = Around & { number: number | null };

/** A response’s words with their quotations, references and the passages that others quote. The words stay as they are. */
export function drawMarks(html: CleanHtml, marks: ResponseMarks, around: Own): CleanHtml {
  const { quotations, references, passages } = marks;
  if (quotations.length + references.length + passages.length === 0) return html;
  const texts = printedParagraphs(html).map(({ text }) => text);
  const links = [
    ...quotations.flatMap((quotation) => quotationMarks(quotation, texts, around)),
    ...references.map((reference) => referenceMark(reference, texts, around)),
  ];
  return markHtml(drawPassages(html, passages), links);
}

/** A text with what is quoted of it, each passage at an address of its own. */
export function drawPassages(html: CleanHtml, passages: readonly PassageView[]): CleanHtml {
  return markHtml(html, apart(passages).map(passageMark));
}

type Passage = { stretch: Stretch; ids: string[] };

/** Passages that do not overlap: one that begins inside another goes on behind it. */
function apart(passages: readonly PassageView[]): Passage[] {
  const inOrder = [...passages].sort(
    (one, other) => one.paragraph - other.paragraph || one.from - other.from || one.to - other.to,
  );
  const found: Passage[] = [];
  for (const { paragraph, from, to, ...of } of inOrder) {
    const last = found.at(-1);
    const isSame = last?.stretch.paragraph === paragraph;
    const start = isSame ? Math.max(from, last.stretch.to) : from;
    if (last && isSame && from < last.stretch.to && (last.ids.length < mostIds || start >= to)) {
      last.ids.push(passageId(of));
      if (start < to) found.push({ stretch: { paragraph, from: start, to }, ids: [] });
    } else if (start < to) found.push({ stretch: { paragraph, from: start, to }, ids: [passageId(of)] });
  }
  return found;
}

/** Anchors of one passage: whoever quotes it beyond them is led to its text. */
const mostIds = 60;

function passageMark({ stretch, ids: [id, ...others] }: Passage): Mark {
  const anchors = others.map((other): ElementContent => element('span', { id: other }, []));
  const properties = { className: ['passage'], ...(id === undefined ? {} : { id }) };
  return { stretch, tagName: 'span', properties, end: anchors };
}

const opening = /[“„‟"«»‹›「『＂‚‘']$/;
const closing = /^[”“"»«›‹」』＂’‘']/;

/** A quotation may span paragraphs: its note stands at its end. */
function quotationMarks(quotation: QuotationView, texts: readonly string[], around: Own): Mark[] {
  const { start, end, verdict, source } = quotation;
  const href = source.kind === 'citation' ? outside(quotation, texts) : hrefOf(quotation, around);
  const note = around.say.quotation(verdict, source);
  const marks: Mark[] = [];
  for (let paragraph = start.paragraph; paragraph <= end.paragraph; paragraph += 1) {
    const text = texts[paragraph] ?? '';
    const isLast = paragraph === end.paragraph;
    const begins = paragraph === start.paragraph ? start.at : (/^(?:> )?/.exec(text)?.[0].length ?? 0);
    const ends = isLast ? end.at : text.length;
    const from = opening.test(text.slice(0, begins)) ? begins - 1 : begins;
    const to = isLast && closing.test(text.slice(ends)) ? ends + 1 : ends;
    const rel = source.kind === 'citation' ? { rel: ['ugc', 'nofollow', 'noopener'] } : {};
    const properties = { className: ['q', verdict], ...(href === null ? {} : { href, ...rel }) };
    const stretch = { paragraph, from, to };
    marks.push({
      stretch,
      tagName: href === null ? 'span' : 'a',
      properties,
      end: isLast ? small(note) : [],
    });
  }
  return marks;
}

/** A cited page, at its first and last words by a text fragment, where they stand there as they are quoted. */
function outside({ source, verdict, start, end }: QuotationView, texts: readonly string[]): string | null {
  if (source.kind !== 'citation' || !/^https?:\/\//i.test(source.url)) return null;
  const quoted = texts[start.paragraph]?.slice(
    start.at,
    start.paragraph === end.paragraph ? end.at : undefined,
  );
  const words =
    (quoted ?? '')
      .split(/…|\.{3}|\[/)[0]
      ?.trim()
      .split(/\s+/) ?? [];
  if (verdict === 'altered' || words.length < 3) return source.url;
  const said = words.length > 8 ? [words.slice(0, 4), words.slice(-4)] : [words];
  const fragment = said.map((part) => encodeURIComponent(part.join(' ')).replaceAll('-', '%2D')).join(',');
  return `${source.url}${source.url.includes('#') ? '' : '#'}:~:text=${fragment}`;
}

/** Where a quotation leads: to its passage, where none is drawn to its source, or to how that stands now, or nowhere. */
function hrefOf({ source, position, isDrawn }: QuotationView, around: Own): string | null {
  const { number } = around;
  const anchor = number === null || !isDrawn ? '' : `#${passageId({ number, position })}`;
  if (source.kind === 'citation') return null;
  if (source.kind === 'article') {
    if (!source.isEarlier) return hrefFrom(around.here, around.articlePath + anchor);
    return `${historyPath(around.articlePath)}#version-${source.revision}`;
  }
  const place = placeOf(around.articlePath, source.number);
  if (source.gone !== null || source.isEarlier || anchor === '') return hrefFrom(around.here, place);
  return hrefFrom(around.here, place.slice(0, place.indexOf('#')) + anchor);
}

/** A number that stands in the words is not said again. */
function referenceMark(
  { target, gone, paragraph, from, to }: ReferenceView,
  texts: readonly string[],
  { here, articlePath, say }: Around,
): Mark {
  const isNumbered = /\d/.test(texts[paragraph]?.slice(from, to) ?? '');
  const note = say.reference(target, gone);
  return {
    stretch: { paragraph, from, to },
    tagName: 'a',
    properties: { className: ['ref'], href: hrefFrom(here, placeOf(articlePath, target)) },
    end: isNumbered && gone === null ? [] : small(note),
  };
}

function small(note: string): ElementContent[] {
  return [{ type: 'text', value: ' ' }, element('small', {}, [{ type: 'text', value: `[${note}]` }])];
}

function element(
  tagName: string,
  properties: Record<string, string>,
  children: ElementContent[],
): ElementContent {
  return { type: 'element', tagName, properties, children };
}
