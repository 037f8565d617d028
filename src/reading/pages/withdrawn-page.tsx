import type { PublicationView } from '../../publication/publication-view.ts';
import { PublicPage } from '../../web/ui/layout.tsx';
import { Links } from '../../web/ui/links.tsx';
import { paths } from '../../web/ui/site-paths.ts';
import { wordingFor } from '../../web/ui/wording.ts';
import { PlainHead } from './plain-head.tsx';

type WithdrawnProps = { publication: PublicationView; day: string; note: string };

/** What stands at the address of an article that its publication has taken back: since when, and why. */
export function WithdrawnPage({ publication, day, note }: WithdrawnProps) {
  const { withdrawn: say, toFront, nav, errorCode } = wordingFor(publication.locale);
  return (
    <PublicPage publication={publication} title={say.heading} canonicalPath={null} noindex path={null}>
      <PlainHead heading={say.heading}>
        <p>{say.since(day)}</p>
        {note.split('\n').map((line) => line.trim() !== '' && <p>{line}</p>)}
        <p>{say.kept}</p>
        <p class="links sans">
          <Links
            links={[
              [paths.front, toFront],
              [paths.record, nav.record],
              [paths.archive, nav.archive],
            ]}
          />
        </p>
        <p class="quiet">{errorCode(410)}</p>
      </PlainHead>
    </PublicPage>
  );
}
