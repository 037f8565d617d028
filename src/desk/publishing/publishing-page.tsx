import { Time } from '../../web/ui/time.tsx';
import { ArticleTabs } from '../articles/article-tabs.tsx';
import { DeskPage } from '../frame/desk-page.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import type { PublishingView } from './publishing-view.ts';

type PageProps = { desk: DeskView; view: PublishingView };

/** Where an article stands, and what may be done to publish it. */
export function PublishingPage({ desk, view }: PageProps) {
  const { publishing: say } = deskWordingFor(desk.publication.locale);
  const { article } = view;
  return (
    <DeskPage desk={desk} title={say.title(article.title)} section="articles">
      <main id="main" class="wrap">
        <ArticleTabs desk={desk} article={article} current="publishing" />
        <div class="bar lead">
          <h1>{say.title(article.title)}</h1>
        </div>
        <div class="form-grid">
          <Standing desk={desk} view={view} />
        </div>
      </main>
    </DeskPage>
  );
}

function Standing({ desk: { publication }, view: { article, stage } }: PageProps) {
  const { publishing: say } = deskWordingFor(publication.locale);
  return (
    <section class="box" aria-labelledby="standing">
      <h2 id="standing">{say.standing}</h2>
      <p>
        <b>{say.stages[stage]}</b>, {say.lastSaved} <Time at={article.updatedAt} style={publication} />
      </p>
      {stage === 'published' && article.path !== null && (
        <p class="links">
          <a href={article.path}>{say.readIt}</a>
        </p>
      )}
    </section>
  );
}
