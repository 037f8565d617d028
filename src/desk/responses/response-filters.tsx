import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import type { ResponsesView } from './responses-page.tsx';

type FiltersProps = { desk: DeskView; view: ResponsesView };

/** Ways to narrow the list: by state, to one article, and there to one number. */
export function ResponseFilters({ desk, view }: FiltersProps) {
  const { responses: say, queue, count } = deskWordingFor(desk.publication.locale);
  return (
    <nav class="filter" aria-label={queue.filters}>
      <h2>{say.byState}</h2>
      <ul>
        {view.counts.map((entry) => (
          <li>
            <a href={entry.path} aria-current={entry.state === view.state ? 'true' : null}>
              {entry.state === null ? say.everyState : say.states[entry.state]}{' '}
              <span>{count(entry.count)}</span>
            </a>
          </li>
        ))}
      </ul>
      {view.article !== null && <InArticle desk={desk} view={view} article={view.article} />}
    </nav>
  );
}

type InArticleProps = FiltersProps & { article: { id: string } };

function InArticle({ desk, view, article }: InArticleProps) {
  const { responses: say } = deskWordingFor(desk.publication.locale);
  return (
    <>
      <h2>{say.byArticle}</h2>
      <ul>
        <li>
          <a href="/desk/responses/">{say.everyArticle}</a>
        </li>
      </ul>
      <form method="get" action="/desk/responses/">
        <input type="hidden" name="article" value={article.id} />
        <div class="field">
          <label for="number">{say.number}</label>
          <input id="number" name="number" inputmode="numeric" value={view.number ?? ''} />
        </div>
        <p class="actions">
          <button type="submit">{say.show}</button>
        </p>
      </form>
    </>
  );
}
