import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import type { CleanHtml } from '../lib/clean-html.ts';
import type { PublicationView } from '../publication/publication-view.ts';

type Nodes = ReturnType<typeof fromHtml>['children'];

/** Clean HTML in which no address depends on the page it stands on. */
export type FeedHtml = CleanHtml & { readonly feedHtml: unique symbol };

/** The whole address (RFC 3986, in ASCII) of a path of the publication. */
export function address(publication: Pick<PublicationView, 'url'>, path: string): string {
  return new URL(publication.url + path).href;
}

/** The same HTML with each relative link resolved against the whole address of its page, as a browser would. */
export function withWholeAddresses(html: CleanHtml, page: string): FeedHtml {
  const root = fromHtml(html, { fragment: true });
  resolveLinks(root.children, page);
  return toHtml(root) as FeedHtml;
}

function resolveLinks(nodes: Nodes, page: string): void {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    for (const name of ['href', 'src', 'cite']) {
      const value = node.properties[name];
      if (typeof value === 'string') node.properties[name] = resolved(value, page);
    }
    const { srcSet } = node.properties;
    if (typeof srcSet === 'string')
      node.properties.srcSet = srcSet.replace(/(^|, )(\S+)/g, (_, gap, each) => gap + resolved(each, page));
    resolveLinks(node.children, page);
  }
}

/** A whole address stays as it was written, and so does what is no address at all. */
function resolved(value: string, page: string): string {
  return URL.canParse(value) || !URL.canParse(value, page) ? value : new URL(value, page).href;
}
