import { Time } from '../../web/ui/time.tsx';
import { ArticleTabs } from '../articles/article-tabs.tsx';
import { DeskPage } from '../frame/desk-page.tsx';
import { KeptWords } from '../frame/kept-words.tsx';
import { saidOf } from '../frame/said.ts';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { AddressSection } from './address-section.tsx';
import { PinSection } from './pin-section.tsx';
import { PreviewSection } from './preview-section.tsx';
import type { PublishingView } from './publishing-view.ts';
import { ReviewSection } from './review-section.tsx';
import { RiskSection } from './risk-section.tsx';
import { ScheduleSection } from './schedule-section.tsx';
import { WithdrawalSection } from './withdrawal-section.tsx';

export type PublishingProps = { desk: DeskView; view: PublishingView };

/** Where an article stands, and what may be done to publish it. */
export function PublishingPage({ desk, view }: PublishingProps) {
  const { publishing: say } = deskWordingFor(desk.publication.locale);
  const { article, fault, done } = view;
  return (
    <DeskPage desk={desk} title={say.title(article.title)} section="articles">
      <main id="main" class="wrap">
        <ArticleTabs desk={desk} article={article} current="publishing" />
        <div class="bar lead">
          <h1>{say.title(article.title)}</h1>
        </div>
        {saidOf(say.done, done) && <p role="status">{saidOf(say.done, done)}</p>}
        {fault !== null && <Refused say={say} fault={fault} />}
        {fault !== null && fault.field === null && (
          <KeptWords locale={desk.publication.locale} form={{ fields: wordsIn(view.typed), fault: null }} />
        )}
        <div class="form-grid">
          <Standing desk={desk} view={view} />
          <ReviewSection desk={desk} view={view} />
          <RiskSection desk={desk} view={view} />
          <ScheduleSection desk={desk} view={view} />
          <PreviewSection desk={desk} view={view} />
          <PinSection desk={desk} view={view} />
          <AddressSection desk={desk} view={view} />
          <WithdrawalSection desk={desk} view={view} />
        </div>
      </main>
    </DeskPage>
  );
}

type Say = ReturnType<typeof deskWordingFor>['publishing'];

function Refused({ say, fault }: { say: Say; fault: NonNullable<PublishingView['fault']> }) {
  return (
    <div class="refused" role="alert" id="refused" tabindex={-1} autofocus>
      <p>
        <b>{say.refused}</b>
      </p>
      <p>{fault.field === null ? fault.sentence : <a href={`#f-${fault.field}`}>{fault.sentence}</a>}</p>
    </div>
  );
}

function Standing({ desk: { publication }, view: { article, stage } }: PublishingProps) {
  const { publishing: say } = deskWordingFor(publication.locale);
  return (
    <section class="box" aria-labelledby="standing">
      <h2 id="standing">{say.standing}</h2>
      <p>
        <b>{say.stages[stage]}</b>, {say.lastSaved} <Time at={article.updatedAt} style={publication} />
      </p>
      {stage === 'published' && article.path !== null && (
        <p class="links">
          <a href={article.path}>{say.readIt}</a>
        </p>
      )}
    </section>
  );
}

/** What the page sends of its own accord is not words. */
const notWords = new Set(['was', 'review', 'do', 'path', 'reason', 'words', 'preview', 'hours']);

function wordsIn(typed: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([...typed].filter(([name]) => !notWords.has(name)));
}
