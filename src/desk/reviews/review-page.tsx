import { outcomeText } from '../../reviews/wording.ts';
import { Time } from '../../web/ui/time.tsx';
import { DeskPage } from '../frame/desk-page.tsx';
import { FormField, FormRefused } from '../frame/form-field.tsx';
import { DecidedBy } from '../responses/decided-item.tsx';
import { ResponseHeading, ResponseWords } from '../responses/response-parts.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { type OneReviewView, reviewsPath } from './review-view.ts';

type Props = { desk: DeskView; view: OneReviewView };

/** One review: what they say, what was decided first, the words, and the decision. */
export function ReviewPage({ desk, view }: Props) {
  const { publication } = desk;
  const { reviews: say } = deskWordingFor(publication.locale);
  const { review } = view;
  const title = say.subjects[review.subject];
  return (
    <DeskPage desk={desk} title={title} section="reviews">
      <main id="main" class="wrap">
        <div class="bar lead">
          <h1>{title}</h1>
          <p>
            <a href={reviewsPath}>{say.back}</a>
          </p>
        </div>
        <FormRefused form={view.form} heading={say.refused} />
        {view.done && (
          <p class="waitbox" role="status">
            {say.done}
          </p>
        )}
        <Asked desk={desk} view={view} />
        <First desk={desk} view={view} />
        <section class="item" aria-labelledby="words">
          <h2 id="words">{say.theWords}</h2>
          <div class="bar">
            <ResponseHeading publication={publication} response={view.response} />
          </div>
          <ResponseWords publication={publication} response={view.response} />
        </section>
        {!hasForm(view) && <Typed desk={desk} view={view} />}
        {review.standing === 'waits' && <Decide desk={desk} view={view} />}
        {review.standing === 'moot' && <p class="waitbox">{say.moot}</p>}
        {review.standing === 'decided' && <Decided desk={desk} view={view} />}
      </main>
    </DeskPage>
  );
}

const hasForm = ({ review, may }: OneReviewView) =>
  review.standing === 'waits' && (may === 'other' || may === 'same');

/** What was typed into a form that is not there any more, to copy. */
function Typed({ desk: { publication }, view: { form } }: Props) {
  const { reviews: say } = deskWordingFor(publication.locale);
  const { sentence = '' } = form.values;
  return sentence === '' ? null : (
    <p class="waitbox">
      {say.typed} <bdi>{sentence}</bdi>
    </p>
  );
}

function Asked({ desk: { publication }, view: { review } }: Props) {
  const { reviews: say } = deskWordingFor(publication.locale);
  return (
    <section class="item" aria-labelledby="asker">
      <h2 id="asker">{say.asker}</h2>
      <p class="quiet">
        {say.asked} <Time at={review.askedAt} style={publication} />.
      </p>
      {review.words === '' && <p>{say.askerSilent}</p>}
      {review.words !== '' &&
        review.words.split(/\n\s*\n/).map((block) => (
          <p class="prose">
            <bdi>{block}</bdi>
          </p>
        ))}
    </section>
  );
}

function First({ desk, view: { response, caseId, first } }: Props) {
  const { reviews: say } = deskWordingFor(desk.publication.locale);
  const { article, number } = response;
  const all = number === null ? `?article=${article.id}` : `?article=${article.id}&number=${number}`;
  return (
    <section class="item" aria-labelledby="first">
      <h2 id="first">{say.first}</h2>
      {first !== null && <DecidedBy desk={desk} decision={first} />}
      {caseId !== null && <p>{say.ofCase}</p>}
      <p>
        <a href={`/desk/responses/${all}`}>{say.seeAll}</a>
      </p>
    </section>
  );
}

function Decide({ desk, view }: Props) {
  const { reviews: say } = deskWordingFor(desk.publication.locale);
  const { review, form } = view;
  if (view.may === 'unfit') return <p class="waitbox">{say.unfit}</p>;
  if (view.may === 'not-yours')
    return <p class="waitbox">{review.subject === 'suspension' ? say.notYoursLong : say.notYours}</p>;
  const options = [['', '–'] as const, ...view.reasons.map(({ code, label }) => [code, label] as const)];
  return (
    <section class="item" aria-labelledby="decide">
      <h2 id="decide">{say.decide}</h2>
      {view.may === 'same' && <p class="waitbox">{say.same}</p>}
      <form method="post" action={`${reviewsPath}${review.id}/`}>
        <FormField form={form} name="sentence" label={say.sentence} hint={say.sentenceHint} rows={4} />
        {review.subject === 'report' && (
          <FormField form={form} name="reason" label={say.reason} options={options} />
        )}
        <p class="actions">
          <button class="main" type="submit" name="do" value="uphold">
            {say.uphold[review.subject]}
          </button>
          <button
            class={review.subject === 'report' ? 'cut' : undefined}
            type="submit"
            name="do"
            value="reverse"
          >
            {say.reverse[review.subject]}
          </button>
        </p>
      </form>
    </section>
  );
}

function Decided({ desk: { publication }, view: { review } }: Props) {
  const { reviews: say } = deskWordingFor(publication.locale);
  return (
    <section class="item" aria-labelledby="decided">
      <h2 id="decided">{say.decided}</h2>
      {outcomeText(review).map((text) => (
        <p class="prose">
          <bdi>{text}</bdi>
        </p>
      ))}
      {review.decidedAt !== null && (
        <p class="quiet">
          <Time at={review.decidedAt} style={publication} />
        </p>
      )}
    </section>
  );
}
