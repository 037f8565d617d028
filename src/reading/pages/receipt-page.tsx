import type { ReceiptView } from '../../comments/comment-view.ts';
import type { PublicationView } from '../../publication/publication-view.ts';
import { Html } from '../../web/ui/html.tsx';
import { PublicPage } from '../../web/ui/layout.tsx';
import { shownName } from '../../web/ui/name-wording.ts';
import { Time } from '../../web/ui/time.tsx';
import { wordingFor } from '../../web/ui/wording.ts';
import { AskForm, type AskState } from '../letters/ask-form.tsx';
import { holdingNow, type ReasonsView } from '../reviews/reasons-view.ts';
import { StrayRefusal } from '../reviews/review-box.tsx';
import { PlainHead } from './plain-head.tsx';
import { EarlierStatements, StatementOfReasons } from './statement.tsx';

type Props = { publication: PublicationView; receipt: ReceiptView };

export type ReceiptPageProps = Props & {
  /** The form that asks for letters, as it stands; null where none are sent. */
  letters: AskState | null;
  /** Whether a complaint about it was sent to its writer, and waits for an answer. */
  complaint?: 'told' | 'waits' | null;
  /** The reasons of every decision against it. */
  reasons?: ReasonsView;
};

const nothingTaken: ReasonsView = { statements: [], reviews: [], months: 6, now: '', form: null };

/** A writer's own page: what became of their response, its words, and the way to take it back. */
export function ReceiptPage({
  publication,
  receipt,
  letters,
  complaint = null,
  reasons = nothingTaken,
}: ReceiptPageProps) {
  const { receipt: say } = wordingFor(publication.locale);
  const stands = receipt.state === 'held' || receipt.state === 'published';
  const current = holdingNow(reasons, receipt.state);
  const statements = reasons.statements.filter((each) => !current.includes(each));
  const isTold = current.some(({ suspended }) => suspended === null);
  const action = `${receipt.path}review/`;
  return (
    <PublicPage publication={publication} title={say.title} canonicalPath={null} noindex path={null}>
      <PlainHead heading={say.title}>
        <p>
          <a href={receipt.article.path}>{say.heading(receipt.article.title)}</a>
        </p>
      </PlainHead>
      <div class="ed">
        <div>
          {complaint !== null && <Complaint {...{ publication, receipt, complaint }} />}
          <State publication={publication} receipt={receipt} told={isTold} />
          <StrayRefusal view={reasons} open={current} />
          {current.map((statement) => (
            <StatementOfReasons {...{ publication, action, statement }} view={reasons} />
          ))}
          {receipt.html !== null && (
            <section class="apart" aria-labelledby="words">
              <h2 class="label" id="words">
                {say.words}
              </h2>
              <Html class="words" html={receipt.html} />
            </section>
          )}
          {receipt.editableUntil !== null && (
            <Change publication={publication} receipt={receipt} until={receipt.editableUntil} />
          )}
          {letters !== null && stands && (
            <AskForm publication={publication} receipt={receipt} state={letters} />
          )}
          {stands && <Withdraw {...{ receipt, say }} />}
          <EarlierStatements {...{ publication, statements, action }} view={reasons} />
          <Proof publication={publication} receipt={receipt} />
          <p class="colophon">{say.secret}</p>
        </div>
      </div>
    </PublicPage>
  );
}

function Complaint({ publication, receipt, complaint }: Props & { complaint: 'told' | 'waits' }) {
  const { noticeToWriter: say } = wordingFor(publication.locale);
  return (
    <p class="waitbox">
      <b>{say.box}</b>{' '}
      <a href={`${receipt.path}complaint/`}>{complaint === 'waits' ? say.boxAnswer : say.boxLink}</a>
    </p>
  );
}

/** What became of it; `told` where a statement of reasons follows, which says more. */
function State({ publication, receipt, told }: Props & { told: boolean }) {
  const { receipt: say } = wordingFor(publication.locale);
  const { state, decision, number, place } = receipt;
  return (
    <div class="waitbox" role="status">
      <p>
        <b>{say.states[state]}</b> {say.explained[state]}
      </p>
      {number !== null && place !== null && (
        <p>
          <a href={place}>{say.see(number)}</a>
        </p>
      )}
      {decision && !told && (
        <p>
          {say.decided} <Time at={decision.at} style={publication} />.
          {decision.reason !== null && ` ${say.because} ${decision.reason.replace(/\.$/, '')}.`}
          {decision.sentence !== null && ` ${decision.sentence}`}
        </p>
      )}
      <p class="quiet">
        {say.by} <bdi>{shownName(receipt.name)}</bdi>. {say.sent}{' '}
        <Time at={receipt.postedAt} style={publication} />.
        {receipt.editedAt !== null && (
          <>
            {' '}
            {wordingFor(publication.locale).writingAgain.lastChanged}{' '}
            <Time at={receipt.editedAt} style={publication} />.
          </>
        )}
      </p>
    </div>
  );
}

type ChangeProps = Props & { until: string };

function Change({ publication, receipt, until }: ChangeProps) {
  const { writingAgain: say } = wordingFor(publication.locale);
  return (
    <p class="apart actions">
      <a class="button" href={`${receipt.path}edit/`}>
        {say.change}
      </a>{' '}
      <span class="hint">
        {say.changeUntil} <Time at={until} style={publication} />
      </span>
    </p>
  );
}

/** What shows to others what became of the response, without asking the publication. */
function Proof({ publication, receipt }: Props) {
  const { proof: say } = wordingFor(publication.locale);
  return (
    <p class="apart">
      <a href={`${receipt.path}proof.json`}>{say.download}</a> <span class="hint">{say.hint}</span>
    </p>
  );
}

type WithdrawProps = { receipt: ReceiptView; say: { withdraw: string; withdrawHint: string } };

function Withdraw({ receipt, say }: WithdrawProps) {
  return (
    <form class="apart" method="post" action={`${receipt.path}withdraw/`}>
      <p class="hint" id="hw">
        {say.withdrawHint}
      </p>
      <p class="actions">
        <button class="cut" type="submit" aria-describedby="hw">
          {say.withdraw}
        </button>
      </p>
    </form>
  );
}
