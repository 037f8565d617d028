import { deskWordingFor } from '../wording.ts';
import { WhyRefused } from './article-field.tsx';
import type { ArticleFormView } from './article-form.ts';

/** Of a published article: whether what is saved is a change or a typing error mended. */
export function ChangeField({ locale, form }: { locale: string; form: ArticleFormView }) {
  const { editor: say } = deskWordingFor(locale);
  return (
    <fieldset class="field">
      <legend>{say.labels.change}</legend>
      <p class="hint">{say.hints.change}</p>
      {(['change', 'minor'] as const).map((kind) => (
        <label class="pick">
          <input
            type="radio"
            name="change"
            id={`f-change-${kind}`}
            value={kind}
            checked={kind === form.values.change}
          />
          {say.changes[kind]}
        </label>
      ))}
      <WhyRefused form={form} name="change" />
    </fieldset>
  );
}
