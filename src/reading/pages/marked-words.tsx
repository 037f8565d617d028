import type { Part } from '../../articles/revisions/compare.ts';
import { placeOf } from '../../comments/comment.ts';
import type { CommentView, PublishedComment } from '../../comments/comment-view.ts';
import type { CleanHtml } from '../../lib/clean-html.ts';
import { drawMarks } from '../../marks/shown/draw-marks.ts';
import type { QuotationView, ResponseMarks } from '../../marks/shown/mark-view.ts';
import type { PublicationView } from '../../publication/publication-view.ts';
import { Html } from '../../web/ui/html.tsx';
import { wordingFor } from '../../web/ui/wording.ts';
import { NumberLinks } from './response-parts.tsx';
import { printedWords } from './words.tsx';

/** What is marked in a response and about it; null where nothing was looked for. */
export type MarkedIn = { articlePath: string; marks: ResponseMarks | null };

type MarkedProps<C> = { publication: PublicationView; comment: C; marked: MarkedIn };

/** A response’s words with what is marked in them, and how its altered quotations differ. */
export function MarkedWords({ publication, comment, marked }: MarkedProps<PublishedComment>) {
  const { marks, articlePath } = marked;
  const wording = wordingFor(publication.locale);
  const { marks: say } = wording;
  const links = comment.links.map(({ url }, index) => ({ url, label: String(index + 1) }));
  const print = (html: CleanHtml) => (
    <Html as="section" class="words e-content" html={printedWords(html, links, wording)} />
  );
  if (marks === null) return print(comment.html);
  const around = { here: comment.place, articlePath, say, number: comment.number };
  const differing = marks.quotations.filter(({ difference }) => difference !== null);
  return (
    <>
      {print(drawMarks(comment.html, marks, around))}
      {differing.map((quotation) => (
        <Difference publication={publication} quotation={quotation} />
      ))}
    </>
  );
}

function Difference({ publication, quotation }: { publication: PublicationView; quotation: QuotationView }) {
  const { marks: say } = wordingFor(publication.locale);
  const { difference, source } = quotation;
  const parts = difference ?? [];
  return (
    <details class="differs">
      <summary>{say.differs(source)}</summary>
      <dl class="diff">
        <dt>{say.wrote(source)}</dt>
        <dd>
          <Words parts={parts} shown="out" />
        </dd>
        <dt>{say.quotedAs}</dt>
        <dd>
          <Words parts={parts} shown="in" />
        </dd>
      </dl>
    </details>
  );
}

/** One side of a difference: what both have, and what it alone has. */
function Words({ parts, shown }: { parts: Part[]; shown: 'in' | 'out' }) {
  const Tag = shown === 'in' ? 'ins' : 'del';
  return (
    <>
      {parts.map(({ did, text }) =>
        did === shown ? (
          <>
            <Tag>{text.trimEnd()}</Tag>
            {/\s$/.test(text) && ' '}
          </>
        ) : (
          did === 'kept' && text
        ),
      )}
    </>
  );
}

/** True where later responses quote one or refer to it. */
export function isMentioned(comment: CommentView, { marks }: MarkedIn): boolean {
  return marks !== null && (marks.quotedBy.length > 0 || referring(comment, marks).length > 0);
}

/** Who quoted a response, and who referred to it without answering it. */
export function MentionedBy({ publication, comment, marked }: MarkedProps<CommentView>) {
  const { marks, articlePath } = marked;
  if (marks === null) return null;
  const { marks: say, andOthers } = wordingFor(publication.locale);
  const to = (numbers: number[]) =>
    numbers.map((number) => ({ number, place: placeOf(articlePath, number) }));
  const referredBy = referring(comment, marks);
  return (
    <>
      {marks.quotedBy.length > 0 && (
        <>
          {say.quotedBy} <NumberLinks from={comment.place} to={to(marks.quotedBy)} andOthers={andOthers} />.{' '}
        </>
      )}
      {referredBy.length > 0 && (
        <>
          {say.referredBy} <NumberLinks from={comment.place} to={to(referredBy)} andOthers={andOthers} />.{' '}
        </>
      )}
    </>
  );
}

function referring({ answeredBy }: CommentView, { referredBy }: ResponseMarks): number[] {
  return referredBy.filter((number) => !answeredBy.some((answer) => answer.number === number));
}
