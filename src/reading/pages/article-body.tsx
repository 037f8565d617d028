import type { ArticleView } from '../../articles/article-view.ts';
import type { CorrectionView } from '../../articles/corrections/correction-view.ts';
import { timeText } from '../../lib/dates.ts';
import type { PublicationView } from '../../publication/publication-view.ts';
import { inLanguage } from '../../web/ui/direction.ts';
import { Html } from '../../web/ui/html.tsx';
import { listText } from '../../web/ui/listed.tsx';
import { type Wording, wordingFor } from '../../web/ui/wording.ts';
import { ClaimBoxes } from './claim-boxes.tsx';
import { CorrectionBoxes } from './correction-note.tsx';
import { KeptLinks } from './kept-links.tsx';
import { KnownBox } from './known-box.tsx';
import { SeriesBox } from './series-box.tsx';

type Props = { publication: PublicationView; article: ArticleView };

/** Words, losses, tags by name and colophon. */
export function ArticleBody({ publication, article }: Props) {
  const wording = wordingFor(publication.locale);
  return (
    <>
      <CorrectionBoxes publication={publication} article={article} prominence="top" />
      <Html class="body flow e-content" html={article.html} {...inLanguage(publication, article)} />
      <KeptLinks publication={publication} kept={article.kept} />
      <CorrectionBoxes publication={publication} article={article} prominence="foot" />
      <ClaimBoxes publication={publication} article={article} />
      <KnownBox locale={publication.locale} attribution={article.attribution} />
      {article.losses.length > 0 && (
        <section class="box losses" aria-labelledby="losses">
          <h2 id="losses">{wording.article.losses}</h2>
          <ul>
            {article.losses.map((loss) => (
              <li>{loss}</li>
            ))}
          </ul>
        </section>
      )}
      <SeriesBox publication={publication} article={article} />
      {article.tags.length > 0 && <Tags publication={publication} article={article} />}
      <Colophon publication={publication} article={article} />
    </>
  );
}

function Tags({ publication, article }: Props) {
  const { tags } = wordingFor(publication.locale).article;
  return (
    <p class="tags">
      {tags}{' '}
      {article.tags.map(({ name, path }, index) => (
        <>
          {index > 0 && ', '}
          <a class="p-category" rel="tag" href={path}>
            {name}
          </a>
        </>
      ))}
    </p>
  );
}

/** All that a plain copy of the page would lose, as words. */
function Colophon({ publication, article }: Props) {
  const { cite, colophon, corrections, quoted, series: say } = wordingFor(publication.locale);
  const { title, place, locale, url } = publication;
  const { authors, tags, dated, series } = article;
  const names = listText(
    authors.map(({ name }) => name),
    locale,
  );
  return (
    <footer class="colophon">
      <p>
        {[title, place].filter(Boolean).join(', ')}. {quoted(article.title)}
        {authors.length > 0 && colophon.by(names)}.
        {dated === null ? colophon.undated : colophon.published(timeText(dated, publication))}
        {article.revised && colophon.revised(timeText(article.updatedAt, publication))}
        {lastOfEachKind(article.corrections).map(
          ({ kind, at }) => ` ${corrections.done[kind]} ${timeText(at, publication)}.`,
        )}
        {series && say.colophon(series.part, series.of, series.name)}
        {tags.length > 0 && colophon.tags(tags.map(({ name }) => name).join('; '))}
        {colophon.responses(article.counts, article.open)}
      </p>
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
    </footer>
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
