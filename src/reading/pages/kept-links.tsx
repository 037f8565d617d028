import type { KeptLink } from '../../articles/kept-link.ts';
import { dayText } from '../../lib/dates.ts';
import type { PublicationView } from '../../publication/publication-view.ts';
import { Time } from '../../web/ui/time.tsx';
import { wordingFor } from '../../web/ui/wording.ts';

type KeptLinksProps = { publication: PublicationView; kept: readonly KeptLink[] | undefined };

/** Below a text: of each link whose page is gone or was changed, what was kept. */
export function KeptLinks({ publication, kept = [] }: KeptLinksProps) {
  return (
    <>
      {kept.map((link) => (
        <Kept publication={publication} link={link} />
      ))}
    </>
  );
}

/** In this form a page that lost its tags is read back: title in marks, mark of the link, site, dates, one paragraph each. */
function Kept({ publication, link }: { publication: PublicationView; link: KeptLink }) {
  const { kept: say, quoted } = wordingFor(publication.locale);
  const { label, excerpt, keptAt, archive } = link;
  const { hostname, pathname } = new URL(link.url);
  return (
    <div class="kept" role="note" aria-label={say.label(label)}>
      <p>
        <b>
          <bdi>{quoted(cut(link.title ?? hostname + pathname, 200))}</bdi>
        </b>
        {label !== '' && ` [${label}]`}
        {[link.author, link.site ?? hostname].map(
          (name) =>
            name !== null && (
              <>
                , <bdi>{cut(name, 80)}</bdi>
              </>
            ),
        )}
        {link.dated !== null && `, ${datedText(link.dated, publication)}`}.{' '}
        <span class="red">
          {say.states[link.state]} {dayText(link.since, publication)}.
        </span>
      </p>
      {excerpt !== null && (
        <blockquote>
          <p dir="auto">{excerpt}</p>
        </blockquote>
      )}
      <p>
        {keptAt === null ? (
          say.nothing
        ) : (
          <>
            {say.kept} <Time at={keptAt} style={publication} />.
          </>
        )}
        {archive !== null && (
          <>
            {' '}
            {say.inArchive} {dayText(archive.at, publication)}:{' '}
            <a rel="nofollow" href={archive.url}>
              {archive.url.replace(/^https?:\/\//, '')}
            </a>
          </>
        )}
      </p>
    </div>
  );
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}

/** A whole date as the page prints dates; a month or a year as it is told. */
function datedText(dated: string, publication: PublicationView): string {
  return /^\d{4}-\d\d-\d\d/.test(dated) ? dayText(dated.slice(0, 10), publication) : dated;
}
