import type { ArticleView } from '../../articles/article-view.ts';
import { correctionText } from '../../articles/corrections/correction-text.ts';
import {
  type CorrectionView,
  correctionPlace,
  lastChangeOf,
} from '../../articles/corrections/correction-view.ts';
import type { SeriesPlace } from '../../articles/series/series.ts';
import type { PublishedComment, ThreadPage } from '../../comments/comment-view.ts';
import type { SharedPicture } from '../../pictures/expand-pictures.ts';
import type { PublicationView } from '../../publication/publication-view.ts';
import { wordingFor } from '../../web/ui/wording.ts';

/** schema.org NewsArticle with the published responses of the page shown. */
export function articleJsonLd(
  publication: PublicationView,
  article: ArticleView,
  thread: ThreadPage,
): object {
  const url = publication.url + article.path;
  const corrected = article.corrections.filter(({ withdrawn }) => !withdrawn);
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.title,
    ...(article.standfirst === null ? {} : { description: article.standfirst }),
    ...(article.image === null ? {} : { image: imageJsonLd(publication, article.image) }),
    ...(article.dated === null ? {} : { datePublished: article.dated }),
    dateModified: lastChangeOf(article),
    author: article.authors.map(({ name, path, guest }) => ({
      '@type': 'Person',
      name,
      url: publication.url + path,
      ...(guest?.note ? { description: guest.note } : {}),
      ...(guest?.url ? { sameAs: guest.url } : {}),
    })),
    publisher: { '@type': 'NewsMediaOrganization', name: publication.title, url: publication.url },
    url,
    mainEntityOfPage: url,
    inLanguage: article.language ?? publication.locale,
    ...(article.series === null ? {} : seriesJsonLd(publication, article.series)),
    keywords: article.tags.map(({ name }) => name),
    ...(corrected.length === 0
      ? {}
      : { correction: corrected.map((correction) => correctionJsonLd(publication, article, correction)) }),
    commentCount: article.counts.published,
    comment: thread.comments
      .filter((comment) => comment.state === 'published')
      .map((comment) => commentJsonLd(publication, comment)),
  };
}

function seriesJsonLd({ url }: PublicationView, { name, path, part }: SeriesPlace): object {
  return { isPartOf: { '@type': 'CreativeWorkSeries', name, url: url + path }, position: part };
}

function imageJsonLd({ url }: PublicationView, { path, width, height, alt }: SharedPicture): object {
  return { '@type': 'ImageObject', url: url + path, width, height, ...(alt === '' ? {} : { caption: alt }) };
}

/** schema.org CorrectionComment: the text says what it said, what it says now and why. */
function correctionJsonLd(
  { url, locale }: PublicationView,
  article: ArticleView,
  correction: CorrectionView,
): object {
  const { corrections: say } = wordingFor(locale);
  return {
    '@type': 'CorrectionComment',
    name: say.kinds[correction.kind],
    text: correctionText(correction, say),
    datePublished: correction.at,
    ...(correction.changedAt === null ? {} : { dateModified: correction.changedAt }),
    url: url + correctionPlace(article.path, correction.number),
  };
}

function commentJsonLd({ url }: PublicationView, comment: PublishedComment): object {
  const { name, url: page, dated, inReplyTo } = comment;
  return {
    '@type': 'Comment',
    position: comment.number,
    author: { '@type': 'Person', name, ...(page === null ? {} : { url: page }) },
    ...(dated === null ? {} : { datePublished: dated }),
    url: url + comment.place,
    ...(inReplyTo === null ? {} : { parentItem: { '@type': 'Comment', url: url + inReplyTo.place } }),
    text: comment.text,
  };
}
