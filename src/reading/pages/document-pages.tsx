import type { Changes } from '../../articles/revisions/history-view.ts';
import type { CleanHtml } from '../../lib/clean-html.ts';
import { dayText } from '../../lib/dates.ts';
import type { PublicationView } from '../../publication/publication-view.ts';
import type { DocumentVersion } from '../../publication/text-versions.ts';
import { wordingFor } from '../../web/ui/wording.ts';
import { ChangesList } from './changes.tsx';
import { ProsePage } from './prose-page.tsx';

type Times = Pick<DocumentVersion, 'number' | 'since' | 'until'>;

export type DocumentPageProps = {
  publication: PublicationView;
  title: string;
  path: string;
  html: CleanHtml;
  /** Every wording, oldest first; the last is in force. */
  versions: Times[];
  /** What is said above the earlier ones, where it is not what holds for rules. */
  earlierNote?: string;
};

/** One of the publication's own pages as it is in force, with the days of its earlier wordings. */
export function DocumentPage(props: DocumentPageProps) {
  const { publication, title, path, html, versions, earlierNote } = props;
  const { document: say } = wordingFor(publication.locale);
  const now = versions.at(-1);
  const earlier = versions.slice(0, -1);
  const lead = now && <p class="quiet">{timesOf(now, publication)}</p>;
  return (
    <ProsePage {...{ publication, title, path, html, lead }}>
      {earlier.length > 0 && (
        <section class="ed apart" aria-labelledby="earlier">
          <div class="prose">
            <h2 id="earlier">{say.earlier}</h2>
            <p>{earlierNote ?? say.earlierNote}</p>
            <ul>
              {earlier.toReversed().map((version) => (
                <li>
                  <a href={versionPath(path, version.number)}>
                    {say.listed(version.number, timesOf(version, publication))}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        </section>
      )}
    </ProsePage>
  );
}

export type DocumentVersionPageProps = DocumentPageProps & {
  version: Times;
  /** What became of the wording before it; null for the first. */
  changes: Changes | null;
};

/** One wording of such a page at its own lasting address, and what changed with it. */
export function DocumentVersionPage(props: DocumentVersionPageProps) {
  const { publication, title, path, html, version, changes } = props;
  const { document: say } = wordingFor(publication.locale);
  const lead = (
    <>
      <p class="quiet">{timesOf(version, publication)}</p>
      <p class="links">
        <a href={path}>{version.until === null ? say.inForce : say.toInForce}</a>
      </p>
    </>
  );
  const heading = `${title}, ${say.wording(version.number)}`;
  return (
    <ProsePage
      {...{ publication, html, lead }}
      title={heading}
      path={versionPath(path, version.number)}
      kept={false}
    >
      {changes && (
        <section class="ed apart" aria-labelledby="changed">
          <div>
            <h2 id="changed">{say.changed(version.number - 1)}</h2>
            <ChangesList locale={publication.locale} changes={changes} />
          </div>
        </section>
      )}
    </ProsePage>
  );
}

function versionPath(path: string, number: number): string {
  return `${path}versions/${number}/`;
}

function timesOf({ since, until }: Times, publication: PublicationView): string {
  const { document: say } = wordingFor(publication.locale);
  const from = since && dayText(since, publication);
  if (until !== null) return say.was(from, dayText(until, publication));
  return from === null ? say.sinceUnknown : say.since(from);
}
