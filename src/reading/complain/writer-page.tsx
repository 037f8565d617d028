import type { ReceiptView } from '../../comments/comment-view.ts';
import type { CaseLetter } from '../../notices/letters/queries.ts';
import type { ReplyField, ReplyValues } from '../../notices/reply.ts';
import type { PublicationView } from '../../publication/publication-view.ts';
import { PublicPage } from '../../web/ui/layout.tsx';
import { wordingFor } from '../../web/ui/wording.ts';
import { PlainHead } from '../pages/plain-head.tsx';
import { Letters } from './letters.tsx';

/** The answer as it stands: what was typed, and why it was not sent. */
export type AnswerForm = {
  values: ReplyValues;
  missing: ReplyField[];
  tooLong: ReplyField[];
  refusal: string | null;
};

type Props = {
  publication: PublicationView;
  receipt: ReceiptView;
  letters: CaseLetter[];
  /** Null where nothing waits for an answer. */
  form: AnswerForm | null;
};

/** What whoever wrote a response was written about a complaint, and where they answer. */
export function WriterPage({ publication, receipt, letters, form }: Props) {
  const { noticeToWriter: say } = wordingFor(publication.locale);
  return (
    <PublicPage publication={publication} title={say.title} canonicalPath={null} noindex path={null}>
      <PlainHead heading={say.title}>
        <p>
          <a href={receipt.path}>{say.back}</a>
        </p>
      </PlainHead>
      <div class="ed">
        <div>
          {form !== null && <Refused locale={publication.locale} form={form} />}
          <section class="apart" aria-labelledby="letters">
            <h2 class="label" id="letters">
              {say.letters}
            </h2>
            {letters.length === 0 && <p>{say.none}</p>}
            <Letters publication={publication} letters={letters} />
          </section>
          {form === null && letters.length > 0 && <p class="quiet">{say.answered}</p>}
          {form !== null && (
            <Answer locale={publication.locale} form={form} action={`${receipt.path}complaint/`} />
          )}
        </div>
      </div>
    </PublicPage>
  );
}

type FormProps = { locale: string; form: AnswerForm };

const faultsOf = ({ locale, form }: FormProps): [ReplyField, string][] => {
  const { noticeToWriter: say } = wordingFor(locale);
  return [
    ...form.missing.map((field): [ReplyField, string] => [field, say.missing[field] ?? '']),
    ...form.tooLong.map((field): [ReplyField, string] => [field, say.tooLong]),
  ];
};

function Refused({ locale, form }: FormProps) {
  const { noticeToWriter: say } = wordingFor(locale);
  const faults = faultsOf({ locale, form });
  if (faults.length === 0 && form.refusal === null) return null;
  return (
    <div class="refused" role="alert" id="refused" tabindex={-1} autofocus>
      <h2>{say.refused}</h2>
      <ul>
        {form.refusal !== null && <li>{form.refusal}</li>}
        {faults.map(([field, sentence]) => (
          <li>
            <a href={`#f-${field}`}>{sentence}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Answer({ locale, form, action }: FormProps & { action: string }) {
  const { noticeToWriter: say } = wordingFor(locale);
  const isPartial = form.missing.length > 0 && !form.missing.includes('wish');
  return (
    <form class="apart" method="post" action={action} aria-labelledby="answer">
      <h2 class="label" id="answer">
        {say.answer}
      </h2>
      <p>{say.hint}</p>
      <Control {...{ locale, form }} name="wish" label={say.wish} options={say.wishes} />
      <Control {...{ locale, form }} name="name" label={say.name} hint={say.needed} />
      <Control {...{ locale, form }} name="address" label={say.address} hint={say.needed} rows={4} />
      <Control {...{ locale, form }} name="disclose" label={say.disclose} options={say.yesNo} />
      <Control {...{ locale, form }} name="words" label={say.words} hint={say.wordsHint} rows={4} />
      {isPartial && (
        <p class="hint" id="incomplete">
          {say.incompleteHint}
        </p>
      )}
      <p class="actions">
        <button class="main" type="submit">
          {say.send}
        </button>{' '}
        {isPartial && (
          <button type="submit" name="incomplete" value="yes" aria-describedby="incomplete">
            {say.sendIncomplete}
          </button>
        )}
      </p>
    </form>
  );
}

type ControlProps = FormProps & {
  name: ReplyField;
  label: string;
  hint?: string;
  rows?: number;
  options?: Record<string, string>;
};

function Control({ locale, form, name, label, hint, rows, options }: ControlProps) {
  const id = `f-${name}`;
  const why = faultsOf({ locale, form }).find(([field]) => field === name)?.[1] ?? null;
  const described = [hint && `${id}-hint`, why && `${id}-why`].filter(Boolean).join(' ') || null;
  const control = { id, name, 'aria-describedby': described } as const;
  const invalid = why === null ? null : ('true' as const);
  const value = form.values[name];
  return (
    <div class={why === null ? 'field' : 'field wrong'}>
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {options && (
        <select {...control} aria-invalid={invalid}>
          <option value="">–</option>
          {Object.entries(options).map(([each, words]) => (
            <option value={each} selected={each === value}>
              {words}
            </option>
          ))}
        </select>
      )}
      {/* A browser drops the first line break: this one, never the writer's. */}
      {!options && rows !== undefined && (
        <textarea {...control} rows={rows} aria-invalid={invalid}>{`\n${value}`}</textarea>
      )}
      {!options && rows === undefined && (
        <input {...control} autocomplete="name" value={value} aria-invalid={invalid} />
      )}
      {why !== null && (
        <p class="why" id={`${id}-why`}>
          {why}
        </p>
      )}
    </div>
  );
}
