import type { PublicationView } from '../../publication/publication-view.ts';
import { Links } from './links.tsx';
import { paths } from './site-paths.ts';
import { wordingFor } from './wording.ts';

type MastheadProps = { publication: PublicationView; path: string | null };

/** Name and ways through the publication, over the Oxford rule. `path` is the page's own, to mark its link. */
export function Masthead({ publication, path }: MastheadProps) {
  return (
    <header class="wrap">
      <div class="mast">
        <p class="name plain">
          <a href={paths.front}>
            <Name publication={publication} />
          </a>
        </p>
        <PublicationNav publication={publication} path={path} front />
      </div>
      <div class="oxford" />
    </header>
  );
}

/** The front page's: the name is the page's heading. */
export function FrontMasthead({ publication, path }: MastheadProps) {
  return (
    <header class="wrap">
      <div class="flag">
        <h1 class="name plain">
          <a href={paths.front}>
            <Name publication={publication} />
          </a>
        </h1>
      </div>
      <div class="oxford" />
      <div class="strip">
        <p>{publication.tagline || publication.place}</p>
        <PublicationNav publication={publication} path={path} front={false} />
      </div>
    </header>
  );
}

/** The name, or the picture that stands for it and says the same to whoever cannot see it. */
function Name({ publication: { title, logo } }: { publication: PublicationView }) {
  return logo === null ? title : <img class="logo" src={logo} alt={title} />;
}

function PublicationNav({ publication, path, front }: MastheadProps & { front: boolean }) {
  const { nav, publicationNav } = wordingFor(publication.locale);
  const own = publication.menu?.masthead ?? [];
  const links: [string, string][] = [
    ...(front ? [[paths.front, nav.front] satisfies [string, string]] : []),
    [paths.archive, nav.archive],
    [paths.tags, nav.tags],
    [paths.corrections, nav.corrections],
    [paths.record, nav.record],
    [paths.search, nav.search],
  ];
  return (
    <nav class="links" aria-label={publicationNav}>
      <Links links={own.length > 0 ? own.map((link) => [link.path, link.label]) : links} path={path} />
    </nav>
  );
}
