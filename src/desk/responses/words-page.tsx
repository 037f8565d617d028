import type { ChangedBlock, Part } from '../../articles/revisions/compare.ts';
import type { CleanHtml } from '../../lib/clean-html.ts';
import { Time } from '../../web/ui/time.tsx';
import { DeskPage } from '../frame/desk-page.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { ResponseHeading, ResponseWords } from './response-parts.tsx';
import type { DeskResponse } from './response-view.ts';

/** A wording that its writer replaced: until when it stood, whether readers saw it, and what the next one changed. */
export type ReplacedWording = { number: number; until: string; shown: boolean; changes: ChangedBlock[] };

type WordsPageProps = {
  desk: DeskView;
  response: DeskResponse;
  /** Its words with what they quote marked; null where nothing was looked for. */
  drawn: CleanHtml | null;
  replaced: ReplacedWording[];
};

/** How a response read before its writer changed it, the newest change first. */
export function WordsPage({ desk, response, drawn, replaced }: WordsPageProps) {
  const { publication } = desk;
  const { words: say } = deskWordingFor(publication.locale);
  return (
    <DeskPage desk={desk} title={say.heading} section="responses">
      <main id="main" class="wrap">
        <div class="bar lead">
          <h1>{say.heading}</h1>
        </div>
        <section class="item">
          <ResponseHeading publication={publication} response={response} />
          <ResponseWords publication={publication} response={response} drawn={drawn} />
        </section>
        {replaced.length === 0 && <p>{say.never}</p>}
        {replaced.map(({ number, until, shown, changes }) => (
          <section class="item" aria-labelledby={`change-${number}`}>
            <h2 id={`change-${number}`}>
              {say.change(number)}, <Time at={until} style={publication} />
            </h2>
            <p class="quiet">{shown ? say.shown : say.notShown}</p>
            <div class="words">
              {changes.map((block) =>
                'unchanged' in block ? (
                  <p class="quiet">{say.unchanged(block.unchanged)}</p>
                ) : (
                  <p>
                    {block.parts.map((part) => (
                      <Words part={part} say={say} />
                    ))}
                  </p>
                ),
              )}
            </div>
          </section>
        ))}
      </main>
    </DeskPage>
  );
}

type Say = { takenOut: string; putIn: string; end: string };

/** The marks stand in the text for whoever sees no strokes. */
function Words({ part, say }: { part: Part; say: Say }) {
  if (part.did === 'kept') return <>{part.text}</>;
  const Tag = part.did === 'out' ? 'del' : 'ins';
  return (
    <>
      <Tag>
        <span class="vh">{part.did === 'out' ? say.takenOut : say.putIn}</span>
        {part.text.trimEnd()}
        <span class="vh">{say.end}</span>
      </Tag>{' '}
    </>
  );
}
