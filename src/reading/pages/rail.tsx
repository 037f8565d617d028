import type { CommentSummary } from '../../comments/comment-view.ts';
import { monthText } from '../../lib/dates.ts';
import type { PublicationView } from '../../publication/publication-view.ts';
import { Links } from '../../web/ui/links.tsx';
import { paths } from '../../web/ui/site-paths.ts';
import { wordingFor } from '../../web/ui/wording.ts';
import type { MonthCount, TagCount } from './list-views.ts';
import { SearchForm } from './search-form.tsx';

type RailProps = {
  publication: PublicationView;
  latestResponses: CommentSummary[];
  tags: TagCount[];
  months: MonthCount[];
};

const mostMonths = 12;
const mostWords = 160;

/** Beside the list: latest responses, search, tags, months. */
export function Rail({ publication, latestResponses, tags, months }: RailProps) {
  const wording = wordingFor(publication.locale);
  const recent = months
    .slice(0, mostMonths)
    .map(({ year, month, path }) => link(path, monthText(year, month, publication)));
  return (
    <div class="rail band">
      {latestResponses.length > 0 && <Latest publication={publication} responses={latestResponses} />}
      <section aria-labelledby="se">
        <h2 id="se">
          <label for="q">{wording.search.label}</label>
        </h2>
        <SearchForm button={wording.search.button} />
      </section>
      {tags.length > 0 && (
        <section aria-labelledby="ta">
          <h2 id="ta">{wording.nav.tags}</h2>
          <p class="links sans">
            <Links
              links={[...tags.map(({ name, path }) => link(path, name)), [paths.tags, wording.allTags]]}
            />
          </p>
        </section>
      )}
      {months.length > 0 && (
        <section aria-labelledby="mo">
          <h2 id="mo">{wording.nav.archive}</h2>
          <p class="links sans">
            <Links links={[...recent, [paths.archive, wording.wholeArchive]]} />
          </p>
        </section>
      )}
    </div>
  );
}

const link = (href: string, name: string): [string, string] => [href, name];

function Latest({ publication, responses }: { publication: PublicationView; responses: CommentSummary[] }) {
  const wording = wordingFor(publication.locale);
  return (
    <section aria-labelledby="lr">
      <h2 id="lr">{wording.latestResponses}</h2>
      <ul>
        {responses.map(({ text, name, number, place, article }) => (
          <li>
            <p class="says">{wording.quoted(beginning(text))}</p>
            <p>
              <bdi>{name}</bdi>, <a href={place}>{wording.responseOn(number, article.title)}</a>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The first words, cut at a space. */
function beginning(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= mostWords) return line;
  const cut = line.lastIndexOf(' ', mostWords);
  return `${line.slice(0, cut > 0 ? cut : mostWords)} …`;
}
