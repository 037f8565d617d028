import { timeText } from '../../lib/dates.ts';
import { monthsLater } from '../../lib/months-later.ts';
import type { PublicationView } from '../../publication/publication-view.ts';
import type { ReviewStanding } from '../../reviews/queries.ts';
import { outcomeText, reviewWords as say } from '../../reviews/wording.ts';
import { Time } from '../../web/ui/time.tsx';
import type { ReasonsView, ReviewForm } from './reasons-view.ts';

type BoxProps = {
  publication: PublicationView;
  /** What may be looked at again: its id, and when its writer was told. */
  about: { id: string; at: string; restriction?: string };
  /** Whether it still stands. */
  open: boolean;
  view: Pick<ReasonsView, 'reviews' | 'months' | 'now' | 'form'>;
  /** Where the form is sent. */
  action: string;
};

/** What came of a review, or the form that asks for one. */
export function ReviewBox({ publication, about, open, view, action }: BoxProps) {
  const review = view.reviews.find(({ subjectId }) => subjectId === about.id);
  if (review) return <Asked publication={publication} review={review} />;
  if (!open) return null;
  const until = monthsLater(about.at, view.months);
  if (until < view.now) return <p class="quiet">{say.late}</p>;
  const form = view.form?.subjectId === about.id ? view.form : null;
  return (
    <Ask
      {...{ form, action }}
      isSuspension={about.restriction === 'suspended'}
      subject={about.id}
      until={timeText(until, publication)}
    />
  );
}

function Asked({ publication, review }: { publication: PublicationView; review: ReviewStanding }) {
  return (
    <div class="waitbox" id={`review-${review.id}`}>
      <h3>{say.heading}</h3>
      <p>
        {say.askedAt} <Time at={review.askedAt} style={publication} />.{' '}
        {review.standing === 'waits' && say.waits}
        {review.standing === 'moot' && say.moot}
      </p>
      {outcomeText(review).map((text) => (
        <p>
          <bdi>{text}</bdi>
        </p>
      ))}
      {review.decidedAt !== null && (
        <p class="quiet">
          {say.decidedAt} <Time at={review.decidedAt} style={publication} />.
        </p>
      )}
      {review.words !== '' && (
        <>
          <p class="quiet">{say.yourWords}</p>
          <blockquote>
            {review.words.split(/\n\s*\n/).map((block) => (
              <p>
                <bdi>{block}</bdi>
              </p>
            ))}
          </blockquote>
        </>
      )}
    </div>
  );
}

/** A refusal where the form is gone by now: with what was typed, to copy. `open` are what may be asked about. */
export function StrayRefusal({ view, open }: { view: BoxProps['view']; open: readonly About[] }) {
  const { form } = view;
  const isAtForm = open.some((about) => about.id === form?.subjectId && mayAsk(view, about));
  if (form === null || isAtForm) return null;
  return (
    <div class="refused" role="alert" id="refused" tabindex={-1} autofocus>
      <p>
        <b>{say.refused}</b>
      </p>
      <p>{form.refusal}</p>
      {form.words !== '' && (
        <blockquote>
          <p>
            <bdi>{form.words}</bdi>
          </p>
        </blockquote>
      )}
    </div>
  );
}

type About = { id: string; at: string };

const mayAsk = ({ reviews, months, now }: BoxProps['view'], { id, at }: About) =>
  !reviews.some(({ subjectId }) => subjectId === id) && monthsLater(at, months) >= now;

type AskProps = {
  form: ReviewForm | null;
  action: string;
  subject: string;
  until: string;
  isSuspension: boolean;
};

function Ask({ form, action, subject, until, isSuspension }: AskProps) {
  const id = `w-${subject}`;
  return (
    <form class="apart" method="post" action={action} id={`ask-${subject}`}>
      <h3>{say.ask}</h3>
      {form !== null && (
        <div class="refused" role="alert" id="refused" tabindex={-1} autofocus>
          <p>
            <b>{say.refused}</b>
          </p>
          <p>
            <a href={`#${id}`}>{form.refusal}</a>
          </p>
        </div>
      )}
      <p>{say.askHint(until)}</p>
      {isSuspension && <input type="hidden" name="what" value="suspension" />}
      <input type="hidden" name="about" value={subject} />
      <div class="field">
        <label for={id}>{say.words}</label>
        <p class="hint" id={`${id}-hint`}>
          {say.wordsHint}
        </p>
        {/* A browser drops the first line break: this one, never the writer's. */}
        <textarea
          id={id}
          name="words"
          rows={5}
          aria-describedby={`${id}-hint`}
        >{`\n${form?.words ?? ''}`}</textarea>
      </div>
      <p class="actions">
        <button class="main" type="submit">
          {say.send}
        </button>
      </p>
    </form>
  );
}
