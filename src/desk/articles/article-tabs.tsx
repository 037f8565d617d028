import { Links } from '../../web/ui/links.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';

/** The pages of one article at the desk: each adds its line to `tabs` and its label to `articleTabs.labels`. */
export type ArticleTab =
  | 'text'
  | 'bylines'
  | 'publishing'
  | 'claims'
  | 'sources'
  | 'corrections'
  | 'responses'
  | 'respond';

type TabsProps = {
  desk: DeskView;
  article: { id: string; title: string; path: string | null };
  current: ArticleTab;
};

const tabs: { tab: ArticleTab; below: string }[] = [
  { tab: 'text', below: '' },
  { tab: 'bylines', below: 'bylines/' },
  { tab: 'publishing', below: 'publishing/' },
  { tab: 'claims', below: 'claims/' },
  { tab: 'sources', below: 'sources/' },
  { tab: 'corrections', below: 'corrections/' },
  { tab: 'responses', below: 'responses/' },
  { tab: 'respond', below: 'respond/' },
];

/** The ways between the pages of one article: its text, its publishing, and what else others add. */
export function ArticleTabs({ desk, article, current }: TabsProps) {
  const { articleTabs: say } = deskWordingFor(desk.publication.locale);
  const home = `/desk/articles/${article.id}/`;
  return (
    <nav class="tabs links" aria-label={say.about(article.title)}>
      <Links
        links={tabs.map(({ tab, below }) => [home + below, say.labels[tab]])}
        path={home + (tabs.find(({ tab }) => tab === current)?.below ?? '')}
      />
    </nav>
  );
}
