/** One copy of a page in a web archive. */
export type Memento = { url: string; at: string };

const longest = 2_000_000;
const mostLinks = 50_000;

/** The mementos in a TimeMap (RFC 7089) in the format `application/link-format` (RFC 6690), in its order. */
export function mementosIn(timeMap: string): Memento[] {
  const link = /<([^<>\s]{1,4000})>((?:\s*;\s*[\w-]{1,40}\s*=\s*(?:"[^"]{0,400}"|[^\s",;]{1,400}))*)/g;
  const found: Memento[] = [];
  let looked = 0;
  for (const [, url = '', parameters = ''] of timeMap.slice(0, longest).matchAll(link)) {
    looked += 1;
    if (looked > mostLinks) break;
    if (parameters === '') continue;
    const rel = /;\s*rel\s*=\s*"?([^";]*)/i.exec(parameters)?.[1] ?? '';
    const time = Date.parse(/;\s*datetime\s*=\s*"([^"]*)"/i.exec(parameters)?.[1] ?? '');
    if (!/\bmemento\b/.test(rel) || Number.isNaN(time) || !isWebAddress(url)) continue;
    found.push({ url: new URL(url).href, at: new Date(time).toISOString() });
  }
  return found;
}

/** The one nearest to a moment. */
export function nearest(mementos: readonly Memento[], moment: string): Memento | null {
  const distance = ({ at }: Memento) => Math.abs(Date.parse(at) - Date.parse(moment));
  return mementos.reduce<Memento | null>(
    (best, each) => (best === null || distance(each) < distance(best) ? each : best),
    null,
  );
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
