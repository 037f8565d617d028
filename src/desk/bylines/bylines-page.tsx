import { mayOn, type Stage } from '../../staff/permissions.ts';
import { ArticleTabs } from '../articles/article-tabs.tsx';
import { DeskPage } from '../frame/desk-page.tsx';
import { FormField, FormRefused, type FormState } from '../frame/form-field.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';

/** The parts of a row, as they are typed. */
export const rowFields = ['number', 'name', 'kind', 'note', 'url'] as const;

export type BylinesView = {
  article: { id: string; title: string; path: string | null };
  stage: Stage;
  /** Fields `name-0`, `name-1` … of so many rows. */
  form: FormState;
  rows: number;
  done: boolean;
};

type PageProps = { desk: DeskView; view: BylinesView };

/** The names over an article as one form: order by numbers, an emptied row goes. */
export function BylinesPage({ desk, view }: PageProps) {
  const { bylines: say } = deskWordingFor(desk.publication.locale);
  const { article, stage, form, rows, done } = view;
  const edits = mayOn(desk.staff.role, 'article.edit', stage);
  return (
    <DeskPage desk={desk} title={say.title(article.title)} section="articles">
      <main id="main" class="wrap settings">
        <ArticleTabs desk={desk} article={article} current="bylines" />
        <div class="bar lead">
          <h1>{say.title(article.title)}</h1>
        </div>
        <div class="prose">
          {done && (
            <p role="status">
              <b>{say.saved}</b>
            </p>
          )}
          <FormRefused form={form} heading={say.refused} />
          <p>{say.hint}</p>
          {!edits && <p>{say.notYours}</p>}
        </div>
        <form class="sheet" method="post" action={`/desk/articles/${article.id}/bylines/`}>
          <input type="hidden" name="updatedAt" value={form.values.updatedAt ?? ''} />
          {Array.from({ length: rows }, (_, index) => (
            <Row desk={desk} form={form} index={index} />
          ))}
          {edits && (
            <p class="actions">
              <button class="main" type="submit">
                {stage === 'published' ? say.publish : say.save}
              </button>
            </p>
          )}
        </form>
      </main>
    </DeskPage>
  );
}

function Row({ desk, form, index }: { desk: DeskView; form: FormState; index: number }) {
  const { bylines: say } = deskWordingFor(desk.publication.locale);
  const name = form.values[`name-${index}`] ?? '';
  return (
    <fieldset class="reasons">
      <legend>{name === '' ? say.newName : <bdi>{name}</bdi>}</legend>
      <FormField form={form} name={`number-${index}`} label={say.number} />
      <FormField form={form} name={`name-${index}`} label={say.name} />
      <FormField
        form={form}
        name={`kind-${index}`}
        label={say.kind}
        options={(['plain', 'guest'] as const).map((kind) => [kind, say.kinds[kind]])}
      />
      <FormField form={form} name={`note-${index}`} label={say.note} hint={say.noteHint} />
      <FormField form={form} name={`url-${index}`} label={say.url} />
    </fieldset>
  );
}
