import type { PublicationView } from '../../publication/publication-view.ts';
import { PublicPage } from '../../web/ui/layout.tsx';
import { wordingFor } from '../../web/ui/wording.ts';
import { PlainHead } from '../pages/plain-head.tsx';
import { EraseForm, type EraseState } from './erase-form.tsx';

/** How many responses, and how many reports, a link is about, and its secret; null where it was used or is over. */
export type OwnLink = { token: string; email: string; count: number; reports: number } | null;

type PageProps = { publication: PublicationView; link: OwnLink; erase: EraseState; erased: boolean };

/** Where a link to one's own data leads: what it does, and the buttons that do it. A program that only looks does nothing. */
export function OwnLinkPage({ publication, link, erase, erased }: PageProps) {
  const { ownLink: say, ownResponses } = wordingFor(publication.locale);
  return (
    <PublicPage publication={publication} title={say.title} canonicalPath={null} noindex path={null}>
      <PlainHead heading={say.title} />
      <div class="ed">
        <div>
          {erased && (
            <p class="waitbox" role="status">
              {ownResponses.erased}
            </p>
          )}
          {!erased && link === null && <p class="waitbox">{say.over}</p>}
          {link !== null && <Deeds publication={publication} link={link} erase={erase} />}
          <p>
            <a href="/you/responses/">{say.again}</a>
          </p>
        </div>
      </div>
    </PublicPage>
  );
}

type DeedsProps = { publication: PublicationView; link: NonNullable<OwnLink>; erase: EraseState };

function Deeds({ publication, link, erase }: DeedsProps) {
  const { ownLink: say, ownResponses } = wordingFor(publication.locale);
  return (
    <>
      <p>
        {say.found(link.count, link.reports)} <bdi>{link.email}</bdi>
      </p>
      <p>{say.once}</p>
      <form class="apart" method="post" action="/you/responses/link/download/">
        <input type="hidden" name="token" value={link.token} />
        <p class="hint" id="download-hint">
          {ownResponses.downloadHint}
        </p>
        <p class="actions">
          <button type="submit" aria-describedby="download-hint">
            {ownResponses.download}
          </button>
        </p>
      </form>
      <EraseForm locale={publication.locale} state={erase} link={link.token} />
    </>
  );
}
