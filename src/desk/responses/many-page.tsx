import { beginningOf } from '../../lib/beginning.ts';
import type { Pick } from '../../moderation/decide-many.ts';
import { DeskPage } from '../frame/desk-page.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { pickName } from './picks.ts';
import { RefusedRemoval } from './refused-box.tsx';
import { type ReasonChoice, Reasons } from './remove-form.tsx';
import { ResponseHeading } from './response-parts.tsx';
import type { DeskResponse, RemovalRefusal } from './response-view.ts';

/** A response that was picked, its words as text, and what came of it; no sentence before anything was decided. */
export type ManyLine = { response: DeskResponse; text: string; sentence: string | null };

type ManyPageProps = {
  desk: DeskView;
  heading: string;
  lines: ManyLine[];
  /** The picks whose removal is to be given a reason; or whose release can still be undone. */
  next:
    | { do: 'remove'; picks: Pick[]; reasons: ReasonChoice[]; refusal: RemovalRefusal | null }
    | Undoing
    | null;
};
type Undoing = { do: 'undo'; picks: Pick[] };

/** What was decided on many at once, or is about to be: each with its own outcome. */
export function ManyPage({ desk, heading, lines, next }: ManyPageProps) {
  const { publication } = desk;
  const { locale } = publication;
  const { many: say } = deskWordingFor(locale);
  return (
    <DeskPage desk={desk} title={heading} section="queue">
      <main id="main" class="wrap">
        <div class="bar lead">
          <h1>{heading}</h1>
        </div>
        {next?.do === 'remove' && next.refusal && <RefusedRemoval locale={locale} refusal={next.refusal} />}
        {next?.do === 'undo' && (
          <form method="post" action="/desk/queue/many/undo/">
            <Picked picks={next.picks} />
            <p class="actions">
              <button class="main" type="submit">
                {say.undoAll(next.picks.length)}
              </button>
            </p>
          </form>
        )}
        {/* biome-ignore lint/a11y/noRedundantRoles: without a marker, Safari takes it for no list */}
        <ol role="list">
          {lines.map(({ response, text, sentence }) => (
            <li class="item" id={`response-${response.id}`}>
              <ResponseHeading publication={publication} response={response} />
              <p class="quiet">{beginningOf(text)}</p>
              {sentence !== null && <p>{sentence}</p>}
            </li>
          ))}
        </ol>
        {next?.do === 'remove' && (
          <form method="post" action="/desk/queue/many/remove/">
            <Picked picks={next.picks} />
            <input type="hidden" name="asked" value="yes" />
            <Reasons
              {...{ locale, reasons: next.reasons, refusal: next.refusal }}
              response={{ id: manyId, state: 'removed' }}
            />
          </form>
        )}
        <p>
          <a href="/desk/queue/">{say.back}</a>
        </p>
      </main>
    </DeskPage>
  );
}

/** In the place of a response's id, where a reason is given for many. */
export const manyId = 'many';

function Picked({ picks }: { picks: Pick[] }) {
  return (
    <>
      {picks.map(({ id, seen }) => (
        <input type="hidden" name={pickName(id)} value={seen} />
      ))}
    </>
  );
}
