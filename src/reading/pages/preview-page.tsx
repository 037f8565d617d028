import type { ArticleView } from '../../articles/article-view.ts';
import type { PublicationView } from '../../publication/publication-view.ts';
import { PublicPage } from '../../web/ui/layout.tsx';
import { Time } from '../../web/ui/time.tsx';
import { wordingFor } from '../../web/ui/wording.ts';
import { ArticleBody } from './article-body.tsx';
import { ArticleHead, Byline } from './article-head.tsx';

type PreviewProps = { publication: PublicationView; article: ArticleView; expiresAt: string };

/** An article as readers will see it, under a line that says that they do not yet. */
export function PreviewPage({ publication, article, expiresAt }: PreviewProps) {
  const { preview: say } = wordingFor(publication.locale);
  return (
    <PublicPage
      publication={publication}
      title={say.title(article.title)}
      canonicalPath={null}
      noindex
      path={null}
    >
      <p class="ed notice" role="note">
        <b>{say.banner}</b> {say.until} <Time at={expiresAt} style={publication} />.
      </p>
      <article>
        <ArticleHead publication={publication} article={article} />
        <div class="ed">
          <Byline publication={publication} article={article} />
          <ArticleBody publication={publication} article={article} />
        </div>
      </article>
    </PublicPage>
  );
}
