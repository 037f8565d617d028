import { Pager } from '../../web/ui/pager.tsx';
import { Time } from '../../web/ui/time.tsx';
import { DeskPage } from '../frame/desk-page.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { type ListedReview, type ReviewListView, reviewsPath } from './review-view.ts';

type PageProps = { desk: DeskView; view: ReviewListView };

/** Reviews that wait, the longest first; or those that were decided. */
export function ReviewListPage({ desk, view }: PageProps) {
  const { locale } = desk.publication;
  const { reviews: say, ...all } = deskWordingFor(locale);
  const which = view.open ? 'open' : 'closed';
  return (
    <DeskPage desk={desk} title={say.heading} section="reviews">
      <div class="wrap panes">
        <nav class="filter" aria-label={say.filtersLabel}>
          <h2>{say.filtersLabel}</h2>
          <ul>
            {(['open', 'closed'] as const).map((each) => (
              <li>
                <a href={addressOf(each, 1)} aria-current={each === which ? 'true' : null}>
                  {say[each]} <span>{all.count(view.counts[each])}</span>
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <main id="main">
          <div class="bar">
            <h1>{say.heading}</h1>
          </div>
          <p>{say.intro}</p>
          {view.reviews.length === 0 && <p>{say.none[which]}</p>}
          {/* biome-ignore lint/a11y/noRedundantRoles: without a marker, Safari takes it for no list */}
          <ol role="list">
            {view.reviews.map((each) => (
              <ReviewItem desk={desk} one={each} />
            ))}
          </ol>
          <Pager
            {...{ locale, page: view.page, pages: view.pages, path: (page) => addressOf(which, page) }}
            older={all.next}
            newer={all.previous}
          />
        </main>
      </div>
    </DeskPage>
  );
}

function addressOf(which: 'open' | 'closed', page: number): string {
  const query = new URLSearchParams({
    ...(which === 'closed' ? { state: 'closed' } : {}),
    ...(page === 1 ? {} : { page: String(page) }),
  });
  return query.size === 0 ? reviewsPath : `${reviewsPath}?${query}`;
}

/** A review in a list: it is decided at its own page. */
export function ReviewItem({ desk: { publication }, one }: { desk: DeskView; one: ListedReview }) {
  const { reviews: say } = deskWordingFor(publication.locale);
  return (
    <li class="item" id={`review-${one.id}`}>
      <h2>
        <a href={`${reviewsPath}${one.id}/`}>{say.subjects[one.subject]}</a>: <bdi>{one.writer}</bdi>
      </h2>
      <p>{say.response(one.number, one.article)}</p>
      <p class="quiet">
        {say.asked} <Time at={one.askedAt} style={publication} />.{' '}
        {one.decidedAt !== null && one.outcome !== null && (
          <>
            {say.decided} <Time at={one.decidedAt} style={publication} />. <b>{say.outcomes[one.outcome]}</b>
          </>
        )}
      </p>
    </li>
  );
}
