import { mayOn } from '../../staff/permissions.ts';
import { scripts } from '../../web/ui/scripts.ts';
import { DeskPage } from '../frame/desk-page.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { ArticleField } from './article-field.tsx';
import type { ArticleFormView } from './article-form.ts';
import { ArticlePresence, ArticlePreview, ArticleRefused, ArticleStatus } from './article-notices.tsx';
import { ArticlePanel } from './article-panel.tsx';
import { ArticleTabs } from './article-tabs.tsx';
import { EditorDialogs } from './editor-dialogs.tsx';
import { EditorTools } from './editor-tools.tsx';
import { UnsavedWords } from './unsaved-words.tsx';

type FormPageProps = { desk: DeskView; form: ArticleFormView };

/** An article's form: the text in the middle, the rest beside it. */
export function ArticleFormPage({ desk, form }: FormPageProps) {
  const { locale } = desk.publication;
  const { editor: say } = deskWordingFor(locale);
  const { article, values } = form;
  const title = values.title.trim() === '' ? say.newTitle : say.title(values.title);
  return (
    <DeskPage desk={desk} title={title} section="articles" scripts={[scripts.unsaved, scripts.editor]}>
      <main id="main" class="wrap">
        <h1 class="vh">{title}</h1>
        {article !== null && (
          <ArticleTabs
            desk={desk}
            article={{ id: article.id, title: values.title, path: article.path }}
            current="text"
          />
        )}
        <UnsavedWords desk={desk} copies={form.unsaved} at={`/desk/articles/${article?.id ?? 'new'}/`} />
        <form
          class="panes editor"
          method="post"
          action={`/desk/articles/${article?.id ?? 'new'}/`}
          data-guard
          data-writing
          data-staff={desk.staff.id}
          data-unsaved={isUnsaved(form) ? '' : null}
        >
          <div class="sheet">
            <div class="bar">
              <div>
                <ArticleStatus desk={desk} form={form} />
                <ArticlePresence desk={desk} form={form} />
              </div>
              <Buttons desk={desk} form={form} />
            </div>
            <ArticleRefused desk={desk} form={form} />
            {form.preview && <ArticlePreview locale={locale} preview={form.preview} />}
            <input type="hidden" name="updatedAt" value={form.basedOn} />
            {article === null && <input type="hidden" name="newId" value={form.newId} />}
            <input type="hidden" name="copyId" value={form.copyId} />
            {form.tookUp !== '' && <input type="hidden" name="tookUp" value={form.tookUp} />}
            <ArticleField locale={locale} form={form} name="title" rows={2} class="write h" />
            <ArticleField locale={locale} form={form} name="standfirst" rows={3} class="write s" />
            <ArticleField locale={locale} form={form} name="body" rows={24} />
            <EditorTools locale={locale} form={form} />
            <Buttons desk={desk} form={form} />
          </div>
          <ArticlePanel locale={locale} form={form} />
        </form>
        <EditorDialogs locale={locale} />
      </main>
    </DeskPage>
  );
}

/** Whether what stands in the form is kept nowhere else. */
function isUnsaved({ faults, preview, tookUp }: ArticleFormView): boolean {
  return faults.length > 0 || preview !== null || tookUp !== '';
}

function Buttons({ desk, form }: FormPageProps) {
  const { editor: say } = deskWordingFor(desk.publication.locale);
  const state = form.article?.state ?? 'draft';
  const publishes = mayOn(desk.staff.role, 'article.publish', form.stage);
  const saves = mayOn(desk.staff.role, 'article.edit', form.stage);
  return (
    <div class="actions">
      {!saves && <p>{say.notYours}</p>}
      {saves && (
        <button type="submit" name="do" value="save">
          {state === 'draft' ? say.saveDraft : say.save}
        </button>
      )}
      <button type="submit" name="do" value="preview">
        {form.preview === null ? say.preview : say.previewAgain}
      </button>
      {publishes && (
        <button class="main" type="submit" name="do" value="publish">
          {say.publish}
        </button>
      )}
      {state === 'draft' && !publishes && <p class="quiet">{say.publishedBy}</p>}
    </div>
  );
}
