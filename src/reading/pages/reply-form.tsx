import type { ArticleView } from '../../articles/article-view.ts';
import type { ReplyForm, ThreadPage } from '../../comments/comment-view.ts';
import type { PublicationView } from '../../publication/publication-view.ts';
import { Html } from '../../web/ui/html.tsx';
import { paths } from '../../web/ui/site-paths.ts';
import { type Wording, wordingFor } from '../../web/ui/wording.ts';
import { LettersBox } from '../letters/letters-box.tsx';
import { Field, fieldId } from './field.tsx';
import { InReplyToField } from './in-reply-to-field.tsx';
import { MarkChoices } from './mark-choices.tsx';

type ReplyProps = {
  publication: PublicationView;
  article: ArticleView;
  thread: ThreadPage;
  form: ReplyForm;
};

/** “Leave a Reply”, or why no response can be sent. */
export function ReplySection({ publication, article, thread, form }: ReplyProps) {
  const { reply } = wordingFor(publication.locale);
  if (article.closed !== null)
    return <Closed publication={publication} form={form} words={reply.closed} why={article.closed} />;
  return (
    <section class="thread reply" id="reply" aria-labelledby="lr">
      <h2 id="lr">{reply.heading}</h2>
      <p class="count-note">{reply.note}</p>
      <form
        class="form-grid"
        method="post"
        action={`${form.articlePath}responses/`}
        novalidate={form.refusals.length > 0}
        {...(publication.floods ? { 'data-challenge': `${form.articlePath}responses/challenge/` } : {})}
      >
        <div>
          <Fields publication={publication} article={article} thread={thread} form={form} />
        </div>
        <Beside publication={publication} />
      </form>
    </section>
  );
}

type ClosedProps = { publication: PublicationView; form: ReplyForm; words: string; why: string };

/** Why no response can be sent; what somebody had already written is there to be copied. */
function Closed({ publication, form, words, why }: ClosedProps) {
  const { reply } = wordingFor(publication.locale);
  return (
    <section class="thread reply" id="reply">
      {form.refusals.length > 0 && <Refused form={form} reply={reply} />}
      <p class="count-note">{why === words ? words : `${words} ${why}`}</p>
      {form.values.text !== '' && (
        <div class="field">
          <label for="kept-text">{reply.keptWords}</label>
          <textarea id="kept-text" rows={7} readonly>
            {form.values.text}
          </textarea>
        </div>
      )}
    </section>
  );
}

function Fields({ publication, article, thread, form }: ReplyProps) {
  const { reply, names } = wordingFor(publication.locale);
  return (
    <>
      {form.refusals.length > 0 && <Refused form={form} reply={reply} />}
      {form.preview !== null && (
        <section class="preview" aria-labelledby="pv" tabindex={-1} autofocus={form.refusals.length === 0}>
          <h3 class="label" id="pv">
            {reply.previewHeading}
          </h3>
          <Html class="words" html={form.preview} />
        </section>
      )}
      <MarkChoices publication={publication} form={form} />
      <Field
        form={form}
        name="name"
        label={reply.name}
        hint={publication.anonymous ? names.nameMayBeEmpty : reply.nameHint}
        autocomplete="nickname"
        required={publication.anonymous !== true}
      />
      <InReplyToField article={article} thread={thread} form={form} reply={reply} />
      <Field form={form} name="text" label={reply.text} hint={reply.textHint} rows={7} required />
      <div class="two">
        <Field
          form={form}
          name="email"
          label={reply.email}
          hint={reply.emailHint}
          type="email"
          autocomplete="email"
        />
        <Field form={form} name="url" label={reply.url} hint={reply.urlHint} type="url" autocomplete="url" />
      </div>
      <LettersBox locale={publication.locale} form={form} />
      <Trap label={reply.trap} />
      <div class="actions">
        <button class="main" type="submit" name="do" value="post">
          {reply.post}
        </button>
        <button type="submit" name="do" value="preview">
          {form.preview === null ? reply.preview : reply.previewAgain}
        </button>
      </div>
    </>
  );
}

/** Takes the focus: the page that answers a refused form is long, and the form stands at its end. */
function Refused({ form, reply }: { form: ReplyForm; reply: Wording['reply'] }) {
  return (
    <div class="refused" role="alert" tabindex={-1} id="refused" autofocus>
      <h3>{reply.refused}</h3>
      <ul>
        {form.refusals.map(({ field, sentence }) => (
          <li>{field === null ? sentence : <a href={`#${fieldId(field)}`}>{sentence}</a>}</li>
        ))}
      </ul>
    </div>
  );
}

/** Machines fill in every field; people never see this one. */
function Trap({ label }: { label: string }) {
  return (
    <div class="vh" aria-hidden="true">
      <label for="f-website2">{label}</label>
      <input id="f-website2" name="website2" tabindex={-1} autocomplete="off" />
    </div>
  );
}

function Beside({ publication }: { publication: PublicationView }) {
  const { reply, you } = wordingFor(publication.locale);
  return (
    <div class="beside sans">
      <h3>{reply.rules}</h3>
      <ol>
        {publication.rules.map((rule) => (
          <li>{rule}</li>
        ))}
      </ol>
      <p>
        <a href={paths.rules}>{reply.rulesLink}</a>
      </p>
      <h3>{reply.privacy}</h3>
      <p>
        {publication.privacyNote} <a href={paths.privacy}>{reply.privacyLink}</a>
      </p>
      <p>
        {you.linkBefore} <a href={paths.you}>{you.link}</a>.
      </p>
    </div>
  );
}
