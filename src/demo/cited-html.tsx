import { renderPage } from '../web/ui/render-page.ts';
import type { DemoPage } from './content/types.ts';

/** A page of somebody else's, as its host would send it. */
export function citedHtml({ title, site, author, dated, paragraphs }: DemoPage): string {
  return renderPage(
    <html lang="en">
      <head>
        <title>{title}</title>
        <meta property="og:title" content={title} />
        <meta property="og:site_name" content={site} />
        <meta name="author" content={author} />
        <meta property="article:published_time" content={dated} />
      </head>
      <body>
        <h1>{title}</h1>
        {paragraphs.map((text) => (
          <p>{text}</p>
        ))}
      </body>
    </html>,
  );
}
