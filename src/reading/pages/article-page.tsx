import type { ArticleView } from '../../articles/article-view.ts';
import type { ReplyForm, ThreadPage } from '../../comments/comment-view.ts';
import type { PageMarks } from '../../marks/shown/mark-view.ts';
import type { PublicationView } from '../../publication/publication-view.ts';
import type { OpenGraph } from '../../web/ui/head.tsx';
import { PublicPage } from '../../web/ui/layout.tsx';
import { scripts } from '../../web/ui/scripts.ts';
import { wordingFor } from '../../web/ui/wording.ts';
import { ArticleBody } from './article-body.tsx';
import { ThreadColophon } from './article-colophon.tsx';
import { ArticleHead, Byline, LinkedHead } from './article-head.tsx';
import { articleJsonLd } from './article-json-ld.ts';
import { ReplySection } from './reply-form.tsx';
import { Thread } from './thread.tsx';

export type ArticlePageProps = {
  publication: PublicationView;
  article: ArticleView;
  thread: ThreadPage;
  form: ReplyForm;
  /** What is marked on this page; none where it is only shown how it looks. */
  marks?: PageMarks;
};

/** An article and a page of its responses; from the second page on the body is left out. */
export function ArticlePage({ publication, article, thread, form, marks }: ArticlePageProps) {
  const wording = wordingFor(publication.locale);
  const first = thread.page === 1;
  return (
    <PublicPage
      publication={publication}
      title={first ? article.title : wording.thread.title(article.title, thread.page)}
      description={article.standfirst}
      canonicalPath={first ? article.path : thread.path(thread.page)}
      feeds={[
        { href: `${article.path}feed/`, title: wording.responsesFeedOf(article.title), type: 'rss+xml' },
      ]}
      openGraph={openGraph(publication, article)}
      jsonLd={articleJsonLd(publication, article, thread)}
      path={null}
      scripts={[scripts.thread, scripts.popovers]}
    >
      <article class="h-entry">
        {first ? (
          <>
            <ArticleHead publication={publication} article={article} />
            <div class="ed">
              <Byline publication={publication} article={article} />
              <ArticleBody publication={publication} article={article} quotedBy={quotersIn(marks)} />
            </div>
          </>
        ) : (
          <>
            <LinkedHead publication={publication} article={article} />
            <div class="ed">
              <ThreadColophon publication={publication} article={article} />
            </div>
          </>
        )}
        <Thread publication={publication} article={article} thread={thread} {...(marks ? { marks } : {})} />
      </article>
      <ReplySection publication={publication} article={article} thread={thread} form={form} />
    </PublicPage>
  );
}

/** Numbers of responses that quote the article as it now is, each once. */
function quotersIn(marks: PageMarks | undefined): number[] {
  return [...new Set(marks?.article.map(({ number }) => number))].sort((one, other) => one - other);
}

function openGraph(
  { url }: PublicationView,
  { image, dated, revised, updatedAt, authors, tags }: ArticleView,
): OpenGraph {
  return {
    type: 'article',
    ...(image === null ? {} : { image: url + image.path, imageAlt: image.alt }),
    ...(dated === null ? {} : { publishedTime: dated }),
    ...(revised ? { modifiedTime: updatedAt } : {}),
    authors: authors.map(({ name }) => name),
    tags: tags.map(({ name }) => name),
  };
}
