import type { PersonsResponse } from '../../comments/people/queries.ts';
import type { PublicationView } from '../../publication/publication-view.ts';
import { PublicPage } from '../../web/ui/layout.tsx';
import { paths } from '../../web/ui/site-paths.ts';
import { Time } from '../../web/ui/time.tsx';
import { wordingFor } from '../../web/ui/wording.ts';
import { PlainHead } from '../pages/plain-head.tsx';
import { EraseForm, type EraseState } from './erase-form.tsx';
import { type LetterState, OwnLetterForm } from './letter-form.tsx';

/** A writer's responses, each with the secret address of its receipt; null where the browser has no writer. */
export type OwnResponses = {
  responses: (PersonsResponse & { receipt: string })[];
  newer: string | null;
  older: string | null;
};

type PageProps = {
  publication: PublicationView;
  own: OwnResponses | null;
  erase: EraseState;
  erased: boolean;
  /** What was typed to ask for a letter; null where none are sent. */
  letter: LetterState | null;
  /** A letter was just asked for. */
  asked: boolean;
};

/** Everything that a browser's writer wrote: found again, taken along, erased. */
export function OwnResponsesPage({ publication, own, erase, erased, letter, asked }: PageProps) {
  const { ownResponses: say } = wordingFor(publication.locale);
  return (
    <PublicPage publication={publication} title={say.title} canonicalPath={null} noindex path={null}>
      <PlainHead heading={say.title} />
      <div class="ed">
        <div>
          {erased && (
            <p class="waitbox" role="status">
              {say.erased}
            </p>
          )}
          {asked && (
            <p class="waitbox" role="status">
              {wordingFor(publication.locale).ownLink.asked}
            </p>
          )}
          {own === null ? (
            <p>
              {say.nobody} <a href={paths.you}>{say.toYou}</a>
            </p>
          ) : (
            <Own publication={publication} own={own} erase={erase} />
          )}
          {letter !== null && <OwnLetterForm locale={publication.locale} state={letter} />}
        </div>
      </div>
    </PublicPage>
  );
}

type OwnProps = { publication: PublicationView; own: OwnResponses; erase: EraseState };

function Own({ publication, own, erase }: OwnProps) {
  const { ownResponses: say } = wordingFor(publication.locale);
  const { responses, newer, older } = own;
  const isEmpty = responses.length === 0 && newer === null; // names and keys are kept all the same
  return (
    <>
      <p>{isEmpty ? say.none : say.explained}</p>
      {responses.map((response) => (
        <One publication={publication} response={response} />
      ))}
      <p class="actions">
        {newer !== null && <a href={newer}>{say.newer}</a>}{' '}
        {older !== null && <a href={older}>{say.older}</a>}
      </p>
      <form class="apart" method="post" action="/you/responses/download/">
        <p class="hint" id="download-hint">
          {say.downloadHint}
        </p>
        <p class="actions">
          <button type="submit" aria-describedby="download-hint">
            {say.download}
          </button>
        </p>
      </form>
      <EraseForm locale={publication.locale} state={erase} />
    </>
  );
}

type OneProps = { publication: PublicationView; response: OwnResponses['responses'][number] };

function One({ publication, response }: OneProps) {
  const { ownResponses: say, receipt } = wordingFor(publication.locale);
  const { number, place, article } = response;
  const title = number === null ? say.noNumber : say.number(number);
  return (
    <section class="apart">
      <p>
        {place === null ? title : <a href={place}>{title}</a>} {say.on} {article.title}.{' '}
        {receipt.states[response.state]} {say.sent} <Time at={response.postedAt} style={publication} />.
      </p>
      <p class="words">
        <bdi>{response.text}</bdi>
      </p>
      <p>
        <a href={response.receipt}>
          {say.open}
          <span class="vh">
            : {title} {say.on} {article.title}
          </span>
        </a>
      </p>
    </section>
  );
}
