import type { CaseLetter } from '../../notices/letters/queries.ts';
import type { PublicationView } from '../../publication/publication-view.ts';
import { Time } from '../../web/ui/time.tsx';

/** Letters of a case to whoever reads this page, the newest first. */
export function Letters({ publication, letters }: { publication: PublicationView; letters: CaseLetter[] }) {
  return (
    <>
      {letters.map(({ id, subject, text, at }) => (
        <article aria-labelledby={`l-${id}`}>
          <h3 id={`l-${id}`}>{subject}</h3>
          <p class="quiet">
            <Time at={at} style={publication} />
          </p>
          <Paragraphs text={text} />
        </article>
      ))}
    </>
  );
}

/** Somebody’s words as they were written, a paragraph for each block of lines. */
export function Paragraphs({ text }: { text: string }) {
  return (
    <div class="words">
      {text.split(/\n\s*\n/).map((block) => (
        <p>
          <bdi>{block}</bdi>
        </p>
      ))}
    </div>
  );
}
