import { DeskPage } from '../frame/desk-page.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import type { Beside } from './beside.ts';
import { DecidedItem } from './decided-item.tsx';
import { HeldItem } from './held-item.tsx';
import { RefusedRemoval } from './refused-box.tsx';
import type { ReasonChoice } from './remove-form.tsx';
import type { DeskResponse, RemovalRefusal } from './response-view.ts';

type OneResponsePageProps = {
  desk: DeskView;
  response: DeskResponse;
  beside: Beside;
  reasons: ReasonChoice[];
  refusal: RemovalRefusal;
};

/** One response whose removal was not taken: what is wrong, and the form with everything typed. */
export function OneResponsePage({ desk, response, beside, reasons, refusal }: OneResponsePageProps) {
  const { locale } = desk.publication;
  const { removal: say } = deskWordingFor(locale);
  const held = response.state === 'held';
  const item = { desk, response, reasons, refusal };
  return (
    <DeskPage desk={desk} title={say.heading} section={held ? 'queue' : 'responses'}>
      <main id="main" class="wrap">
        <div class="bar lead">
          <h1>{say.heading}</h1>
        </div>
        <RefusedRemoval locale={locale} refusal={refusal} />
        {/* biome-ignore lint/a11y/noRedundantRoles: without a marker, Safari takes it for no list */}
        <ol role="list">
          {held ? <HeldItem {...item} beside={beside} /> : <DecidedItem {...item} hint={beside.hint} />}
        </ol>
      </main>
    </DeskPage>
  );
}
