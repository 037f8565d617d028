import { outcomes } from '../../articles/claims/claim.ts';
import { claimPlace, type ListedClaim } from '../../articles/claims/claim-view.ts';
import { dayText } from '../../lib/dates.ts';
import { wordingFor } from '../../web/ui/wording.ts';
import { FormField, type FormState } from '../frame/form-field.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import type { ArticleClaimsView } from './claims-view.ts';

type SectionsProps = { desk: DeskView; view: ArticleClaimsView; marks: boolean };

/** The claims of earlier articles that this one closes, and a search for more of them. */
export function ClosingSections({ desk, view, marks }: SectionsProps) {
  const { claims: say } = deskWordingFor(desk.publication.locale);
  const { closes, search, article } = view;
  return (
    <>
      <section class="box" aria-labelledby="closes">
        <h2 id="closes">{say.closes}</h2>
        {closes.length === 0 && <p>{say.closesNone}</p>}
        <ul>
          {closes.map((claim) => (
            <Claim
              desk={desk}
              view={view}
              marks={marks}
              claim={claim}
              values={{ outcome: claim.said.outcome, sentence: claim.said.sentence, date: claim.said.date }}
              waits={claim.said.publicAt === null}
            />
          ))}
        </ul>
      </section>
      {marks && (
        <section class="box" aria-labelledby="open">
          <h2 id="open">{say.open}</h2>
          <form method="get" action={`/desk/articles/${article.id}/claims/#open`}>
            <FormField
              form={{ prefix: 's', values: { q: search.text }, faults: [] }}
              name="q"
              label={say.search}
              hint={say.searchHint}
            />
            <p class="actions">
              <button type="submit">{say.find}</button>
            </p>
          </form>
          {search.found.length === 0 && <p>{say.foundNone}</p>}
          {search.more && <p>{say.foundMore}</p>}
          <ul>
            {search.found.map((claim) => (
              <Claim
                desk={desk}
                view={view}
                marks={marks}
                claim={claim}
                values={{ outcome: '', sentence: '', date: view.today }}
                waits={null}
              />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

type ClaimProps = SectionsProps & {
  claim: ListedClaim;
  values: Record<string, string>;
  /** What is said of it waits for this article's publication; null where nothing is said yet. */
  waits: boolean | null;
};

function Claim({ desk: { publication }, view, marks, claim, values, waits }: ClaimProps) {
  const { claims: say } = deskWordingFor(publication.locale);
  const { claims: words } = wordingFor(publication.locale);
  const { article, number } = claim;
  const refused = view.closing?.articleId === article.id && view.closing.number === number;
  const form = refused && view.closing ? view.closing.form : { prefix: idOf(claim), values, faults: [] };
  const said = outcomes.find((each) => each === values.outcome);
  return (
    <li>
      <h3>
        {dayText(claim.due, publication)}: {claim.claim}
      </h3>
      <p>
        <a href={claimPlace(article.path, number)}>{article.title}</a>
        {waits === null && claim.outcome && `. ${words.outcomes[claim.outcome.outcome]}.`}
      </p>
      {waits !== null && said && (
        <p>
          <b>{words.outcomes[said]}</b>. {words.ended(values.sentence ?? '')}{' '}
          {waits ? say.waits : say.isPublic}
        </p>
      )}
      {marks && (
        <details open={refused}>
          <summary>
            {waits === null ? say.close : say.changeOutcome}
            <span class="vh">: {claim.claim}</span>
          </summary>
          <OutcomeForm locale={publication.locale} view={view} claim={claim} form={form} waits={waits} />
        </details>
      )}
    </li>
  );
}

function idOf({ article, number }: ListedClaim): string {
  return `o-${article.id}-${number}`;
}

type OutcomeFormProps = {
  locale: string;
  view: ArticleClaimsView;
  claim: ListedClaim;
  form: FormState;
  waits: boolean | null;
};

function OutcomeForm({ locale, view, claim, form, waits }: OutcomeFormProps) {
  const { claims: say } = deskWordingFor(locale);
  const { claims: words } = wordingFor(locale);
  return (
    <form method="post" action={`/desk/articles/${view.article.id}/claims/close/`}>
      <input type="hidden" name="article" value={claim.article.id} />
      <input type="hidden" name="number" value={String(claim.number)} />
      <FormField
        form={form}
        name="outcome"
        label={say.outcome}
        options={[['', say.choose], ...outcomes.map((each) => [each, words.outcomes[each]] as const)]}
      />
      <FormField form={form} name="sentence" label={say.sentence} hint={say.sentenceHint} rows={2} />
      <FormField form={form} name="date" type="date" label={say.date} />
      <p class="actions">
        <button type="submit" name="do" value="close">
          {view.stage === 'published' ? say.closeNow : say.closeLater}
        </button>
        {waits === true && (
          <button class="cut" type="submit" name="do" value="drop">
            {say.drop}
          </button>
        )}
      </p>
    </form>
  );
}
