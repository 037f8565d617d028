import { withdrawalReasons } from '../../articles/withdraw-article.ts';
import { mayOn } from '../../staff/permissions.ts';
import { Time } from '../../web/ui/time.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { PublishingField } from './publishing-field.tsx';
import type { PublishingView, WithdrawalView } from './publishing-view.ts';

type SectionProps = { desk: DeskView; view: PublishingView };

/** Taking a published article back with a note, and putting it back. */
export function WithdrawalSection({ desk, view }: SectionProps) {
  const { withdrawing: say } = deskWordingFor(desk.publication.locale);
  const { article, stage, withdrawals } = view;
  const withdraws = mayOn(desk.staff.role, 'article.withdraw', stage);
  const restores = mayOn(desk.staff.role, 'article.restore', stage);
  if (withdrawals.length === 0 && !withdraws && !restores) return null;
  return (
    <section class="box" aria-labelledby="withdrawal">
      <h2 id="withdrawal">{say.heading}</h2>
      {withdrawals.map((withdrawal) => (
        <Withdrawal desk={desk} withdrawal={withdrawal} />
      ))}
      {withdraws && <WithdrawForm desk={desk} view={view} />}
      {restores && (
        <form method="post" action={`/desk/articles/${article.id}/restore/`}>
          <p>{say.restoreWhat}</p>
          <p class="actions">
            <button type="submit">{say.restore}</button>
          </p>
        </form>
      )}
    </section>
  );
}

function Withdrawal({ desk: { publication }, withdrawal }: { desk: DeskView; withdrawal: WithdrawalView }) {
  const { withdrawing: say } = deskWordingFor(publication.locale);
  const { at, by, reason, note, restoredAt } = withdrawal;
  return (
    <>
      <p class="quiet">
        {say.was} <Time at={at} style={publication} />
        {by !== null && (
          <>
            , <bdi>{by}</bdi>
          </>
        )}
        . {say.reasons[reason] ?? reason}.
        {restoredAt !== null && (
          <>
            {' '}
            {say.back} <Time at={restoredAt} style={publication} />.
          </>
        )}
      </p>
      <blockquote class="said">
        {note.split('\n').map((line) => (
          <p>
            <bdi>{line}</bdi>
          </p>
        ))}
      </blockquote>
    </>
  );
}

function WithdrawForm({ desk, view }: SectionProps) {
  const { withdrawing: say } = deskWordingFor(desk.publication.locale);
  const chosen = view.typed.get('reason') ?? '';
  const why = view.fault?.field === 'reason' ? view.fault.sentence : null;
  return (
    <form method="post" action={`/desk/articles/${view.article.id}/withdraw/`}>
      <p>{say.what}</p>
      <div class={why === null ? 'field' : 'field wrong'}>
        <label for="f-reason">{say.reason}</label>
        <select
          id="f-reason"
          name="reason"
          aria-invalid={why === null ? null : 'true'}
          aria-describedby={why === null ? null : 'f-reason-why'}
        >
          <option value="">{say.choose}</option>
          {withdrawalReasons.map((code) => (
            <option value={code} selected={code === chosen}>
              {say.reasons[code]}
            </option>
          ))}
        </select>
        {why !== null && (
          <p class="why" id="f-reason-why">
            {why}
          </p>
        )}
      </div>
      <PublishingField view={view} name="public-note" label={say.note} hint={say.noteHint} rows={3} />
      <p class="actions">
        <button class="cut" type="submit">
          {say.withdraw}
        </button>
      </p>
    </form>
  );
}
