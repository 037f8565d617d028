import type { Child } from 'hono/jsx';
import type { CleanHtml } from '../../lib/clean-html.ts';
import type { PublicationView } from '../../publication/publication-view.ts';
import { Html } from '../../web/ui/html.tsx';
import { PublicPage } from '../../web/ui/layout.tsx';
import { PlainHead } from './plain-head.tsx';

export type ProsePageProps = {
  publication: PublicationView;
  title: string;
  path: string;
  /** Without its title; headings from the second level on. */
  html: CleanHtml;
  /** Under the heading. */
  lead?: Child;
  /** False for what search engines should not keep. */
  kept?: boolean;
  /** Below the text. */
  children?: Child;
};

/** About, rules, privacy: plain words of the publication. */
export function ProsePage({ publication, title, path, html, lead, kept = true, children }: ProsePageProps) {
  return (
    <PublicPage
      publication={publication}
      title={title}
      canonicalPath={kept ? path : null}
      noindex={!kept}
      path={path}
    >
      <PlainHead heading={title}>{lead}</PlainHead>
      <div class="ed">
        <Html class="prose flow" html={html} />
      </div>
      {children}
    </PublicPage>
  );
}
