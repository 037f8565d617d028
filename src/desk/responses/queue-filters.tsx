import type { OwnView } from '../../moderation/own-views.ts';
import {
  everything,
  isSearch,
  kindsFor,
  noneWaiting,
  type QueueFilter,
  sumOf,
} from '../../moderation/waiting/waiting.ts';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { queueAddress } from './queue-address.ts';
import { holdReasons } from './queue-filter.ts';
import type { CountedArticle } from './response-view.ts';

type FiltersProps = {
  desk: DeskView;
  byArticle: CountedArticle[];
  filter: QueueFilter;
  /** The views that whoever reads keeps. */
  views: OwnView[];
};

/** Ways to narrow the queue: to an article, to why it is held, by name and by words; folded away where the list has no room beside them. */
export function QueueFilters({ desk, byArticle, filter, views }: FiltersProps) {
  const { queue: say, narrowing, telling, count } = deskWordingFor(desk.publication.locale);
  const waiting = desk.waiting ?? noneWaiting;
  const all = sumOf(waiting);
  const link = (to: Partial<QueueFilter>) => queueAddress({ ...filter, ...to });
  return (
    <nav class="filter" aria-label={say.filters}>
      <h2>{narrowing.byKind}</h2>
      <ul>
        {([null, ...kindsFor(desk.staff.role)] as const).map((kind) => (
          <li>
            <a href={link({ kind })} aria-current={filter.kind === kind ? 'true' : null}>
              {kind === null ? say.all : narrowing.kinds[kind]}{' '}
              <span>{count(kind === null ? all : waiting[kind])}</span>
            </a>
          </li>
        ))}
      </ul>
      <details class="narrower" open={isSearch(filter) || filter.articleId !== null}>
        <summary>{narrowing.more}</summary>
        <h2>{say.byArticle}</h2>
        <ul>
          <li>
            <a href={link({ articleId: null })} aria-current={filter.articleId === null ? 'true' : null}>
              {say.all} <span>{count(all)}</span>
            </a>
          </li>
          {byArticle.map(({ id, title, count: held }) => (
            <li>
              <a href={link({ articleId: id })} aria-current={filter.articleId === id ? 'true' : null}>
                {title} <span>{count(held)}</span>
              </a>
            </li>
          ))}
        </ul>
        <h2>{narrowing.byReason}</h2>
        <ul>
          <li>
            <a href={link({ because: null })} aria-current={filter.because === null ? 'true' : null}>
              {narrowing.anyReason}
            </a>
          </li>
          {holdReasons.map((because) => (
            <li>
              <a href={link({ because })} aria-current={filter.because === because ? 'true' : null}>
                {say.because[because] ?? because}
              </a>
            </li>
          ))}
        </ul>
        <Search locale={desk.publication.locale} filter={filter} />
      </details>
      <OwnViews locale={desk.publication.locale} filter={filter} views={views} />
      <p>
        <a href="/desk/queue/telling/">{telling.link}</a>
      </p>
    </nav>
  );
}

type OwnViewsProps = { locale: string; filter: QueueFilter; views: OwnView[] };

/** The views that somebody keeps, a way to keep this one, and to forget each. */
function OwnViews({ locale, filter, views }: OwnViewsProps) {
  const { narrowing: say } = deskWordingFor(locale);
  const query = queueAddress(filter).split('?')[1] ?? '';
  return (
    <>
      {views.length > 0 && <h2>{say.views}</h2>}
      <ul>
        {views.map((view) => (
          <li>
            <a href={`/desk/queue/?${view.query}`} aria-current={view.query === query ? 'true' : null}>
              <bdi>{view.name}</bdi>
            </a>
          </li>
        ))}
      </ul>
      {query !== '' && !views.some((view) => view.query === query) && (
        <form method="post" action="/desk/queue/view/">
          <input type="hidden" name="view" value={query} />
          <div class="field">
            <label for="view-name">{say.viewName}</label>
            <input id="view-name" name="name" autocomplete="off" maxlength={40} />
          </div>
          <button class="bare" type="submit">
            {say.keep}
          </button>
        </form>
      )}
      {views
        .filter((view) => view.query === query)
        .map(({ id, name }) => (
          <form method="post" action={`/desk/queue/view/${id}/forget/`}>
            <button class="bare" type="submit">
              {say.forget(name)}
            </button>
          </form>
        ))}
    </>
  );
}

function Search({ locale, filter }: { locale: string; filter: QueueFilter }) {
  const { narrowing: say } = deskWordingFor(locale);
  const { kind, articleId, because, name, words } = filter;
  return (
    <form method="get" action="/desk/queue/">
      {kind !== null && <input type="hidden" name="kind" value={kind} />}
      {articleId !== null && <input type="hidden" name="article" value={articleId} />}
      {because !== null && <input type="hidden" name="because" value={because} />}
      <div class="field">
        <label for="by-name">{say.name}</label>
        <input id="by-name" name="name" value={name ?? ''} autocomplete="off" />
      </div>
      <div class="field">
        <label for="by-words">{say.words}</label>
        <input id="by-words" name="words" value={words ?? ''} autocomplete="off" />
      </div>
      <p class="actions">
        <button type="submit">{say.find}</button>
        {(name !== null || words !== null) && (
          <a href={queueAddress({ ...everything, kind, articleId, because })}>{say.clear}</a>
        )}
      </p>
    </form>
  );
}
