import type { PublicationView } from '../../publication/publication-view.ts';
import { PublicPage } from '../../web/ui/layout.tsx';
import { Links } from '../../web/ui/links.tsx';
import { paths } from '../../web/ui/site-paths.ts';
import { wordingFor } from '../../web/ui/wording.ts';
import { PlainHead } from './plain-head.tsx';

type WithdrawnProps = { publication: PublicationView; day: string; note: string };

/** What stands at the address of a page that its publication has taken back: since when, and why. */
export function WithdrawnStaticPage({ publication, day, note }: WithdrawnProps) {
  const { staticPage: say, toFront, nav, errorCode } = wordingFor(publication.locale);
  return (
    <PublicPage publication={publication} title={say.withdrawn} canonicalPath={null} noindex path={null}>
      <PlainHead heading={say.withdrawn}>
        <p>{say.withdrawnOn(day)}</p>
        {note.split('\n').map((line) => line.trim() !== '' && <p>{line}</p>)}
        <p>{say.kept}</p>
        <p class="links sans">
          <Links
            links={[
              [paths.front, toFront],
              [paths.record, nav.record],
            ]}
          />
        </p>
        <p class="quiet">{errorCode(410)}</p>
      </PlainHead>
    </PublicPage>
  );
}
