import { textOf } from '../../lib/clean-html.ts';
import { minutesToRead } from '../../lib/reading-time.ts';
import { Html } from '../../web/ui/html.tsx';
import { Time } from '../../web/ui/time.tsx';
import { saidOf } from '../frame/said.ts';
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
      {done !== null && `${saidOf(say.done, done) ?? ''} `}
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
  if (form.faults.length === 0) return null;
  return (
    <div class="refused" role="alert" id="refused" tabindex={-1} autofocus>
      <p>
        <b>{say.refused}</b>
      </p>
      <ul>
        {form.faults.map(({ field, sentence }) => (
          <li>{field === null ? sentence : <a href={`#${fieldId(field)}`}>{sentence}</a>}</li>
        ))}
      </ul>
    </div>
  );
}

/** Who else has it open, as of when the page was made; and, by its script, where unsaved words are kept. */
export function ArticlePresence({ desk: { publication }, form }: NoticeProps) {
  const { working: say } = deskWordingFor(publication.locale);
  return (
    <>
      <p class="quiet" role="status" data-presence>
        {form.present.map(({ name, since }) => (
          <>
            {say.openSince(name)} <Time at={since} style={publication} />.{' '}
          </>
        ))}
      </p>
      <p class="quiet kept" role="status" data-kept />
    </>
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
