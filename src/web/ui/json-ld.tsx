import { raw } from 'hono/html';

/** Linked data for search engines: a data block, which no browser runs. `<` is escaped, so it cannot end early. */
export function JsonLd({ data }: { data: object }) {
  return <script type="application/ld+json">{raw(JSON.stringify(data).replaceAll('<', '\\u003c'))}</script>;
}
