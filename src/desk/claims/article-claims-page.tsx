import { type ClaimView, claimPlace } from '../../articles/claims/claim-view.ts';
import { dayText } from '../../lib/dates.ts';
import { mayOn } from '../../staff/permissions.ts';
import { wordingFor } from '../../web/ui/wording.ts';
import { ArticleTabs } from '../articles/article-tabs.tsx';
import { DeskPage } from '../frame/desk-page.tsx';
import { FormField, FormRefused } from '../frame/form-field.tsx';
import { saidOf } from '../frame/said.ts';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import type { ArticleClaimsView } from './claims-view.ts';
import { ClosingSections } from './closing-sections.tsx';

type PageProps = { desk: DeskView; view: ArticleClaimsView };

/** What an article says will happen, and what it says came of others' claims. */
export function ArticleClaimsPage({ desk, view }: PageProps) {
  const { claims: say } = deskWordingFor(desk.publication.locale);
  const { article, claims, done, stage } = view;
  const marks = mayOn(desk.staff.role, 'claim.mark', stage);
  return (
    <DeskPage desk={desk} title={say.title(article.title)} section="articles">
      <main id="main" class="wrap">
        <ArticleTabs desk={desk} article={article} current="claims" />
        <div class="bar lead">
          <h1>{say.title(article.title)}</h1>
        </div>
        {saidOf(say.done, done) && <p role="status">{saidOf(say.done, done)}</p>}
        <FormRefused form={view.form} heading={say.refused} />
        {view.closing && <FormRefused form={view.closing.form} heading={say.refused} />}
        <div class="form-grid">
          <section class="box" aria-labelledby="marked">
            <h2 id="marked">{say.marked}</h2>
            {claims.length === 0 && <p>{say.none}</p>}
            <ul>
              {claims.map((claim) => (
                <Marked desk={desk} view={view} claim={claim} />
              ))}
            </ul>
          </section>
          {marks ? <MarkForm desk={desk} view={view} /> : <p>{say.notYours}</p>}
          <ClosingSections desk={desk} view={view} marks={marks} />
        </div>
      </main>
    </DeskPage>
  );
}

function Marked({ desk, view, claim }: PageProps & { claim: ClaimView }) {
  const { publication, staff } = desk;
  const { claims: say } = deskWordingFor(publication.locale);
  const { claims: words } = wordingFor(publication.locale);
  const { id, path } = view.article;
  const { number, outcome } = claim;
  const name = <span class="vh"> {number}</span>;
  return (
    <li>
      <h3>
        {number}. {dayText(claim.due, publication)}: {claim.claim}
      </h3>
      {claim.claim !== claim.passage && <p class="quiet">{claim.passage}</p>}
      <p>
        <b>{outcome ? words.outcomes[outcome.outcome] : say.standings[claim.standing]}</b>
        {outcome && ` ${dayText(outcome.date, publication)}. ${words.ended(outcome.sentence)}`}
        {!claim.inText && ` ${say.notInText}`}
      </p>
      <p class="links">
        {path !== null && view.stage === 'published' && (
          <a href={claimPlace(path, number)}>
            {say.see}
            {name}
          </a>
        )}
        {mayOn(staff.role, 'claim.mark', view.stage) && (
          <a href={`/desk/articles/${id}/claims/?change=${number}`}>
            {say.changeOne}
            {name}
          </a>
        )}
      </p>
    </li>
  );
}

function MarkForm({ desk: { publication }, view }: PageProps) {
  const { claims: say } = deskWordingFor(publication.locale);
  const { form, changing, article } = view;
  return (
    <section class="box" aria-labelledby="mark">
      <h2 id="mark">{changing ? say.changing(changing.number) : say.mark}</h2>
      <p>{say.markHint}</p>
      <form method="post" action={`/desk/articles/${article.id}/claims/`}>
        {changing && <input type="hidden" name="number" value={String(changing.number)} />}
        {changing && <input type="hidden" name="version" value={String(changing.version)} />}
        <FormField form={form} name="passage" label={say.passage} hint={say.passageHint} rows={2} />
        <FormField form={form} name="claim" label={say.claim} hint={say.claimHint} rows={2} />
        <FormField form={form} name="due" type="date" label={say.due} hint={say.dueHint} />
        <p class="actions">
          <button class="main" type="submit" name="do" value={changing ? 'change' : 'mark'}>
            {changing ? say.saveChange : say.markNow}
          </button>
          {changing && (
            <button class="cut" type="submit" name="do" value="withdraw" formnovalidate>
              {say.withdraw}
            </button>
          )}
          {changing && <a href={`/desk/articles/${article.id}/claims/`}>{say.another}</a>}
        </p>
      </form>
    </section>
  );
}
