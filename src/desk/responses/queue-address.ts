import { everything, type QueueFilter } from '../../moderation/waiting/waiting.ts';

/** The queue's address, narrowed and from a page on. */
export function queueAddress({ page = 1, ...filter }: Partial<QueueFilter> & { page?: number }): string {
  const { kind, articleId, because, name, words } = { ...everything, ...filter };
  const query = new URLSearchParams({
    ...(kind === null ? {} : { kind }),
    ...(articleId === null ? {} : { article: articleId }),
    ...(because === null ? {} : { because }),
    ...(name === null ? {} : { name }),
    ...(words === null ? {} : { words }),
    ...(page === 1 ? {} : { page: String(page) }),
  });
  return query.size === 0 ? '/desk/queue/' : `/desk/queue/?${query}`;
}

/** Where the page's script asks how many came since the page was made. */
export function arrivedAddress(filter: QueueFilter, since: Date): string {
  const query = new URLSearchParams(queueAddress(filter).split('?')[1] ?? '');
  query.set('since', since.toISOString());
  return `/desk/queue/arrived/?${query}`;
}
