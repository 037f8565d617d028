import type { CaseAct } from '../../notices/case-acts.ts';
import { blanksIn } from '../../notices/letters/blanks.ts';
import type { LetterDraft } from '../../notices/letters/edited.ts';
import type { CaseView } from '../../notices/queries.ts';
import { withheldFromPoster } from '../../notices/redact.ts';
import { DeskPage } from '../frame/desk-page.tsx';
import { FormField, FormRefused, type FormState } from '../frame/form-field.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { casesPath } from './case-view.ts';

/** The letters of a step before they go: what was made of them, and what is typed now. */
export type LettersView = {
  found: CaseView;
  act: CaseAct;
  drafts: LetterDraft[];
  form: FormState;
  /** Of an end in one’s own words: what was decided, and why. */
  decision: string;
  words: string;
};

type Props = { desk: DeskView; view: LettersView };

/** The letters of the next step, to be read and changed before they go. */
export function LettersPage({ desk, view }: Props) {
  const { cases: say } = deskWordingFor(desk.publication.locale);
  const { found, act, form } = view;
  const path = `${casesPath}${found.id}/`;
  return (
    <DeskPage desk={desk} title={say.readFirst(found.number)} section="cases">
      <main id="main" class="wrap">
        <div class="bar lead">
          <h1>{say.readFirst(found.number)}</h1>
          <p>
            <a href={path}>{say.title(found.number)}</a>
          </p>
        </div>
        <FormRefused form={form} heading={say.refused} />
        <p class="prose">{say.readFirstHint}</p>
        <form method="post" action={`${path}send/`}>
          <input type="hidden" name="do" value={act} />
          <input type="hidden" name="decision" value={view.decision} />
          <input type="hidden" name="words" value={view.words} />
          {view.drafts.map((draft) => (
            <Letter desk={desk} view={view} draft={draft} />
          ))}
          <p class="actions">
            <button class="main" type="submit">
              {act === 'decide' ? say.close : say.acts[act]}
            </button>
          </p>
        </form>
      </main>
    </DeskPage>
  );
}

function Letter({ desk, view, draft }: Props & { draft: LetterDraft }) {
  const { cases: say } = deskWordingFor(desk.publication.locale);
  const { recipient } = draft;
  const taken = recipient === 'poster' ? withheldFromPoster(view.found.values) : [];
  const blanks = blanksIn(draft.words.text);
  return (
    <section class="item" aria-labelledby={`to-${recipient}`}>
      <h2 id={`to-${recipient}`}>{say.to[recipient]}</h2>
      {taken.length > 0 && (
        <p>
          <b>{say.takenOut}</b> {taken.map((field) => say.takenOutParts[field]).join(' ')} {say.takenOutHint}
        </p>
      )}
      {blanks.length > 0 && <p>{say.blanks(blanks.join(', '))}</p>}
      <FormField form={view.form} name={`${recipient}-subject`} label={say.letterSubject} />
      <FormField form={view.form} name={`${recipient}-text`} label={say.letterText} rows={18} />
    </section>
  );
}
