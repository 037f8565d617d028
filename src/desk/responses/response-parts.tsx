import type { CleanHtml } from '../../lib/clean-html.ts';
import type { PublicationView } from '../../publication/publication-view.ts';
import { Html } from '../../web/ui/html.tsx';
import { shownName } from '../../web/ui/name-wording.ts';
import { deskWordingFor } from '../wording.ts';
import type { DeskResponse } from './response-view.ts';

type PartProps = { publication: PublicationView; response: DeskResponse };

/** What it answers, and its words in the reading face: with their marks, where they are drawn. */
export function ResponseWords({
  publication,
  response,
  drawn = null,
}: PartProps & { drawn?: CleanHtml | null }) {
  const say = deskWordingFor(publication.locale);
  if (response.html === null) return <p class="quiet">{say.responses.notShown}</p>;
  return (
    <>
      <Answered publication={publication} response={response} />
      {response.wordings > 0 && (
        <p class="quiet">
          <a href={`/desk/responses/${response.id}/words/`}>{say.words.link(response.wordings)}</a>
        </p>
      )}
      <Html class="words" html={drawn ?? response.html} />
    </>
  );
}

function Answered({ publication, response }: PartProps) {
  const { queue: say } = deskWordingFor(publication.locale);
  const { answers } = response;
  if (answers === null) return null;
  return (
    <blockquote class="context">
      <p>
        {say.inReplyTo(answers.number)}
        {answers.name !== null && (
          <>
            , <bdi>{answers.name}</bdi>
          </>
        )}
      </p>
      <p>{answers.beginning ?? say.targetGone}</p>
    </blockquote>
  );
}

/** Why it was held, how many links it has, and the writer's page in full: it is not linked from here. */
export function HeldFacts({ publication, response }: PartProps) {
  const { queue: say } = deskWordingFor(publication.locale);
  const because = response.heldFor.map((code) =>
    code === 'links'
      ? say.links(response.links)
      : (say.found[code]?.(response.findings[code] ?? []) ?? say.because[code] ?? code),
  );
  return (
    <ul class="facts">
      <li>
        <b>{say.heldBecause}</b>{' '}
        {because.length === 0
          ? say.noReason
          : because.map((reason, index) => (
              <>
                {index > 0 && '; '}
                <bdi>{reason}</bdi>
              </>
            ))}
      </li>
      {response.links > 0 && !response.heldFor.includes('links') && <li>{say.links(response.links)}</li>}
      {response.url !== null && (
        <li>
          {say.page} <bdi>{response.url}</bdi>
        </li>
      )}
    </ul>
  );
}

/** “Turncock on Harbour board to push for a toll”, as a heading. */
export function ResponseHeading({ publication, response }: PartProps) {
  const { queue: say, count } = deskWordingFor(publication.locale);
  return (
    <h2>
      {response.number !== null && <span class="red">{count(response.number)} </span>}
      <b>
        <bdi>{shownName(response.name)}</bdi>
      </b>{' '}
      {say.on} <a href={response.place ?? response.article.path}>{response.article.title}</a>
    </h2>
  );
}
