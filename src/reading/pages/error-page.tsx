import type { PublicationView } from '../../publication/publication-view.ts';
import { PublicPage } from '../../web/ui/layout.tsx';
import { Links } from '../../web/ui/links.tsx';
import { paths } from '../../web/ui/site-paths.ts';
import { wordingFor } from '../../web/ui/wording.ts';
import { PlainHead } from './plain-head.tsx';

export type ErrorPageProps = {
  publication: PublicationView;
  /** HTTP status. */
  code: number;
  /** A sentence on this case, such as why a page is gone. */
  note?: string | null;
};

/** What went wrong, in a sentence, and what to do. */
export function ErrorPage({ publication, code, note = null }: ErrorPageProps) {
  const { errors, otherError, errorCode, toFront, nav } = wordingFor(publication.locale);
  const [title, advice] = errors[code] ?? otherError;
  return (
    <PublicPage publication={publication} title={title} canonicalPath={null} noindex path={null}>
      <PlainHead heading={title}>
        {note && <p>{note}</p>}
        <p>{advice}</p>
        <p class="links sans">
          <Links
            links={[
              [paths.front, toFront],
              [paths.search, nav.search],
              [paths.archive, nav.archive],
            ]}
          />
        </p>
        <p class="quiet">{errorCode(code)}</p>
      </PlainHead>
    </PublicPage>
  );
}
