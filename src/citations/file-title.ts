import type { Fetched } from '../outbound/outbound.ts';
import { tidyFact } from './tidy-fact.ts';

/** What a file that is no page is called: by its header `Content-Disposition` (RFC 6266), or the end of its address. */
export function fileTitle({ url, headers }: Pick<Fetched, 'url' | 'headers'>): string | null {
  const disposition = headers.get('content-disposition') ?? '';
  const extended = /filename\*\s*=\s*UTF-8''([^;\s]+)/i.exec(disposition)?.[1];
  const plain = /filename\s*=\s*(?:"([^"]*)"|([^;\s]+))/i.exec(disposition);
  const named = (extended && decoded(extended)) || plain?.[1] || plain?.[2];
  return tidyFact(named || decoded(new URL(url).pathname.split('/').filter(Boolean).at(-1) ?? ''));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // somebody else's percent signs
  }
}
