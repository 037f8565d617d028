import type { ArticleView } from '../../articles/article-view.ts';
import { type ClaimView, claimPlace, type OutcomeView } from '../../articles/claims/claim-view.ts';
import { dayText } from '../../lib/dates.ts';
import type { PublicationView } from '../../publication/publication-view.ts';
import { wordingFor } from '../../web/ui/wording.ts';

type BoxProps = { publication: PublicationView; article: ArticleView };

/** What an article said would happen, and what it says of earlier articles' claims. Each line is a paragraph. */
export function ClaimBoxes({ publication, article }: BoxProps) {
  const { claims: say } = wordingFor(publication.locale);
  return (
    <>
      {article.claims.length > 0 && (
        <section class="box claims" aria-labelledby="claims">
          <h2 id="claims">{say.heading}</h2>
          <ul>
            {article.claims.map((claim) => (
              <Claim publication={publication} claim={claim} />
            ))}
          </ul>
        </section>
      )}
      {article.closes.length > 0 && (
        <section class="box claims" aria-labelledby="closes">
          <h2 id="closes">{say.closesHeading}</h2>
          <ul>
            {article.closes.map((claim) => (
              <li>
                <p>
                  {dayText(claim.due, publication)}: {say.ended(claim.claim)} {say.from}{' '}
                  <a href={claimPlace(claim.article.path, claim.number)}>{claim.article.title}</a>
                </p>
                <Outcome publication={publication} outcome={claim.said} linked={false} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Claim({ publication, claim }: { publication: PublicationView; claim: ClaimView }) {
  const { claims: say } = wordingFor(publication.locale);
  return (
    <li id={`claim-${claim.number}`}>
      <p>
        {dayText(claim.due, publication)}: {say.ended(claim.claim)}
        {!claim.inText && ` ${say.moved}`}
      </p>
      {claim.outcome === null ? (
        <Due publication={publication} claim={claim} />
      ) : (
        <Outcome publication={publication} outcome={claim.outcome} linked />
      )}
      {claim.before.map((outcome) => (
        <Before publication={publication} outcome={outcome} />
      ))}
    </li>
  );
}

function Due({ publication, claim }: { publication: PublicationView; claim: ClaimView }) {
  const { claims: say } = wordingFor(publication.locale);
  const past = claim.standing === 'overdue';
  const word = past ? say.cameDue : claim.standing === 'due' ? say.dueToday : say.comesDue;
  return (
    <p>
      <span class="state due">{word}</span> {dayText(claim.due, publication)}.{past && ` ${say.nothingYet}`}
    </p>
  );
}

type OutcomeProps = { publication: PublicationView; outcome: OutcomeView; linked: boolean };

function Outcome({ publication, outcome, linked }: OutcomeProps) {
  const { claims: say } = wordingFor(publication.locale);
  return (
    <p>
      <span class={`state ${outcome.outcome}`}>{say.outcomes[outcome.outcome]}</span>{' '}
      {dayText(outcome.date, publication)}. {say.ended(outcome.sentence)}
      {linked && (
        <>
          {' '}
          {say.in} <a href={outcome.by.path}>{outcome.by.title}</a>
        </>
      )}
    </p>
  );
}

/** What was said before: changed since, or gone with the article that said it. */
function Before({ publication, outcome }: { publication: PublicationView; outcome: OutcomeView }) {
  const { claims: say } = wordingFor(publication.locale);
  const word = say.outcomes[outcome.outcome];
  const day = dayText(outcome.date, publication);
  return (
    <p class="quiet">
      {outcome.withdrawn
        ? `${say.takenBack} ${word} ${day}.`
        : `${say.earlier(word)} ${day}. ${say.ended(outcome.sentence)}`}
    </p>
  );
}
