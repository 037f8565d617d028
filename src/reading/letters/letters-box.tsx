import type { ReplyForm } from '../../comments/comment-view.ts';
import { wordingFor } from '../../web/ui/wording.ts';

/** Under the reply form: a tick for letters when somebody answers; nothing where none are sent. */
export function LettersBox({ locale, form }: { locale: string; form: ReplyForm }) {
  if (form.letters === undefined) return null;
  const { letters: say } = wordingFor(locale);
  return (
    <div class="field">
      <label class="pick">
        <input
          type="checkbox"
          name="letters"
          value="on"
          checked={form.letters}
          aria-describedby="f-letters-hint"
        />{' '}
        {say.checkbox}
      </label>
      <p class="hint" id="f-letters-hint">
        {say.checkboxHint}
      </p>
    </div>
  );
}
