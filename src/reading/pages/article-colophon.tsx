import type { ArticleView } from '../../articles/article-view.ts';
import type { CorrectionView } from '../../articles/corrections/correction-view.ts';
import { headingsOf } from '../../lib/clean-html.ts';
import { timeText } from '../../lib/dates.ts';
import type { PublicationView } from '../../publication/publication-view.ts';
import { listText } from '../../web/ui/listed.tsx';
import { type Wording, wordingFor } from '../../web/ui/wording.ts';
import { numbersText } from './response-parts.tsx';

type Props = { publication: PublicationView; article: ArticleView };
/** The same, with the numbers of responses that quote the article. */
type QuotedProps = Props & { quotedBy?: readonly number[] };

/** All that a plain copy of the page would lose, as words. docs/colophons.md has its grammar. */
export function ArticleColophon({ publication, article, quotedBy = [] }: QuotedProps) {
  const { cite, colophon, quoted, series: say } = wordingFor(publication.locale);
  const { url } = publication;
  const { series } = article;
  return (
    <div class="colophon">
      <Sentences publication={publication} article={article} quotedBy={quotedBy} />
      <ul>
        <li>
          {colophon.here} {url + article.path}
        </li>
        {article.links.map((link) => (
          <li>
            [{link.label}] {linkText(link, quoted)}
          </li>
        ))}
        {series && (
          <li>
            {say.heading(series.name)} {url + series.path}
          </li>
        )}
        {followUpsOf(article, wordingFor(publication.locale)).map(({ words, path }) => (
          <li>
            {words} {url + path}
          </li>
        ))}
        {article.path !== '' && (
          <li>
            <a rel="nofollow" href={`${article.path}cite/`}>
              {cite.link}
            </a>
          </li>
        )}
      </ul>
    </div>
  );
}

/** The same over a later page of responses: which article they answer, and where it stands. */
export function ThreadColophon({ publication, article }: Props) {
  const { colophon } = wordingFor(publication.locale);
  return (
    <div class="colophon">
      <Sentences publication={publication} article={article} />
      <ul>
        <li>
          {colophon.here} {publication.url + article.path}
        </li>
      </ul>
    </div>
  );
}

function Sentences({ publication, article, quotedBy = [] }: QuotedProps) {
  const { andOthers, colophon, corrections, marks, quoted, series: say } = wordingFor(publication.locale);
  const quoters = quotedBy.map((number) => ({ number }));
  const { title, place, locale } = publication;
  const { authors, tags, dated, series } = article;
  const headings = headingsOf(article.html);
  const names = listText(
    authors.map(({ name }) => name),
    locale,
  );
  return (
    <p>
      {[title, place].filter(Boolean).join(', ')}. {quoted(article.title)}
      {authors.length > 0 && colophon.by(names)}.
      {dated === null ? colophon.undated : colophon.published(timeText(dated, publication))}
      {article.revised && colophon.revised(timeText(article.updatedAt, publication))}
      {lastOfEachKind(article.corrections).map(
        ({ kind, at }) => ` ${corrections.done[kind]} ${timeText(at, publication)}.`,
      )}
      {article.language !== null && article.language !== locale && colophon.language(article.language)}
      {series && say.colophon(series.part, series.of, series.name)}
      {quoters.length > 0 && ` ${marks.quotedBy} ${numbersText(quoters, andOthers)}.`}
      {headings.length > 0 && colophon.headings(headings.join('; '))}
      {tags.length > 0 && colophon.tags(tags.map(({ name }) => name).join('; '))}
      {colophon.responses(article.counts, article.open)}
    </p>
  );
}

/** Each article that says what came of this one's claims, and each whose claims this one closes: once, with its address. */
function followUpsOf({ claims, closes }: ArticleView, { claims: say }: Wording) {
  const later = claims.flatMap(({ outcome }) => (outcome ? [outcome.by] : []));
  const all = [
    ...later.map(({ title, path }) => ({ words: say.followUp(title), path })),
    ...closes.map(({ article }) => ({ words: say.earlierArticle(article.title), path: article.path })),
  ];
  return [...new Map(all.map((each) => [each.path, each])).values()];
}

/** Of each kind the newest that stands. */
function lastOfEachKind(corrections: CorrectionView[]): CorrectionView[] {
  const standing = corrections.filter(({ withdrawn }) => !withdrawn);
  return [...new Map(standing.map((correction) => [correction.kind, correction])).values()];
}

/** “Words of the link”: address; the address alone where the words are the address or nothing. */
export function linkText(link: { url: string; text: string }, quoted: (text: string) => string): string {
  const text = link.text.trim();
  return text === '' || text === link.url ? link.url : `${quoted(text)}: ${link.url}`;
}
