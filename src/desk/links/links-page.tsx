import { DeskPage } from '../frame/desk-page.tsx';
import { NearPages } from '../frame/near-pages.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { LinkItem } from './link-item.tsx';
import { type LinksView, linkStates, linksPath } from './links-view.ts';

type LinksPageProps = { desk: DeskView; view: LinksView };

/** Cited pages: how many stand how, then each, the broken first. */
export function LinksPage({ desk, view }: LinksPageProps) {
  const { locale } = desk.publication;
  const { links: say } = deskWordingFor(locale);
  const { page, pages, shown, counts } = view;
  const query = shown === null ? '' : `state=${shown}&`;
  return (
    <DeskPage desk={desk} title={say.heading} section="links">
      <main id="main" class="wrap">
        <div class="bar lead">
          <h1>{say.heading}</h1>
        </div>
        <div class="prose">
          {view.done !== null && (
            <p role="status">
              <b>{say.done[view.done]}</b>
            </p>
          )}
          {view.refused !== null && (
            <p class="refused" role="alert" id="refused" tabindex={-1} autofocus>
              {view.refused.sentence}
            </p>
          )}
          <p>{say.intro}</p>
          {!view.on && <p class="waitbox">{say.off}</p>}
        </div>
        {counts.size === 0 ? <p>{say.none}</p> : <Counts desk={desk} view={view} />}
        {counts.size > 0 && view.links.length === 0 && <p>{say.noneSuch}</p>}
        {view.links.map((link) => (
          <LinkItem desk={desk} link={link} refused={view.refused} />
        ))}
        <NearPages
          locale={locale}
          newer={page > 1 ? `${linksPath}?${query}page=${page - 1}` : null}
          older={page < pages ? `${linksPath}?${query}page=${page + 1}` : null}
        />
      </main>
    </DeskPage>
  );
}

/** A table whose numbers are drawn as well. */
function Counts({ desk, view: { counts, shown } }: LinksPageProps) {
  const { links: say } = deskWordingFor(desk.publication.locale);
  const most = Math.max(1, ...counts.values());
  const rows = linkStates.filter((state) => (counts.get(state) ?? 0) > 0);
  return (
    <table class="link-counts">
      <caption class="vh">{say.table}</caption>
      <tbody>
        {rows.map((state) => (
          <tr>
            <th scope="row">
              <a href={`${linksPath}?state=${state}`} aria-current={state === shown ? 'true' : null}>
                {say.states[state]}
              </a>
            </th>
            <td>{say.count(counts.get(state) ?? 0)}</td>
            <td>
              <Bar share={(counts.get(state) ?? 0) / most} isBad={state === 'dead' || state === 'changed'} />
            </td>
          </tr>
        ))}
        {shown !== null && (
          <tr>
            <th scope="row">
              <a href={linksPath}>{say.all}</a>
            </th>
            <td>{say.count([...counts.values()].reduce((sum, each) => sum + each, 0))}</td>
            <td />
          </tr>
        )}
      </tbody>
    </table>
  );
}

function Bar({ share, isBad }: { share: number; isBad: boolean }) {
  return (
    <svg class={isBad ? 'bad' : ''} viewBox="0 0 200 12" aria-hidden="true">
      <rect width={Math.max(1, Math.round(share * 200))} height="12" />
    </svg>
  );
}
