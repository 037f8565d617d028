/** A cited address: as one and the same page is always written, and the host that it is asked of. */
export type CitedAddress = { url: string; host: string };

/**
 * An address as it is compared and asked for: by the web's own rules (WHATWG URL), without a fragment, which no host is
 * told. Null for what is no web address. Doing it twice changes nothing.
 */
export function citedAddress(text: string): CitedAddress | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (!/^https?:$/.test(url.protocol) || url.hostname === '') return null;
  url.hash = '';
  const { href, search } = url;
  return { url: search === '' && href.endsWith('?') ? href.slice(0, -1) : href, host: url.host };
}
