import { mostReplies, mostSources, replies, sourceClasses } from '../../articles/attributions/attribution.ts';
import { mayOn, type Stage } from '../../staff/permissions.ts';
import { wordingFor } from '../../web/ui/wording.ts';
import { ArticleTabs } from '../articles/article-tabs.tsx';
import { DeskPage } from '../frame/desk-page.tsx';
import { FormField, FormRefused, type FormState } from '../frame/form-field.tsx';
import { saidOf } from '../frame/said.ts';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';

export type AttributionsView = {
  article: { id: string; title: string; path: string | null };
  stage: Stage;
  form: FormState;
  done: string | null;
};

type PageProps = { desk: DeskView; view: AttributionsView };

/** How an article's author knows. The page says why it asks for no name. */
export function AttributionsPage({ desk, view }: PageProps) {
  const { attributions: say } = deskWordingFor(desk.publication.locale);
  const { article, form, done, stage } = view;
  const attributes = mayOn(desk.staff.role, 'article.attribute', stage);
  return (
    <DeskPage desk={desk} title={say.title(article.title)} section="articles">
      <main id="main" class="wrap">
        <ArticleTabs desk={desk} article={article} current="sources" />
        <div class="bar lead">
          <h1>{say.title(article.title)}</h1>
        </div>
        {saidOf(say.done, done) && <p role="status">{saidOf(say.done, done)}</p>}
        <FormRefused form={form} heading={say.refused} />
        <p class="prose">{say.why}</p>
        {!attributes && <p>{say.notYours}</p>}
        <form method="post" action={`/desk/articles/${article.id}/sources/`}>
          <input type="hidden" name="version" value={form.values.version ?? '0'} />
          <h2>{say.sources}</h2>
          {rowsOf(form, 'source', mostSources).map((row) => (
            <SourceLine locale={desk.publication.locale} form={form} row={row} />
          ))}
          <h2>{say.replies}</h2>
          <p class="hint">{say.repliesHint}</p>
          {rowsOf(form, 'reply', mostReplies).map((row) => (
            <ReplyLine locale={desk.publication.locale} form={form} row={row} />
          ))}
          {attributes && (
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

/** The lines that have something in them, and two more. */
function rowsOf({ values }: FormState, kind: string, most: number): number[] {
  const filled = Object.keys(values)
    .filter((name) => values[name] !== '')
    .map((name) => new RegExp(`^${kind}-(\\d+)-(?:class|note|named)$`).exec(name)?.[1])
    .filter((row) => row !== undefined)
    .map(Number);
  const length = Math.min(most, Math.max(-1, ...filled) + 3);
  return Array.from({ length }, (_, row) => row);
}

type LineProps = { locale: string; form: FormState; row: number };

function SourceLine({ locale, form, row }: LineProps) {
  const { attributions: say } = deskWordingFor(locale);
  const { classes } = wordingFor(locale).attribution;
  const name = (field: string) => `source-${row}-${field}`;
  return (
    <fieldset class="field two">
      <legend>{say.source(row + 1)}</legend>
      <FormField
        form={form}
        name={name('class')}
        label={say.class}
        options={[['', say.noClass], ...sourceClasses.map((each) => [each, classes[each]] as const)]}
      />
      <FormField form={form} name={name('count')} type="number" label={say.count} />
      <FormField form={form} name={name('note')} label={say.note} hint={say.noteHint} />
    </fieldset>
  );
}

function ReplyLine({ locale, form, row }: LineProps) {
  const { attributions: say } = deskWordingFor(locale);
  const name = (field: string) => `reply-${row}-${field}`;
  return (
    <fieldset class="field two">
      <legend>{say.reply(row + 1)}</legend>
      <FormField form={form} name={name('named')} label={say.named} />
      <FormField
        form={form}
        name={name('came')}
        label={say.came}
        options={replies.map((each) => [each, say.cameWords[each]] as const)}
      />
      <FormField form={form} name={name('asked')} label={say.asked} hint={say.askedHint} />
    </fieldset>
  );
}
