import { type Call, pathId, type Visit } from '../visit.ts';
import { readResponse } from './queries.ts';

/** What the address of a decision ends with that is taken under an article, or on the page of one response. */
export const backToThread = '?back=thread';

/** Whether a decision was taken there. */
export const isFromThread = ({ c }: Call): boolean => c.req.query('back') === 'thread';

/** The page of one response. */
export const onePath = (id: string): string => `/desk/responses/${id}/`;

/** After a decision that takes effect at once: the response in its place under the article; its page, where it has none. */
export async function placeAfter({ site }: Visit, id: string): Promise<string> {
  const response = await readResponse(site.store.read, id);
  return response?.place ?? `${onePath(id)}?done=decided`;
}

/** After what can still be undone, or shows on no page for readers: the page of the response, which tells of it. */
export function toldAt(visit: Visit, did: 'decided' | 'noted'): string {
  return `${onePath(pathId(visit))}?done=${did}`;
}
