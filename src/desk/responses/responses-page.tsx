import type { NameHint } from '../../moderation/name-hints.ts';
import { DeskPage } from '../frame/desk-page.tsx';
import { NearPages } from '../frame/near-pages.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { DecidedItem } from './decided-item.tsx';
import { DoneLine } from './done-line.tsx';
import type { DecidedState } from './queries.ts';
import type { ReasonChoice } from './remove-form.tsx';
import { ResponseFilters } from './response-filters.tsx';
import type { DeskResponse } from './response-view.ts';

export type ResponsesView = {
  responses: DeskResponse[];
  hints: Map<string, NameHint>;
  /** The article that they are narrowed to, or null. */
  article: { id: string; title: string } | null;
  state: DecidedState | null;
  number: number | null;
  counts: { state: DecidedState | null; path: string; count: number }[];
  newer: string | null;
  older: string | null;
  reasons: ReasonChoice[];
  done: DeskResponse | null;
};

/** Published and decided responses, newest first. */
export function ResponsesPage({ desk, view }: { desk: DeskView; view: ResponsesView }) {
  const { publication } = desk;
  const { responses: say } = deskWordingFor(publication.locale);
  return (
    <DeskPage desk={desk} title={say.heading} section="responses">
      <div class="wrap panes">
        <ResponseFilters desk={desk} view={view} />
        <main id="main">
          <div class="bar">
            <h1>{say.heading}</h1>
            <p>
              <a href="/desk/suspensions/">{deskWordingFor(publication.locale).suspensions.nav}</a>
            </p>
            <p class="quiet">{view.article === null ? say.intro : `${say.under} ${view.article.title}`}</p>
          </div>
          {view.done && <DoneLine desk={desk} response={view.done} />}
          {view.responses.length === 0 ? (
            <p>{say.empty}</p>
          ) : (
            // biome-ignore lint/a11y/noRedundantRoles: without a marker, Safari takes it for no list
            <ol role="list">
              {view.responses.map((response) => (
                <DecidedItem
                  {...{ desk, response, reasons: view.reasons, refusal: null }}
                  hint={view.hints.get(response.id)}
                />
              ))}
            </ol>
          )}
          <NearPages locale={publication.locale} newer={view.newer} older={view.older} />
        </main>
      </div>
    </DeskPage>
  );
}
