import { mayOn } from '../../staff/permissions.ts';
import { ArticleTabs } from '../articles/article-tabs.tsx';
import { DeskPage } from '../frame/desk-page.tsx';
import { FormField, FormRefused, type FormState } from '../frame/form-field.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';

type Props = {
  desk: DeskView;
  article: { id: string; title: string; path: string | null };
  form: FormState;
  /** A reader holds a name that would be taken for that of whoever writes. */
  alike: boolean;
};

/** Where staff answer under an article, in their own name. */
export function RespondPage({ desk, article, form, alike }: Props) {
  const { respond: say, articleResponses: slow } = deskWordingFor(desk.publication.locale);
  const { staff } = desk;
  return (
    <DeskPage desk={desk} title={say.title(article.title)} section="articles">
      <main id="main" class="wrap">
        {mayOn(staff.role, 'article.read', 'published') && (
          <ArticleTabs desk={desk} article={article} current="respond" />
        )}
        <div class="bar lead">
          <h1>{say.title(article.title)}</h1>
        </div>
        {mayOn(staff.role, 'article.slow', 'published') && (
          <p>
            <a href={`/desk/articles/${article.id}/responses/`}>{slow.link}</a>
          </p>
        )}
        <FormRefused form={form} heading={say.refused} />
        <p class="prose">{say.what(staff.name)}</p>
        {alike && <p class="prose">{say.alike(staff.name)}</p>}
        {article.path !== null && (
          <p>
            <a href={article.path}>{say.see}</a>
          </p>
        )}
        <form method="post" action={`/desk/articles/${article.id}/respond/`}>
          <FormField form={form} name="text" label={say.text} hint={say.textHint} rows={9} />
          <FormField form={form} name="in_reply_to" label={say.inReplyTo} hint={say.inReplyToHint} />
          <p class="actions">
            <button class="main" type="submit">
              {say.send}
            </button>
          </p>
        </form>
      </main>
    </DeskPage>
  );
}
