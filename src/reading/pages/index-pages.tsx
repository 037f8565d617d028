import type { Child } from 'hono/jsx';
import { monthText } from '../../lib/dates.ts';
import type { PublicationView } from '../../publication/publication-view.ts';
import { PublicPage } from '../../web/ui/layout.tsx';
import { paths } from '../../web/ui/site-paths.ts';
import { wordingFor } from '../../web/ui/wording.ts';
import type { MonthCount, TagCount } from './list-views.ts';
import { PlainHead } from './plain-head.tsx';

export type ArchivePageProps = { publication: PublicationView; months: MonthCount[] };

/** Every month in which something was published, under its year. */
export function ArchivePage({ publication, months }: ArchivePageProps) {
  const { nav, articles, nothingYet } = wordingFor(publication.locale);
  const years = [...new Set(months.map(({ year }) => year))];
  return (
    <IndexPage publication={publication} heading={nav.archive} path={paths.archive}>
      {years.length === 0 && <p>{nothingYet}</p>}
      {years.map((year) => (
        <section class="band" aria-labelledby={`y${year}`}>
          <h2 id={`y${year}`}>{String(year)}</h2>
          <ul class="index">
            {months
              .filter((entry) => entry.year === year)
              .map(({ month, count, path }) => (
                <Entry name={monthText(year, month, publication)} path={path} count={articles(count)} />
              ))}
          </ul>
        </section>
      ))}
    </IndexPage>
  );
}

export type TagsPageProps = { publication: PublicationView; tags: TagCount[] };

/** Every tag with the number of its articles. */
export function TagsPage({ publication, tags }: TagsPageProps) {
  const { nav, articles, noTags } = wordingFor(publication.locale);
  return (
    <IndexPage publication={publication} heading={nav.tags} path={paths.tags}>
      {tags.length === 0 ? (
        <p>{noTags}</p>
      ) : (
        <ul class="index">
          {tags.map(({ name, path, count }) => (
            <Entry name={name} path={path} count={articles(count)} />
          ))}
        </ul>
      )}
    </IndexPage>
  );
}

type IndexProps = { publication: PublicationView; heading: string; path: string; children?: Child };

function IndexPage({ publication, heading, path, children }: IndexProps) {
  return (
    <PublicPage publication={publication} title={heading} canonicalPath={path} path={path}>
      <PlainHead heading={heading} />
      <div class="ed">
        <div>{children}</div>
      </div>
    </PublicPage>
  );
}

function Entry({ name, path, count }: { name: string; path: string; count: string }) {
  return (
    <li>
      <a href={path}>{name}</a> <span class="quiet">{count}</span>
    </li>
  );
}
