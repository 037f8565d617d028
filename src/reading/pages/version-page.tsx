import type { CleanHtml } from '../../lib/clean-html.ts';
import type { PublicationView } from '../../publication/publication-view.ts';
import { inLanguage } from '../../web/ui/direction.ts';
import { Html } from '../../web/ui/html.tsx';
import { PublicPage } from '../../web/ui/layout.tsx';
import { Time } from '../../web/ui/time.tsx';
import { wordingFor } from '../../web/ui/wording.ts';
import { PlainHead } from './plain-head.tsx';

export type VersionText = {
  number: number;
  of: number;
  title: string;
  standfirst: string | null;
  html: CleanHtml;
  from: string;
  until: string;
  path: string;
  language: string | null;
};

/** An article as it read once. */
export function VersionPage({
  publication,
  version,
}: {
  publication: PublicationView;
  version: VersionText;
}) {
  const { cite: say, history } = wordingFor(publication.locale);
  const { number, of, title, standfirst, html, path } = version;
  return (
    <PublicPage
      publication={publication}
      title={`${title} (${say.old(number, of)})`}
      canonicalPath={null}
      path={null}
    >
      <PlainHead heading={title}>
        <p class="quiet">
          <b>{say.old(number, of)}.</b> {say.oldHint} {say.from}{' '}
          <Time at={version.from} style={publication} /> {say.until}{' '}
          <Time at={version.until} style={publication} />.
        </p>
        <p>
          <a href={path}>{say.now}</a> <a href={`${path}history/#version-${number}`}>{history.heading}</a>
        </p>
      </PlainHead>
      <div class="ed">
        {standfirst !== null && <p class="standfirst">{standfirst}</p>}
        <Html class="body flow" html={html} {...inLanguage(publication, version)} />
      </div>
    </PublicPage>
  );
}
