import { lookSheet } from '../../publication/look.ts';
import type { PublicationView } from '../../publication/publication-view.ts';
import type { Settings } from '../../publication/settings.ts';
import { directionOf } from '../../web/ui/direction.ts';
import { style } from '../../web/ui/styles.ts';
import { show, type Visit } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { Specimen } from './look-preview.tsx';

/**
 * A page as readers would see it by rules that are not saved: without scripts, forms or an origin of its own
 * (CSP Level 3, `sandbox`), so that nothing in them reaches the desk. The sheet is part of the page, as nothing keeps it.
 */
export function showCssPreview(visit: Visit, stored: Settings, css: string): Response {
  const sheet = lookSheet({ ...stored, 'look.css': css, 'look.css-on': 'yes' })?.text ?? '';
  const page = <CssPreviewPage publication={visit.publication} sheet={sheet} />;
  const response = show(visit, page);
  const policy =
    "default-src 'none'; style-src 'self' data:; img-src 'self'; frame-ancestors 'none'; sandbox";
  response.headers.set('content-security-policy', policy);
  // A sandboxed page is in no group of others, and browsers refuse one that asks to be.
  response.headers.set('cross-origin-opener-policy', 'unsafe-none');
  return response;
}

function CssPreviewPage({ publication, sheet }: { publication: PublicationView; sheet: string }) {
  const { cssPreview: say } = deskWordingFor(publication.locale);
  return (
    <html lang={publication.locale} dir={directionOf(publication.locale)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{say.heading}</title>
        <link rel="stylesheet" href={style.href} />
        <link rel="stylesheet" href={`data:text/css;charset=utf-8,${encodeURIComponent(sheet)}`} />
      </head>
      <body>
        <header class="wrap">
          <div class="mast">
            <p class="name">{publication.title}</p>
          </div>
        </header>
        <main id="main" class="wrap">
          <h1>{say.heading}</h1>
          <p>{say.hint}</p>
          <Specimen locale={publication.locale} scheme="light" />
        </main>
      </body>
    </html>
  );
}
