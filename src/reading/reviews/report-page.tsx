import type { PublicationView } from '../../publication/publication-view.ts';
import { reviewWords } from '../../reviews/wording.ts';
import { PublicPage } from '../../web/ui/layout.tsx';
import { Time } from '../../web/ui/time.tsx';
import { PlainHead } from '../pages/plain-head.tsx';
import type { ReasonsView } from './reasons-view.ts';
import { ReviewBox, StrayRefusal } from './review-box.tsx';

/** A report as whoever sent it may see it: what became of it, and not a word of the response. */
export type OwnReport = {
  id: string;
  path: string;
  sentAt: string;
  /** When it was settled; null while it waits. */
  settledAt: string | null;
  outcome: 'kept' | 'removed' | 'gone' | null;
  reason: string | null;
  /** Whether there is something to look at again. */
  stands: boolean;
  response: { number: number | null; path: string; title: string };
};

type Props = {
  publication: PublicationView;
  report: OwnReport;
  view: Pick<ReasonsView, 'reviews' | 'months' | 'now' | 'form'>;
};

/** A reporter’s own page. */
export function ReportReviewPage({ publication, report, view }: Props) {
  const { report: say } = reviewWords;
  const { response, settledAt, outcome, stands } = report;
  const about = { id: report.id, at: settledAt ?? report.sentAt };
  const open = stands && settledAt !== null;
  return (
    <PublicPage publication={publication} title={say.title} canonicalPath={null} noindex path={null}>
      <PlainHead heading={say.title}>
        <p>
          <a href={response.path}>{say.of(response.number ?? 0, response.title)}</a>
        </p>
      </PlainHead>
      <div class="ed">
        <div>
          <div class="waitbox" role="status">
            <p>
              {say.sent} <Time at={report.sentAt} style={publication} />.{' '}
              {settledAt !== null && (
                <>
                  {say.settled} <Time at={settledAt} style={publication} />.
                </>
              )}
            </p>
            <p>
              <b>{outcome === null ? say.waits : say.outcomes[outcome]}</b>{' '}
              {outcome === 'removed' && report.reason}
            </p>
          </div>
          <h2 class="label">{reviewWords.heading}</h2>
          <StrayRefusal view={view} open={open ? [about] : []} />
          <ReviewBox {...{ publication, about, open, view }} action={report.path} />
          <p class="colophon">{say.secret}</p>
        </div>
      </div>
    </PublicPage>
  );
}
