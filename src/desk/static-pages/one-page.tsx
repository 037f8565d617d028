import type { CleanHtml } from '../../lib/clean-html.ts';
import type { DeskStaticPage } from '../../publication/static-pages/queries.ts';
import { Html } from '../../web/ui/html.tsx';
import { Arranging } from '../frame/arranging.tsx';
import { DeskPage } from '../frame/desk-page.tsx';
import { FormField, FormRefused, type FormState } from '../frame/form-field.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { pagesPath } from './static-pages-page.tsx';

export type OnePageView = {
  /** Null for a new one. */
  page: DeskStaticPage | null;
  form: FormState;
  /** When it was last changed, as this form knows it. */
  seen: string;
  preview: { title: string; html: CleanHtml } | null;
  done: string | null;
};

type OnePageProps = { desk: DeskView; view: OnePageView };

/** The form of one page; below it, taking it back or putting it back. */
export function OnePage({ desk, view }: OnePageProps) {
  const { pages: say } = deskWordingFor(desk.publication.locale);
  const { page, form, done } = view;
  const doneWords = Object.entries(say.done).find(([code]) => code === done)?.[1];
  return (
    <DeskPage desk={desk} title={page ? say.title(page.title) : say.write} section="articles">
      <main id="main" class="wrap settings">
        <div class="bar lead">
          <h1>{page ? page.title : say.write}</h1>
          <Arranging desk={desk} current="pages" />
        </div>
        <div class="prose">
          {doneWords && (
            <p role="status">
              <b>{doneWords}</b>
            </p>
          )}
          <FormRefused form={form} heading={say.refused} />
          {page && (
            <p>
              {page.withdrawal ? say.isWithdrawn : <a href={`/${page.slug}/`}>{say.see(`/${page.slug}/`)}</a>}
            </p>
          )}
        </div>
        <div class="sheet">
          <Words desk={desk} view={view} />
          {page && <Withdrawal desk={desk} view={view} />}
        </div>
        {view.preview && (
          <section class="prose" aria-labelledby="preview">
            <h2 id="preview">{say.previewOf(view.preview.title)}</h2>
            <Html class="prose flow" html={view.preview.html} />
          </section>
        )}
      </main>
    </DeskPage>
  );
}

const addressOf = ({ page }: OnePageView) => `${pagesPath}${page ? page.id : 'new'}/`;

function Words({ desk, view }: OnePageProps) {
  const { pages: say } = deskWordingFor(desk.publication.locale);
  const { page, form, seen } = view;
  return (
    <form method="post" action={addressOf(view)}>
      {page && <input type="hidden" name="seen" value={seen} />}
      <FormField form={form} name="title" label={say.pageTitle} />
      {!page && <FormField form={form} name="slug" label={say.address} hint={say.addressHint} />}
      <FormField form={form} name="source" label={say.text} hint={say.textHint} rows={16} />
      <p class="actions">
        <button class="main" type="submit" name="do" value="save">
          {page ? say.save : say.publish}
        </button>
        <button type="submit" name="do" value="preview">
          {say.preview}
        </button>
      </p>
    </form>
  );
}

function Withdrawal({ desk, view }: OnePageProps) {
  const { pages: say } = deskWordingFor(desk.publication.locale);
  const { page, form } = view;
  const withdrawn = page?.withdrawal ?? null;
  return (
    <section class="box" aria-labelledby="taking-back">
      <h2 id="taking-back">{withdrawn ? say.restoring : say.withdrawing}</h2>
      {withdrawn ? <p>{withdrawn.note}</p> : <p>{say.withdrawingHint}</p>}
      <form method="post" action={addressOf(view)}>
        {!withdrawn && <FormField form={form} name="note" label={say.note} rows={2} />}
        <p class="actions">
          <button type="submit" name="do" value={withdrawn ? 'restore' : 'withdraw'}>
            {withdrawn ? say.restore : say.withdraw}
          </button>
        </p>
      </form>
    </section>
  );
}
