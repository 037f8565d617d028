import type { CapturedArticle } from './text-capture/capture-result.ts';

/** What a captured page has lost, in the sentences that its article will show. */
export function lossesOf(captured: CapturedArticle): string[] {
  const { tags, lostLinks, published, byline, comments, commentsStated } = captured;
  const links = lostLinks + comments.reduce((sum, comment) => sum + comment.lostLinks, 0);
  const stated = commentsStated !== null && commentsStated !== comments.length;
  const losses = [
    published === null && 'The original date is unknown.',
    byline === null && 'The byline is unknown.',
    tags.lost === 1 && 'One tag lost its name.',
    tags.lost > 1 && `${tags.lost} tags lost their names.`,
    links === 1 && 'One link lost its address.',
    links > 1 && `${links} links lost their addresses.`,
    comments.some((comment) => comment.published === null) && 'Dates of responses are unknown.',
    stated && `The page spoke of ${commentsStated} responses; ${comments.length} are in the copy.`,
  ];
  return losses.filter((loss) => loss !== false);
}
