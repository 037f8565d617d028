import type { ArticleSummary } from '../../articles/article-view.ts';
import { dayText } from '../../lib/dates.ts';
import type { PublicationView } from '../../publication/publication-view.ts';
import { inLanguage } from '../../web/ui/direction.ts';
import { Listed } from '../../web/ui/listed.tsx';
import { wordingFor } from '../../web/ui/wording.ts';

type StoryProps = {
  publication: PublicationView;
  article: ArticleSummary;
  /** Put first by the publication, whatever its date. */
  pinned?: boolean;
};

/** The first article of the front page. */
export function LeadStory({
  publication,
  article,
  opening,
  pinned = false,
}: StoryProps & { opening: string[] }) {
  const [tag] = article.tags;
  const own = inLanguage(publication, article);
  return (
    <article class="story lead">
      {tag && (
        <p class="kicker">
          <a href={tag.path}>{tag.name}</a>
        </p>
      )}
      <h2 {...own}>
        <a href={article.path}>{article.title}</a>
      </h2>
      {article.standfirst && (
        <p class="standfirst" {...own}>
          {article.standfirst}
        </p>
      )}
      <p class="meta">
        {pinned && `${wordingFor(publication.locale).pinned} `}
        <Writers publication={publication} article={article} />
        <Dated publication={publication} article={article} />. <Responses {...{ publication, article }} />
      </p>
      {opening.length > 0 && (
        <div class="opening">
          {opening.map((paragraph) => (
            <p {...own}>{paragraph}</p>
          ))}
          <p class="meta">
            <a href={article.path}>{wordingFor(publication.locale).readOn}</a>
          </p>
        </div>
      )}
    </article>
  );
}

/** An article beside the first. */
export function Story({ publication, article, pinned = false }: StoryProps) {
  const own = inLanguage(publication, article);
  return (
    <article class="story">
      <h3 {...own}>
        <a href={article.path}>{article.title}</a>
      </h3>
      {article.standfirst && <p {...own}>{article.standfirst}</p>}
      <p class="meta">
        {pinned && `${wordingFor(publication.locale).pinned} `}
        <Writers publication={publication} article={article} />
        <Dated publication={publication} article={article} />. <Responses {...{ publication, article }} />
      </p>
    </article>
  );
}

/** An article in a list, its date in the margin. */
export function DatedStory({ publication, article, level }: StoryProps & { level: 2 | 3 }) {
  const own = inLanguage(publication, article);
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <article class="story dated">
      <p class="meta day">
        <Dated publication={publication} article={article} />
      </p>
      <div>
        <Heading {...own}>
          <a href={article.path}>{article.title}</a>
        </Heading>
        {article.standfirst && <p {...own}>{article.standfirst}</p>}
        <p class="meta">
          {article.authors.length > 0 && (
            <>
              <Names article={article} locale={publication.locale} />.{' '}
            </>
          )}
          <Responses publication={publication} article={article} />
        </p>
      </div>
    </article>
  );
}

function Writers({ publication, article }: StoryProps) {
  if (article.authors.length === 0) return null;
  return (
    <>
      <Names article={article} locale={publication.locale} />,{' '}
    </>
  );
}

function Names({ article, locale }: { article: ArticleSummary; locale: string }) {
  return <Listed items={article.authors.map(({ name }) => <bdi>{name}</bdi>)} locale={locale} />;
}

function Dated({ publication, article }: StoryProps) {
  const { dated } = article;
  if (dated === null) return <>{wordingFor(publication.locale).article.originalDateUnknown}</>;
  return <time datetime={dated}>{dayText(dated, publication)}</time>;
}

function Responses({ publication, article }: StoryProps) {
  const wording = wordingFor(publication.locale);
  return (
    <>
      <a href={`${article.path}#responses`}>{wording.responses(article.responses)}</a>
      {!article.open && `. ${wording.closedMark}`}
    </>
  );
}
