import type { PublicationView } from '../../publication/publication-view.ts';
import { Links } from './links.tsx';
import { paths } from './site-paths.ts';
import { type Wording, wordingFor } from './wording.ts';

type FootProps = { publication: PublicationView; front: boolean };

/** Below every page: about, rules, privacy, the record, feeds; in columns on the front page. */
export function Foot({ publication, front }: FootProps) {
  const wording = wordingFor(publication.locale);
  return (
    <footer class="wrap foot">
      <div class="oxford" />
      {front ? (
        <Columns publication={publication} wording={wording} />
      ) : (
        <Row publication={publication} wording={wording} />
      )}
      <p class="quiet">
        {[publication.title, publication.place].filter(Boolean).join(', ')}. {wording.publishedWith}
      </p>
    </footer>
  );
}

function Row({ publication, wording }: { publication: PublicationView; wording: Wording }) {
  return (
    <div class="links">
      <Links links={[...readerLinks(publication, wording), ...feedLinks(wording)]} />
    </div>
  );
}

function Columns({ publication, wording }: { publication: PublicationView; wording: Wording }) {
  return (
    <div class="cols strip">
      <div>
        <h2>{publication.title}</h2>
        <p>{publication.tagline}</p>
        <p>{publication.contact}</p>
      </div>
      <Column heading={wording.readers} links={readerLinks(publication, wording)} />
      <Column heading={wording.feedsHeading} links={feedLinks(wording)} />
    </div>
  );
}

function Column({ heading, links }: { heading: string; links: [href: string, name: string][] }) {
  return (
    <div>
      <h2>{heading}</h2>
      <ul>
        {links.map(([href, name]) => (
          <li>
            <a href={href}>{name}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The menu's, and always the rules and the promises; or those that come with the program. */
function readerLinks({ menu }: PublicationView, { nav, complain }: Wording): [string, string][] {
  const own = (menu?.foot ?? []).map(({ path, label }): [string, string] => [path, label]);
  const kept: [string, string][] = [
    [paths.rules, nav.rules],
    [paths.privacy, nav.privacy],
    [paths.complain, complain.link],
  ];
  if (own.length > 0) return [...own, ...kept.filter(([path]) => own.every(([href]) => href !== path))];
  return [
    [paths.about, nav.about],
    [paths.rules, nav.rules],
    [paths.privacy, nav.privacy],
    [paths.record, nav.record],
    [paths.complain, complain.link],
  ];
}

function feedLinks({ feeds }: Wording): [string, string][] {
  return [
    [paths.feeds.rss, feeds.rss],
    [paths.feeds.atom, feeds.atom],
    [paths.feeds.json, feeds.json],
    [paths.feeds.responses, feeds.responses],
  ];
}
