import { headStart, hoursBeforeDue, riskHours } from '../../comments/queue-place.ts';
import { reportHours } from '../../moderation/reports/report.ts';
import { isSearch, kindsFor, sumOf } from '../../moderation/waiting/waiting.ts';
import { Pager } from '../../web/ui/pager.tsx';
import { scripts } from '../../web/ui/scripts.ts';
import { FloodLine } from '../filters/flood-line.tsx';
import { DeskPage } from '../frame/desk-page.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { DoneLine, UndoBar } from './done-line.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { LateLines } from './late-lines.tsx';
import { ManyBar } from './many-bar.tsx';
import { arrivedAddress, queueAddress } from './queue-address.ts';
import { QueueFilters } from './queue-filters.tsx';
import { QueueItem } from './queue-item.tsx';
import type { QueueView } from './queue-view.ts';

type QueuePageProps = { desk: DeskView; queue: QueueView };

/** Everything that waits for a decision, oldest and riskiest first, each with its words and its buttons. */
export function QueuePage({ desk, queue }: QueuePageProps) {
  const { publication } = desk;
  const { queue: say, keys, ...all } = deskWordingFor(publication.locale);
  const forScript = {
    'data-queue': queueAddress(queue.filter),
    'data-arrived-at': arrivedAddress(queue.filter, desk.now),
    'data-last-one': keys.lastOne,
    'data-nothing-to-undo': keys.nothingToUndo,
  };
  const total = sumOf(queue.counts);
  const pathOf = (page: number) => queueAddress({ ...queue.filter, page });
  return (
    <DeskPage
      desk={desk}
      title={say.heading(sumOf(desk.waiting ?? queue.counts))}
      section="queue"
      scripts={[scripts.queue]}
    >
      <div class="wrap panes">
        <QueueFilters desk={desk} byArticle={queue.byArticle} filter={queue.filter} views={queue.views} />
        <main id="main">
          <div class="bar">
            <h1>{queue.more ? say.headingMore(total) : say.heading(total)}</h1>
            <p class="quiet">
              {total === 0
                ? isSearch(queue.filter)
                  ? all.narrowing.nothing
                  : say.empty
                : `${say.order} ${waitingOf(desk, queue)}`}
            </p>
          </div>
          <p class="arrived" aria-live="polite" data-arrived>
            <a href={queueAddress(queue.filter)} hidden>
              {all.narrowing.load}
            </a>
          </p>
          <FloodLine desk={desk} flood={queue.flood} />
          <LateLines publication={publication} late={queue.late} />
          {queue.noted && (
            <p class="waitbox" role="status">
              {all.notes.noted}
            </p>
          )}
          {queue.done && <DoneLine desk={desk} {...queue.done} />}
          {/* biome-ignore lint/a11y/noRedundantRoles: without a marker, Safari takes it for no list */}
          <ol role="list" {...forScript}>
            {queue.items.map((item) => (
              <QueueItem
                {...{ desk, item, reasons: queue.reasons }}
                beside={'response' in item ? queue.beside.get(item.response.id) : undefined}
              />
            ))}
          </ol>
          {queue.items.some(({ kind }) => kind === 'held') && <ManyBar locale={publication.locale} />}
          <Pager
            locale={publication.locale}
            page={queue.page}
            pages={queue.pages}
            path={pathOf}
            older={all.next}
            newer={all.previous}
          />
          {queue.done && <UndoBar desk={desk} {...queue.done} />}
          <p class="said" aria-live="polite" data-said></p>
        </main>
        <Rules desk={desk} />
      </div>
      <KeysDialog locale={publication.locale} />
    </DeskPage>
  );
}

function waitingOf({ publication, now }: DeskView, { since }: QueueView): string {
  const { queue: say, duration } = deskWordingFor(publication.locale);
  if (since === null) return '';
  const waited = (at: string) => duration(now.getTime() - Date.parse(at));
  return say.waiting(waited(since.newest), waited(since.oldest));
}

function Rules({ desk: { publication, staff } }: { desk: DeskView }) {
  const { queue: say, keys } = deskWordingFor(publication.locale);
  return (
    <aside aria-label={say.rules}>
      <h2>{say.rules}</h2>
      <ol class="beside">
        {publication.rules.map((rule, index) => (
          <li>
            {index + 1}. {rule}
          </li>
        ))}
      </ol>
      <p data-keys-button hidden>
        <button type="button">{keys.button}</button>
      </p>
      <Order locale={publication.locale} complaints={kindsFor(staff.role).includes('case')} />
    </aside>
  );
}

function Order({ locale, complaints }: { locale: string; complaints: boolean }) {
  const { order: say } = deskWordingFor(locale);
  const counted = Object.entries(headStart).filter(([, hours]) => hours > 0);
  return (
    <>
      <h2>{say.heading}</h2>
      <p>{say.rule}</p>
      <ul>
        {counted.map(([reason, hours]) => (
          <li>{say.more(say.reasons[reason] ?? reason, hours)}</li>
        ))}
        <li>{say.more(say.atRisk, riskHours)}</li>
        <li>{say.more(say.legal, reportHours.legal)}</li>
        <li>{say.each(reportHours.furtherReport, reportHours.mostForReports)}</li>
      </ul>
      <p>{say.flood(-headStart.flood)}</p>
      {complaints && <p>{say.complaint(hoursBeforeDue)}</p>}
    </>
  );
}
