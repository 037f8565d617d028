import type { PersonsResponse } from '../../comments/people/queries.ts';
import { Time } from '../../web/ui/time.tsx';
import { DeskPage } from '../frame/desk-page.tsx';
import { FormRefused } from '../frame/form-field.tsx';
import { NearPages } from '../frame/near-pages.tsx';
import { TextField } from '../frame/text-field.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { EraseSection } from './erase-section.tsx';
import type { PeopleView } from './people-view.ts';

type PeoplePageProps = { desk: DeskView; view: PeopleView };

/** What is kept of one reader: found, given out, erased. */
export function PeoplePage({ desk, view }: PeoplePageProps) {
  const { locale } = desk.publication;
  const { people: say } = deskWordingFor(locale);
  const { found, newer, older } = view;
  const isNone = found !== null && found.count + found.reports === 0;
  return (
    <DeskPage desk={desk} title={say.heading} section="responses">
      <main id="main" class="wrap">
        <div class="bar lead">
          <h1>{say.heading}</h1>
        </div>
        <div class="prose">
          {view.done !== null && (
            <p role="status">
              <b>
                {[
                  (view.done.responses > 0 || view.done.reports === 0) && say.done(view.done.responses),
                  view.done.reports > 0 && say.reportsDone(view.done.reports),
                ]
                  .filter((sentence) => sentence !== false)
                  .join(' ')}
              </b>
            </p>
          )}
          <p>{say.lead}</p>
        </div>
        <Search desk={desk} view={view} />
        {isNone && <FormRefused form={view.form} heading={say.refused} />}
        {isNone && <p>{say.none}</p>}
        {found !== null && found.count > 0 && <p>{say.found(found.count)}</p>}
        {found !== null && found.reports > 0 && <p>{say.reports(found.reports)}</p>}
        {found !== null && !isNone && (
          <>
            {view.by === 'name' && <p class="quiet">{say.manyWriters}</p>}
            {/* biome-ignore lint/a11y/noRedundantRoles: without a marker, Safari takes it for no list */}
            <ol role="list">
              {found.responses.map((response) => (
                <Item desk={desk} response={response} />
              ))}
            </ol>
            <NearPages {...{ locale, newer, older }} />
            <Export desk={desk} view={view} />
            <EraseSection desk={desk} view={view} />
          </>
        )}
      </main>
    </DeskPage>
  );
}

function Search({ desk, view }: PeoplePageProps) {
  const { people: say } = deskWordingFor(desk.publication.locale);
  const ways = Object.entries(say.ways);
  return (
    <form class="item" method="get" action="/desk/people/">
      <div class="field">
        <label for="f-by">{say.by}</label>
        <select id="f-by" name="by">
          {ways.map(([value, label]) => (
            <option value={value} selected={value === view.by}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <TextField name="q" label={say.value} value={view.value} autocomplete="off" />
      <p class="actions">
        <button type="submit">{say.find}</button>
      </p>
    </form>
  );
}

function Item({ desk: { publication }, response }: { desk: DeskView; response: PersonsResponse }) {
  const { people: say, responses: words } = deskWordingFor(publication.locale);
  const { number, place, article } = response;
  const title = number === null ? say.noNumber : say.number(number);
  return (
    <li class="item">
      <p>
        {place === null ? title : <a href={place}>{title}</a>} {say.on} {article.title}.{' '}
        {words.states[response.state]}, {say.sent} <Time at={response.postedAt} style={publication} />.
      </p>
      <p class="quiet">
        {say.name} <bdi>{response.name}</bdi>
        {response.email !== null && (
          <>
            {'. '}
            {say.email} <bdi>{response.email}</bdi>
          </>
        )}
      </p>
      <p class="words">
        <bdi>{response.text}</bdi>
      </p>
    </li>
  );
}

function Export({ desk, view }: PeoplePageProps) {
  const { people: say } = deskWordingFor(desk.publication.locale);
  return (
    <form class="item" method="post" action="/desk/people/export/">
      <input type="hidden" name="by" value={view.by} />
      <input type="hidden" name="q" value={view.value} />
      <p class="hint" id="export-hint">
        {say.exportHint}
      </p>
      <p class="actions">
        <button type="submit" aria-describedby="export-hint">
          {say.export}
        </button>
      </p>
    </form>
  );
}
