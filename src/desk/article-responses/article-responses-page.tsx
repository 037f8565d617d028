import { spanText } from '../../comments/slow-mode.ts';
import type { Settings } from '../../publication/settings.ts';
import { mayOn, type Stage } from '../../staff/permissions.ts';
import { ArticleTabs } from '../articles/article-tabs.tsx';
import { DeskPage } from '../frame/desk-page.tsx';
import { FormField, FormRefused, type FormState } from '../frame/form-field.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import type { ResponsePolicy } from './queries.ts';

type View = { article: ResponsePolicy; stage: Stage; settings: Settings; saved: boolean; form: FormState };

/** How an article takes responses: what it has of its own, what is the publication's, and slow mode. */
export function ArticleResponsesPage({ desk, view }: { desk: DeskView; view: View }) {
  const { articleResponses: say, editor } = deskWordingFor(desk.publication.locale);
  const { article, stage, settings, saved, form } = view;
  const reads = mayOn(desk.staff.role, 'article.read', stage);
  const own = (isOwn: boolean) => (isOwn ? say.own : say.publications);
  const policy = (article.policy ?? settings['comments.policy']) as keyof typeof editor.policies;
  const days = article.closeAfterDays ?? Number(settings['comments.close-after-days']);
  const slow = article.slowSeconds ?? Number(settings['comments.slow']);
  return (
    <DeskPage desk={desk} title={say.title(article.title)} section="articles">
      <main id="main" class="wrap">
        {reads && <ArticleTabs desk={desk} article={article} current="responses" />}
        <div class="bar lead">
          <h1>{say.title(article.title)}</h1>
        </div>
        {saved && (
          <p role="status">
            <b>{say.saved}</b>
          </p>
        )}
        <FormRefused form={form} heading={say.refused} />
        <dl class="glance prose">
          <dt>{say.policy}</dt>
          <dd>
            {editor.policies[policy]} ({own(article.policy !== null)})
          </dd>
          <dt>{say.closing}</dt>
          <dd>
            {say.closesAfter(days)} ({own(article.closeAfterDays !== null)})
          </dd>
          <dt>{say.slow}</dt>
          <dd>
            {slow === 0 ? say.none : spanText(slow)} ({own(article.slowSeconds !== null)})
          </dd>
        </dl>
        {reads && (
          <p>
            <a href={`/desk/articles/${article.id}/#f-policy`}>{say.inForm}</a>
          </p>
        )}
        <form method="post" action={`/desk/articles/${article.id}/responses/`}>
          <FormField form={form} name="seconds" label={say.seconds} hint={say.hint} />
          <p class="actions">
            <button class="main" type="submit">
              {say.save}
            </button>
          </p>
        </form>
      </main>
    </DeskPage>
  );
}
