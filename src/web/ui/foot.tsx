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
      {front ? <Columns publication={publication} wording={wording} /> : <Row wording={wording} />}
      <p class="quiet">
        {[publication.title, publication.place].filter(Boolean).join(', ')}. {wording.publishedWith}
      </p>
    </footer>
  );
}

function Row({ wording }: { wording: Wording }) {
  return (
    <div class="links">
      <Links links={[...readerLinks(wording), ...feedLinks(wording)]} />
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
      <Column heading={wording.readers} links={readerLinks(wording)} />
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

function readerLinks({ nav }: Wording): [string, string][] {
  return [
    [paths.about, nav.about],
    [paths.rules, nav.rules],
    [paths.privacy, nav.privacy],
    [paths.record, nav.record],
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
