import type { PublicationView } from '../../publication/publication-view.ts';
import { PublicPage } from '../../web/ui/layout.tsx';
import { wordingFor } from '../../web/ui/wording.ts';
import { PlainHead } from '../pages/plain-head.tsx';

type StopProps = { publication: PublicationView; path: string; all: boolean; stopped: boolean };

/** Where a letter's own link to end it leads: one press, and nothing before it. */
export function StopPage({ publication, path, all, stopped }: StopProps) {
  const { letters: say } = wordingFor(publication.locale);
  return (
    <PublicPage publication={publication} title={say.stopTitle} canonicalPath={null} noindex path={null}>
      <PlainHead heading={say.stopTitle} />
      <div class="ed">
        {stopped ? (
          <p class="waitbox" role="status">
            {say.stopped}
          </p>
        ) : (
          <form method="post" action={path}>
            <p>{all ? say.stopHint.all : say.stopHint.article}</p>
            <p class="actions">
              <button class="main" type="submit">
                {say.stopButton}
              </button>
            </p>
          </form>
        )}
      </div>
    </PublicPage>
  );
}
