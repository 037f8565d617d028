import type { ArticleView } from '../../articles/article-view.ts';
import type { PublicationView } from '../../publication/publication-view.ts';
import { inLanguage } from '../../web/ui/direction.ts';
import { Html } from '../../web/ui/html.tsx';
import { wordingFor } from '../../web/ui/wording.ts';
import { ArticleColophon } from './article-colophon.tsx';
import { ClaimBoxes } from './claim-boxes.tsx';
import { CorrectionBoxes } from './correction-note.tsx';
import { KeptLinks } from './kept-links.tsx';
import { KnownBox } from './known-box.tsx';
import { SeriesBox } from './series-box.tsx';
import { printedWords } from './words.tsx';

type Props = { publication: PublicationView; article: ArticleView; quotedBy?: readonly number[] };

/** Words, losses, tags by name and colophon. */
export function ArticleBody({ publication, article, quotedBy = [] }: Props) {
  const wording = wordingFor(publication.locale);
  return (
    <>
      <CorrectionBoxes publication={publication} article={article} prominence="top" />
      <Html
        class="body flow e-content"
        html={printedWords(article.html, article.links, wording)}
        {...inLanguage(publication, article)}
      />
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
      <ArticleColophon publication={publication} article={article} quotedBy={quotedBy} />
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
