import type { FailedJob } from '../../jobs/failed-jobs.ts';
import { Time } from '../../web/ui/time.tsx';
import { DeskPage } from '../frame/desk-page.tsx';
import { NearPages } from '../frame/near-pages.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';

export type JobsView = {
  jobs: FailedJob[];
  count: number;
  /** Addresses of readers that no more letters go to. */
  refusedAddresses: number;
  page: number;
  pages: number;
  /** What was done just now, or why it was not. */
  done: 'again' | 'let-go' | null;
  refused: string | null;
};

type JobsPageProps = { desk: DeskView; view: JobsView };

/** Jobs that gave up, the newest first. */
export function JobsPage({ desk, view }: JobsPageProps) {
  const { locale } = desk.publication;
  const { jobs: say } = deskWordingFor(locale);
  const { page, pages } = view;
  return (
    <DeskPage desk={desk} title={say.heading} section="home">
      <main id="main" class="wrap">
        <div class="bar lead">
          <h1>{say.heading}</h1>
        </div>
        <div class="prose">
          {view.done !== null && (
            <p role="status">
              <b>{say.done[view.done]}</b>
            </p>
          )}
          {view.refused !== null && (
            <p class="refused" role="alert" id="refused" tabindex={-1} autofocus>
              {view.refused}
            </p>
          )}
          <p>{view.count === 0 ? say.none : say.some(view.count)}</p>
          {view.refusedAddresses > 0 && <p>{say.refused(view.refusedAddresses)}</p>}
        </div>
        {view.jobs.map((job) => (
          <Job desk={desk} job={job} />
        ))}
        <NearPages
          locale={locale}
          newer={page > 1 ? `/desk/jobs/?page=${page - 1}` : null}
          older={page < pages ? `/desk/jobs/?page=${page + 1}` : null}
        />
      </main>
    </DeskPage>
  );
}

function Job({ desk: { publication }, job }: { desk: DeskView; job: FailedJob }) {
  const { jobs: say } = deskWordingFor(publication.locale);
  return (
    <section class="item" aria-labelledby={`job-${job.id}`}>
      <h2 id={`job-${job.id}`}>{say.kind(job.kind)}</h2>
      <p>
        {say.failed(job.attempts)} <Time at={job.failedAt} style={publication} />. {say.because}{' '}
        <q>{job.error}</q>
      </p>
      {!job.again && <p>{say.addressForgotten}</p>}
      <form class="actions" method="post" action={`/desk/jobs/${job.id}/`}>
        {job.again && (
          <button type="submit" name="do" value="again">
            {say.again}
            <span class="vh"> {say.kind(job.kind)}</span>
          </button>
        )}
        <button class="bare" type="submit" name="do" value="let-go">
          {say.letGo}
          <span class="vh"> {say.kind(job.kind)}</span>
        </button>
      </form>
    </section>
  );
}
