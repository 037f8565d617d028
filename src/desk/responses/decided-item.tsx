import type { NameHint } from '../../moderation/name-hints.ts';
import { roleWords } from '../../record/wording.ts';
import { may, mayOn } from '../../staff/permissions.ts';
import { Time } from '../../web/ui/time.tsx';
import { SuspendLink } from '../suspensions/suspend-link.tsx';
import { deskWordingFor } from '../wording.ts';
import { Around } from './around.tsx';
import type { Beside } from './beside.ts';
import type { ItemProps } from './held-item.tsx';
import { HintOfName } from './hint-of-name.tsx';
import { NotesOfStaff } from './notes-of-staff.tsx';
import { RemoveForm } from './remove-form.tsx';
import { ResponseHeading, ResponseWords } from './response-parts.tsx';
import type { Decision } from './response-view.ts';
import { WriterPast } from './writer-past.tsx';

type DecidedProps = ItemProps & {
  hint: NameHint | undefined;
  /** What stands beside it on its own page; in a list nothing does. */
  beside?: Beside;
  mayNot?: string | null;
};

/** A published or decided response, with what can still be done: remove it, or bring it back. */
export function DecidedItem(props: DecidedProps) {
  const { desk, response, hint, beside, back } = props;
  const { publication } = desk;
  const { responses: say } = deskWordingFor(publication.locale);
  return (
    <li class="open" id={`response-${response.id}`}>
      <div class="bar">
        <ResponseHeading publication={publication} response={response} />
        <span class="quiet">
          {say.states[response.state]}, <Time at={response.postedAt} style={publication} />
        </span>
      </div>
      {response.decision && <DecidedBy desk={desk} decision={response.decision} />}
      <HintOfName publication={publication} hint={hint} />
      {beside && <WriterPast publication={publication} past={beside.past} />}
      <ResponseWords publication={publication} response={response} />
      {beside && <Around locale={publication.locale} around={beside.around} />}
      {beside && response.html !== null && (
        <NotesOfStaff desk={desk} response={response} notes={beside.notes} back={back} />
      )}
      {may(desk.staff.role, 'person.answer') && response.html !== null && (
        <Writer desk={desk} id={response.id} />
      )}
      {response.state === 'published' && mayOn(desk.staff.role, 'comment.respond', 'published') && (
        <Answer desk={desk} response={response} />
      )}
      <SuspendLink desk={desk} response={response} />
      <DecideShown {...props} />
    </li>
  );
}

type ShownProps = ItemProps & { mayNot?: string | null };

/** The button that removes what is published, or brings back what was removed; or why the reader may do neither. */
export function DecideShown({ desk, response, reasons, refusal, mayNot = null, back = '' }: ShownProps) {
  const { locale } = desk.publication;
  const { state, id, name } = response;
  const path = `/desk/responses/${id}/`;
  if (state !== 'published' && state !== 'removed' && state !== 'refused') return null;
  if (mayNot !== null) return <p class="waitbox">{mayNot}</p>;
  return state === 'published' ? (
    <RemoveForm {...{ locale, response, reasons, refusal }} action={`${path}remove/${back}`} />
  ) : (
    <Restore locale={locale} name={name} action={`${path}restore/${back}`} />
  );
}

/** Who decided what and when, for which reason, and what the writer was told. */
export function DecidedBy({
  desk: { publication },
  decision,
}: {
  desk: ItemProps['desk'];
  decision: Decision;
}) {
  const { responses: say, roles } = deskWordingFor(publication.locale);
  const role = decision.byRole as keyof typeof roles;
  const by =
    decision.byName === null
      ? say.byRole(roleWords[role as keyof typeof roleWords] ?? decision.byRole)
      : say.by(decision.byName, roles[role] ?? decision.byRole);
  return (
    <ul class="facts">
      <li>
        <b>{say.decisions[decision.kind] ?? decision.kind}</b> <Time at={decision.at} style={publication} />
        {decision.kind !== 'withdraw' && `, ${by}`}
      </li>
      {decision.reason !== null && <li>{decision.reason}</li>}
      {decision.sentence !== null && (
        <li>
          {say.told} <bdi>{decision.sentence}</bdi>
        </li>
      )}
    </ul>
  );
}

function Writer({ desk: { publication }, id }: { desk: ItemProps['desk']; id: string }) {
  const { people: say } = deskWordingFor(publication.locale);
  return (
    <p class="quiet">
      <a href={`/desk/people/?by=response&q=${id}`}>{say.thisWriter}</a>
    </p>
  );
}

function Answer({ desk: { publication }, response }: Pick<ItemProps, 'desk' | 'response'>) {
  const { respond: say, queue } = deskWordingFor(publication.locale);
  const { article, number, name } = response;
  return (
    <p class="quiet">
      <a href={`/desk/articles/${article.id}/respond/?in_reply_to=${number}`}>
        {say.answer}
        <span class="vh">{queue.the(name)}</span>
      </a>
    </p>
  );
}

function Restore({ locale, name, action }: { locale: string; name: string; action: string }) {
  const { removal, queue } = deskWordingFor(locale);
  return (
    <form method="post" action={action}>
      <button type="submit">
        {removal.restore}
        <span class="vh">{queue.the(name)}</span>
      </button>
    </form>
  );
}
