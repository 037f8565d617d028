/** The queue's address, of one article and from a page on. */
export function queueAddress({ articleId, page = 1 }: { articleId?: string | null; page?: number }): string {
  const query = new URLSearchParams({
    ...(articleId ? { article: articleId } : {}),
    ...(page === 1 ? {} : { page: String(page) }),
  });
  return query.size === 0 ? '/desk/queue/' : `/desk/queue/?${query}`;
}
