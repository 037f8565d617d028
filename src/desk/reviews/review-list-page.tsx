import { Time } from '../../web/ui/time.tsx';
import { ListPage } from '../frame/list-page.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { type ListedReview, type ReviewListView, reviewsPath } from './review-view.ts';

/** Reviews that wait, the longest first; or those that were decided. */
export function ReviewListPage({ desk, view }: { desk: DeskView; view: ReviewListView }) {
  const { reviews: say } = deskWordingFor(desk.publication.locale);
  return (
    <ListPage {...{ desk, view, say }} section="reviews">
      {view.items.map((each) => (
        <ReviewItem desk={desk} one={each} />
      ))}
    </ListPage>
  );
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
