import { beginningOf } from '../../lib/beginning.ts';
import type { PublicationView } from '../../publication/publication-view.ts';
import { PublicPage } from '../../web/ui/layout.tsx';
import { paths } from '../../web/ui/site-paths.ts';
import { wordingFor } from '../../web/ui/wording.ts';
import { PlainHead } from '../pages/plain-head.tsx';
import type { ReportView } from './report-view.ts';

type Props = { publication: PublicationView; view: ReportView };

/** Reporting a response: the rules as buttons, each of which sends the report. Words and an address are folded away. */
export function ReportPage({ publication, view }: Props) {
  const { report: say } = wordingFor(publication.locale);
  const { comment, article } = view;
  const heading = say.heading(comment.number);
  return (
    <PublicPage publication={publication} title={heading} canonicalPath={null} path={null}>
      <PlainHead heading={heading}>
        <p>
          {say.on(article.title)}. <a href={comment.place}>{say.back(comment.number)}</a>
        </p>
      </PlainHead>
      <div class="ed">
        <div id="reporting">
          {view.done !== null && (
            <p class="waitbox" role="status">
              {say[view.done]} <Added {...{ publication, view }} />
            </p>
          )}
          {view.own !== null && (
            <p>
              {say.own} <a href={view.own}>{say.ownLink}</a>
            </p>
          )}
          <Refused publication={publication} view={view} />
          <blockquote>
            <p>
              <b>
                <bdi>{comment.name}</bdi>
              </b>
            </p>
            <p dir="auto">{beginningOf(comment.text)}</p>
          </blockquote>
          {view.done === null && <ReportForm publication={publication} view={view} />}
          <p>
            {say.complain}{' '}
            <a rel="nofollow" href={`${paths.complain}?about=${encodeURIComponent(comment.path)}`}>
              {say.complainLink}
            </a>
            .
          </p>
          <p class="quiet">
            <a rel="nofollow" href={`/desk/responses/?article=${article.id}&number=${comment.number}`}>
              {say.staff}
            </a>
          </p>
        </div>
      </div>
    </PublicPage>
  );
}

/** What is promised is what was done. */
function Added({ publication, view }: Props) {
  const { report: say } = wordingFor(publication.locale);
  return (
    <>
      {view.done === 'again' && view.kept !== null && (view.kept ? say.kept : say.notKept)}{' '}
      {view.told !== null && (view.told ? say.told : say.notTold)}
    </>
  );
}

function Refused({ publication, view }: Props) {
  const { report: say } = wordingFor(publication.locale);
  if (view.faults.length === 0 && view.refusal === null) return null;
  return (
    <div class="refused" role="alert" id="refused" tabindex={-1} autofocus>
      <h2>{say.refused}</h2>
      <ul>
        {view.refusal !== null && <li>{view.refusal}</li>}
        {view.faults.map(({ field }) => (
          <li>
            <a href={`#f-${field}`}>{say.faults[field]}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Pressing Enter in a field chooses no rule: the first button, which nobody sees, sends none. */
function ReportForm({ publication, view }: Props) {
  const { report: say } = wordingFor(publication.locale);
  const { text, email } = view.values;
  return (
    <form class="report" method="post" action={`${view.comment.path}report/`}>
      <button type="submit" name="reason" value="" hidden>
        {say.choose}
      </button>
      <p>{say.intro}</p>
      <details open={text !== '' || email !== ''}>
        <summary>{say.more}</summary>
        <Field {...{ publication, view }} name="text" />
        {view.sendsMail && <Field {...{ publication, view }} name="email" />}
      </details>
      <fieldset>
        <legend>{say.choose}</legend>
        <p class="hint">{say.press}</p>
        <ul class="rules">
          {view.reasons.map(({ code, label }, index) => (
            <li>
              <button type="submit" name="reason" id={index === 0 ? 'f-reason' : undefined} value={code}>
                {label}
              </button>
            </li>
          ))}
        </ul>
      </fieldset>
    </form>
  );
}

function Field({ publication, view, name }: Props & { name: 'text' | 'email' }) {
  const { report: say } = wordingFor(publication.locale);
  const wrong = view.faults.some(({ field }) => field === name);
  const id = `f-${name}`;
  const about = {
    ...{ id, name, 'aria-describedby': wrong ? `${id}-hint ${id}-why` : `${id}-hint` },
    'aria-invalid': wrong ? ('true' as const) : null,
  };
  return (
    <div class={wrong ? 'field wrong' : 'field'}>
      <label for={id}>{say[name]}</label>
      <p class="hint" id={`${id}-hint`}>
        {say[`${name}Hint`]}
      </p>
      {name === 'text' ? (
        // A browser drops the first line break: this one, never the writer's.
        <textarea {...about} rows={3}>{`\n${view.values.text}`}</textarea>
      ) : (
        <input {...about} type="text" inputmode="email" autocomplete="email" value={view.values.email} />
      )}
      {wrong && (
        <p class="why" id={`${id}-why`}>
          {say.faults[name]}
        </p>
      )}
    </div>
  );
}
