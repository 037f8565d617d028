import type { CorrectionView } from '../../articles/corrections/correction-view.ts';
import { correctionPlace } from '../../articles/corrections/correction-view.ts';
import { mayOn } from '../../staff/permissions.ts';
import { Time } from '../../web/ui/time.tsx';
import { wordingFor } from '../../web/ui/wording.ts';
import { ArticleTabs } from '../articles/article-tabs.tsx';
import { DeskPage } from '../frame/desk-page.tsx';
import { FormField, FormRefused } from '../frame/form-field.tsx';
import { saidOf } from '../frame/said.ts';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { CorrectionForm } from './correction-form.tsx';
import type { CorrectionsView } from './corrections-view.ts';
import { VersionsSection } from './versions-section.tsx';

type PageProps = { desk: DeskView; view: CorrectionsView };

/** What was said of an article after it was published, and the form to say more. */
export function CorrectionsPage({ desk, view }: PageProps) {
  const { corrections: say } = deskWordingFor(desk.publication.locale);
  const { article, corrections, done, stage } = view;
  const corrects = mayOn(desk.staff.role, 'article.correct', stage);
  return (
    <DeskPage desk={desk} title={say.title(article.title)} section="articles">
      <main id="main" class="wrap">
        <ArticleTabs desk={desk} article={article} current="corrections" />
        <div class="bar lead">
          <h1>{say.title(article.title)}</h1>
        </div>
        {saidOf(say.done, done) && <p role="status">{saidOf(say.done, done)}</p>}
        <FormRefused form={view.form} heading={say.refused} />
        {view.withdrawing && <FormRefused form={view.withdrawing.form} heading={say.refused} />}
        <div class="form-grid">
          <section class="box" aria-labelledby="given">
            <h2 id="given">{say.given}</h2>
            {corrections.length === 0 && <p>{say.none}</p>}
            <ul>
              {corrections.map((correction) => (
                <Given desk={desk} view={view} correction={correction} corrects={corrects} />
              ))}
            </ul>
          </section>
          <VersionsSection desk={desk} view={view} />
          {corrects ? <CorrectionForm desk={desk} view={view} /> : <p>{say.notYet}</p>}
        </div>
      </main>
    </DeskPage>
  );
}

type GivenProps = PageProps & { correction: CorrectionView; corrects: boolean };

function Given({ desk: { publication }, view, correction, corrects }: GivenProps) {
  const { corrections: say } = deskWordingFor(publication.locale);
  const { corrections: words } = wordingFor(publication.locale);
  const { number, kind, at, changedAt, withdrawn } = correction;
  const { id, path } = view.article;
  return (
    <li>
      <h3>
        {say.numbered(number)} {words.kinds[kind]}, <Time at={at} style={publication} />
      </h3>
      {withdrawn && <p>{say.withdrawn}</p>}
      {changedAt !== null && (
        <p class="quiet">
          {say.changedAt} <Time at={changedAt} style={publication} />
        </p>
      )}
      <p>{withdrawn ? correction.why : correction.now}</p>
      <p class="links">
        {path !== null && (
          <a href={correctionPlace(path, number)}>
            {say.see}
            <span class="vh"> {number}</span>
          </a>
        )}
        {corrects && !withdrawn && (
          <a href={`/desk/articles/${id}/corrections/?change=${number}`}>
            {say.change}
            <span class="vh"> {number}</span>
          </a>
        )}
      </p>
      {corrects && !withdrawn && (
        <Withdrawal locale={publication.locale} view={view} correction={correction} />
      )}
    </li>
  );
}

type WithdrawalProps = { locale: string; view: CorrectionsView; correction: CorrectionView };

function Withdrawal({ locale, view, correction: { number, earlier } }: WithdrawalProps) {
  const { corrections: say } = deskWordingFor(locale);
  const refused = view.withdrawing?.number === number ? view.withdrawing.form : null;
  const form = refused ?? { prefix: `w${number}`, values: {}, faults: [] };
  return (
    <details open={refused !== null}>
      <summary>
        {say.withdraw}
        <span class="vh"> {number}</span>
      </summary>
      <form method="post" action={`/desk/articles/${view.article.id}/corrections/`}>
        <input type="hidden" name="number" value={String(number)} />
        <input type="hidden" name="version" value={String(earlier.length + 1)} />
        <FormField form={form} name="why" label={say.withdrawWhy} hint={say.withdrawHint} rows={2} />
        <p class="actions">
          <button class="cut" type="submit" name="do" value="withdraw">
            {say.withdrawNow}
            <span class="vh"> {number}</span>
          </button>
        </p>
      </form>
    </details>
  );
}
