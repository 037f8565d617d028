import type { Form } from '../../web/body.ts';
import { deskWordingFor } from '../wording.ts';

/** Everything that was typed into a form which was not taken: nothing is lost. */
export function KeptWords({ locale, form }: { locale: string; form: Form }) {
  const say = deskWordingFor(locale);
  const text = [...form.fields]
    .filter(([name, value]) => isTyped(name) && value.trim() !== '')
    .map(([, value]) => value)
    .join('\n\n');
  if (text === '') return null;
  return (
    <div class="field">
      <label for="kept">{say.kept}</label>
      <p class="hint" id="kept-hint">
        {say.keptHint}
      </p>
      <textarea id="kept" aria-describedby="kept-hint" rows={12}>{`\n${text}`}</textarea>
    </div>
  );
}

/** Buttons, choices and what a page sends of its own accord are not words. */
const notTyped = new Set([
  'do',
  'reason',
  'format',
  'policy',
  'updatedAt',
  'newId',
  'copyId',
  'tookUp',
  'over',
  'token',
  'password',
  'code',
  'answer',
  'username',
  'for',
  'seen',
  'change',
  'decorative',
]);

function isTyped(name: string): boolean {
  return !notTyped.has(name);
}
