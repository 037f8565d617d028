import type { CaseLetter } from '../../notices/letters/queries.ts';
import { faultsIn, noticeFields } from '../../notices/notice.ts';
import type { CaseView } from '../../notices/queries.ts';
import type { PublicationView } from '../../publication/publication-view.ts';
import { PublicPage } from '../../web/ui/layout.tsx';
import { Time } from '../../web/ui/time.tsx';
import { wordingFor } from '../../web/ui/wording.ts';
import { PlainHead } from '../pages/plain-head.tsx';
import { Letters, Paragraphs } from './letters.tsx';

export type CasePageProps = {
  publication: PublicationView;
  found: CaseView;
  letters: CaseLetter[];
  /** Whether letters are sent at all, and whether the reader came by one. */
  mail: { sends: boolean; cameByLetter: boolean; path: string };
};

/** A complainant’s own page: where their complaint stands, what was written to them, what they sent. */
export function CasePage({ publication, found, letters, mail }: CasePageProps) {
  const { complain } = wordingFor(publication.locale);
  const { case: say } = complain;
  const title = say.title(found.number);
  return (
    <PublicPage publication={publication} title={title} canonicalPath={null} noindex path={null}>
      <PlainHead heading={title}>
        <p>{complain.kinds[found.kind].name}</p>
      </PlainHead>
      <div class="ed">
        <div>
          <Standing publication={publication} found={found} />
          {mail.cameByLetter && !found.confirmed && (
            <form class="waitbox" method="post" action={`${mail.path}confirm/`}>
              <p>{say.confirmHint}</p>
              <p class="actions">
                <button class="main" type="submit">
                  {say.confirm}
                </button>
              </p>
            </form>
          )}
          {found.confirmed && <p class="quiet">{say.confirmed}</p>}
          {!mail.cameByLetter && !found.confirmed && found.email !== null && (
            <p class="quiet">{mail.sends ? say.mailed : say.noMail}</p>
          )}
          <section class="apart" aria-labelledby="letters">
            <h2 class="label" id="letters">
              {say.letters}
            </h2>
            {letters.length === 0 && <p>{say.noLetters}</p>}
            <Letters publication={publication} letters={letters} />
          </section>
          <Sent publication={publication} found={found} />
          <p class="colophon">{say.secret}</p>
        </div>
      </div>
    </PublicPage>
  );
}

type Part = Pick<CasePageProps, 'publication' | 'found'>;

function Standing({ publication, found }: Part) {
  const { complain } = wordingFor(publication.locale);
  const { case: say } = complain;
  const missing = faultsIn(found.kind, found.values);
  return (
    <div class="waitbox" role="status">
      <p>
        <b>{found.closedAt === null ? say.open : say.closed}</b> {say.received}{' '}
        <Time at={found.receivedAt} style={publication} />.
      </p>
      {found.closedAt === null && found.dueAt !== null && (
        <p>
          {say.due} <Time at={found.dueAt} style={publication} />. {say.dueHint}
        </p>
      )}
      {missing.length > 0 && (
        <>
          <p>{say.incomplete}</p>
          <ul>
            {missing.map(({ field }) => (
              <li>{complain.missing[field]}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Sent({ publication, found }: Part) {
  const { complain } = wordingFor(publication.locale);
  const fields = noticeFields[found.kind].filter(({ name }) => found.values[name] !== undefined);
  return (
    <section class="apart" aria-labelledby="sent">
      <h2 class="label" id="sent">
        {complain.case.sent}
      </h2>
      {fields.map(({ name, shape }) => {
        const value = found.values[name] ?? '';
        return (
          <>
            <h3>{complain.fields[name as keyof typeof complain.fields].label}</h3>
            <Paragraphs text={shape === 'tick' ? complain.yes : (complain.options[name]?.[value] ?? value)} />
          </>
        );
      })}
    </section>
  );
}
