import { textOf } from '../../lib/clean-html.ts';
import { minutesToRead } from '../../lib/reading-time.ts';
import { Html } from '../../web/ui/html.tsx';
import { Time } from '../../web/ui/time.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { fieldId } from './article-field.tsx';
import type { ArticleFormView, Preview } from './article-form.ts';

type NoticeProps = { desk: DeskView; form: ArticleFormView };

/** Whether it is saved, how long it is, and what was done just now. */
export function ArticleStatus({ desk: { publication }, form }: NoticeProps) {
  const { editor: say } = deskWordingFor(publication.locale);
  const { article, done } = form;
  const text = form.html === null ? form.values.body : textOf(form.html);
  const words = text.match(/\S+/g)?.length ?? 0;
  return (
    <p class="quiet" role="status">
      {done !== null && `${say.done[done] ?? ''} `}
      {article?.path && done !== null && (
        <>
          <a href={article.path}>{say.readIt}</a>.{' '}
        </>
      )}
      {article === null ? (
        say.status.new
      ) : (
        <>
          {say.status[form.stage]} <Time at={article.updatedAt} style={publication} />.
        </>
      )}{' '}
      <span data-counts>
        {say.words(words)}. {deskWordingFor(publication.locale).writing.minutes(minutesToRead(words))}
      </span>
    </p>
  );
}

/** Why it was not saved, each fault leading to its field. */
export function ArticleRefused({ desk: { publication }, form }: NoticeProps) {
  const { editor: say } = deskWordingFor(publication.locale);
  if (form.faults.length === 0 && !form.stale) return null;
  return (
    <div class="refused" role="alert" id="refused" tabindex={-1} autofocus>
      <p>
        <b>{form.stale ? say.stale : say.refused}</b>
      </p>
      <ul>
        {form.faults.map(({ field, sentence }) => (
          <li>{field === null ? sentence : <a href={`#${fieldId(field)}`}>{sentence}</a>}</li>
        ))}
      </ul>
      {form.stale && form.article && <Newer id={form.article.id} say={say} />}
    </div>
  );
}

function Newer({ id, say }: { id: string; say: { newer: string; saveOver: string } }) {
  return (
    <p class="actions">
      <a class="button" href={`/desk/articles/${id}/`}>
        {say.newer}
      </a>
      <button class="cut" type="submit" name="do" value="save-over">
        {say.saveOver}
      </button>
    </p>
  );
}

/** The article as its page will show it. */
export function ArticlePreview({ locale, preview }: { locale: string; preview: Preview }) {
  const { editor: say } = deskWordingFor(locale);
  return (
    <section class="preview" aria-labelledby="preview" tabindex={-1} autofocus>
      <h2 class="label" id="preview">
        {say.previewHeading}
      </h2>
      <div class="words">
        <h3>{preview.title}</h3>
        {preview.standfirst !== '' && <p class="standfirst">{preview.standfirst}</p>}
        <Html class="body flow" html={preview.html} />
      </div>
    </section>
  );
}
