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
};

/** About, rules, privacy: plain words of the publication. */
export function ProsePage({ publication, title, path, html }: ProsePageProps) {
  return (
    <PublicPage publication={publication} title={title} canonicalPath={path} path={path}>
      <PlainHead heading={title} />
      <div class="ed">
        <Html class="prose flow" html={html} />
      </div>
    </PublicPage>
  );
}
