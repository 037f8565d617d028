import { html } from 'hono/html';
import type { PublicationView } from '../../publication/publication-view.ts';
import type { Script } from '../../web/ui/scripts.ts';
import { deskStyle, style } from '../../web/ui/styles.ts';
import { deskWordingFor } from '../wording.ts';

type DeskHeadProps = { publication: PublicationView; title: string; scripts?: Script[]; styles?: string[] };

/** The head of every page of the desk: no search engine keeps it. */
export function DeskHead({ publication, title, scripts = [], styles = [] }: DeskHeadProps) {
  const { desk } = deskWordingFor(publication.locale);
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="robots" content="noindex" />
      <title>{`${title} – ${desk} – ${publication.title}`}</title>
      {[style.href, deskStyle.href, ...styles].map((href) => html`<link rel="stylesheet" href="${href}">`)}
      {scripts.map(({ href }) => html`<script src="${href}" defer></script>`)}
    </head>
  );
}
