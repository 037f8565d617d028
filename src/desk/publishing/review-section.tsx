import { mayOn } from '../../staff/permissions.ts';
import { Time } from '../../web/ui/time.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { PublishingField } from './publishing-field.tsx';
import type { PublishingView, ReviewView } from './publishing-view.ts';

type SectionProps = { desk: DeskView; view: PublishingView };

/** Who was asked to read an article before it is published, and what they said. */
export function ReviewSection({ desk, view }: SectionProps) {
  const { reviewing: say } = deskWordingFor(desk.publication.locale);
  const { stage, reviews } = view;
  const open = stage === 'in-review' ? (reviews.find(({ closedAt }) => closedAt === null) ?? null) : null;
  const asks = stage === 'draft' && mayOn(desk.staff.role, 'article.ask-review', stage);
  if (reviews.length === 0 && !asks) return null;
  return (
    <section class="box" aria-labelledby="review">
      <h2 id="review">{say.heading}</h2>
      {reviews.length === 0 ? (
        <p>{say.none}</p>
      ) : (
        <ul>
          {reviews.map((review) => (
            <Review desk={desk} review={review} />
          ))}
        </ul>
      )}
      {asks && <AskForm desk={desk} view={view} />}
      {open !== null && <AnswerForm desk={desk} view={view} review={open} />}
    </section>
  );
}

function Review({ desk: { publication }, review }: { desk: DeskView; review: ReviewView }) {
  const { reviewing: say } = deskWordingFor(publication.locale);
  const { askedAt, askedBy, note, closedAt, closedBy, outcome, answer } = review;
  return (
    <li>
      <p class="quiet">
        <bdi>{askedBy ?? say.somebody}</bdi> {say.asked}, <Time at={askedAt} style={publication} />
      </p>
      {note !== '' && <Words text={note} />}
      {closedAt === null ? (
        <p>{say.open}</p>
      ) : (
        <p class="quiet">
          <bdi>{closedBy ?? say.somebody}</bdi> {say.answered[outcome ?? ''] ?? ''},{' '}
          <Time at={closedAt} style={publication} />
        </p>
      )}
      {answer !== '' && <Words text={answer} />}
    </li>
  );
}

/** Typed lines stay lines. */
function Words({ text }: { text: string }) {
  return (
    <blockquote class="said">
      {text.split('\n').map((line) => (
        <p>
          <bdi>{line}</bdi>
        </p>
      ))}
    </blockquote>
  );
}

function AskForm({ desk, view }: SectionProps) {
  const { reviewing: say } = deskWordingFor(desk.publication.locale);
  return (
    <form method="post" action={`/desk/articles/${view.article.id}/review/`}>
      <PublishingField view={view} name="note" label={say.note} hint={say.noteHint} rows={3} />
      <p class="actions">
        <button class="main" type="submit">
          {say.send}
        </button>
      </p>
    </form>
  );
}

function AnswerForm({ desk, view, review }: SectionProps & { review: ReviewView }) {
  const { reviewing: say } = deskWordingFor(desk.publication.locale);
  const answers = mayOn(desk.staff.role, 'article.answer-review', view.stage);
  return (
    <>
      {answers && !review.mine && (
        <form method="post" action={`/desk/articles/${view.article.id}/review/answer/`}>
          <input type="hidden" name="review" value={review.id} />
          <PublishingField view={view} name="answer" label={say.answer} hint={say.answerHint} rows={3} />
          <p class="actions">
            <button class="main" type="submit" name="do" value="approve">
              {say.approve}
            </button>
            <button type="submit" name="do" value="send-back">
              {say.sendBack}
            </button>
          </p>
        </form>
      )}
      {review.mine && <p>{say.mine}</p>}
      <form method="post" action={`/desk/articles/${view.article.id}/review/take-back/`}>
        <p class="actions">
          <button class="bare" type="submit">
            {say.takeBack}
          </button>
        </p>
      </form>
    </>
  );
}
