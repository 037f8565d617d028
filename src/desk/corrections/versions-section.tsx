import { historyPath } from '../../articles/revisions/history-view.ts';
import { withholdReasons } from '../../articles/revisions/withhold.ts';
import { reasonWords } from '../../record/wording.ts';
import { mayOn } from '../../staff/permissions.ts';
import { Time } from '../../web/ui/time.tsx';
import { FormField } from '../frame/form-field.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import type { CorrectionsView, VersionChoice } from './corrections-view.ts';

type SectionProps = { desk: DeskView; view: CorrectionsView };

/** An article's versions: which are withheld, and what may be done about it. */
export function VersionsSection({ desk, view }: SectionProps) {
  const { versions: say } = deskWordingFor(desk.publication.locale);
  const { article, versions, versionFault, reading, stage } = view;
  return (
    <section class="box" aria-labelledby="versions">
      <h2 id="versions">{say.heading}</h2>
      {versions.length === 0 ? <p>{say.none}</p> : <p>{say.hint}</p>}
      {versionFault !== null && (
        <p class="refused" role="alert" tabindex={-1} autofocus>
          {versionFault}
        </p>
      )}
      {stage === 'published' && article.path !== null && (
        <p class="links">
          <a href={historyPath(article.path)}>{say.history}</a>
        </p>
      )}
      {reading && (
        <div class="field">
          <label for="reading">{say.reading(reading.number)}</label>
          <textarea id="reading" readonly rows={14}>
            {`\n${[reading.title, reading.standfirst, reading.source].filter(Boolean).join('\n\n')}`}
          </textarea>
        </div>
      )}
      <ul>
        {versions.map((version) => (
          <Version desk={desk} view={view} version={version} />
        ))}
      </ul>
    </section>
  );
}

function Version({ desk, view, version: { number, at } }: SectionProps & { version: VersionChoice }) {
  const { publication, staff } = desk;
  const { versions: say } = deskWordingFor(publication.locale);
  const withheld = view.versionsWithheld.get(number);
  const isShown = view.stage === 'published' && number === view.versions[0]?.number;
  const decides = mayOn(staff.role, 'revision.withhold', view.stage);
  return (
    <li>
      <p>
        <b>{say.version(number)}</b>, <Time at={at} style={publication} />. {isShown && say.newest}
        {withheld && (
          <>
            {say.withheld} <Time at={withheld.at} style={publication} />. {reasonWords[withheld.reason]}
          </>
        )}
      </p>
      <p class="links">
        <a href={`/desk/articles/${view.article.id}/corrections/?read=${number}#reading`}>
          {say.read}
          <span class="vh">: {say.version(number)}</span>
        </a>
      </p>
      {decides && withheld && <ShowAgain locale={publication.locale} view={view} number={number} />}
      {decides && !withheld && !isShown && (
        <Withhold locale={publication.locale} view={view} number={number} />
      )}
    </li>
  );
}

type VersionFormProps = { locale: string; view: CorrectionsView; number: number };

function ShowAgain({ locale, view, number }: VersionFormProps) {
  const { versions: say } = deskWordingFor(locale);
  return (
    <form method="post" action={`/desk/articles/${view.article.id}/corrections/versions/`}>
      <input type="hidden" name="number" value={String(number)} />
      <p class="actions">
        <button type="submit" name="do" value="show">
          {say.show}
          <span class="vh">: {say.version(number)}</span>
        </button>
      </p>
    </form>
  );
}

function Withhold({ locale, view, number }: VersionFormProps) {
  const { versions: say } = deskWordingFor(locale);
  return (
    <details>
      <summary>
        {say.withhold}
        <span class="vh">: {say.version(number)}</span>
      </summary>
      <form method="post" action={`/desk/articles/${view.article.id}/corrections/versions/`}>
        <input type="hidden" name="number" value={String(number)} />
        <FormField
          form={{ prefix: `v${number}`, values: {}, faults: [] }}
          name="reason"
          label={say.reason}
          options={[
            ['', say.choose],
            ...withholdReasons.map((reason) => [reason, reasonWords[reason] ?? reason] as const),
          ]}
        />
        <p class="actions">
          <button class="cut" type="submit" name="do" value="withhold">
            {say.now}
            <span class="vh">: {say.version(number)}</span>
          </button>
        </p>
      </form>
    </details>
  );
}
