import type { LateDecision } from '../../moderation/late-decision.ts';
import { DeskPage } from '../frame/desk-page.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { DoneLine, UndoBar } from './done-line.tsx';
import { LateLines } from './late-lines.tsx';
import { CasesAbout, OneItem } from './one-item.tsx';
import type { OneResponse } from './one-response.ts';
import { RefusedRemoval } from './refused-box.tsx';
import type { RemovalRefusal } from './response-view.ts';

type OneResponsePageProps = {
  desk: DeskView;
  one: OneResponse;
  refusal?: RemovalRefusal | null;
  back?: string;
  /** What was done here a moment ago. */
  did?: 'decided' | 'noted' | null;
  late?: LateDecision[];
};

/** One response with every decision; after a removal that was not taken, with what is wrong and everything typed. */
export function OneResponsePage(props: OneResponsePageProps) {
  const { desk, one, refusal = null, back = '', did = null, late = [] } = props;
  const { publication } = desk;
  const { locale } = publication;
  const { removal, alone: say, notes } = deskWordingFor(locale);
  const { response, reported, kept } = one;
  const { number, place, article } = response;
  const title = refusal ? removal.heading : say.heading(number);
  const done = did === 'decided' ? { desk, response, reported: reported?.reported ?? null, kept } : null;
  return (
    <DeskPage desk={desk} title={title} section={response.state === 'held' ? 'queue' : 'responses'}>
      <main id="main" class="wrap">
        <div class="bar lead">
          <h1>{title}</h1>
          <p>
            <a href={place ?? article.path}>{say.back(number)}</a>
          </p>
        </div>
        {refusal && <RefusedRemoval locale={locale} refusal={refusal} />}
        <LateLines publication={publication} late={late} />
        {did === 'noted' && (
          <p class="waitbox" role="status">
            {notes.noted}
          </p>
        )}
        {done && <DoneLine {...done} />}
        {/* biome-ignore lint/a11y/noRedundantRoles: without a marker, Safari takes it for no list */}
        <ol role="list">
          <OneItem {...{ desk, one, refusal, back }} />
        </ol>
        <CasesAbout {...{ desk, one, back }} />
        {done && <UndoBar {...done} back={back} />}
      </main>
    </DeskPage>
  );
}
