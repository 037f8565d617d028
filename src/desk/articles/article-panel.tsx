import { policies } from '../../publication/settings/responses.ts';
import { deskWordingFor } from '../wording.ts';
import { ArticleField, controlProps, fieldId, WhyRefused } from './article-field.tsx';
import type { ArticleFormView } from './article-form.ts';
import { ChangeField } from './change-field.tsx';
import { LanguageField } from './language-field.tsx';

type PanelProps = { locale: string; form: ArticleFormView };

/** What stands beside the text: names, tags, address, responses. */
export function ArticlePanel({ locale, form }: PanelProps) {
  const { editor: say } = deskWordingFor(locale);
  const path = form.article?.path ?? null;
  return (
    <aside class="panel" aria-label={say.about}>
      {form.stage === 'published' && <ChangeField locale={locale} form={form} />}
      <details open>
        <summary>{say.who}</summary>
        <ArticleField locale={locale} form={form} name="byline" />
        <ArticleField locale={locale} form={form} name="tags" />
        <LanguageField locale={locale} form={form} />
      </details>
      <details open>
        <summary>{say.where}</summary>
        {path === null ? (
          <ArticleField locale={locale} form={form} name="slug" />
        ) : (
          <>
            <p class="links">
              <a href={path}>{path}</a>
            </p>
            <p class="quiet">{say.hints.slugFixed}</p>
            <input type="hidden" name="slug" value={form.values.slug} />
          </>
        )}
      </details>
      <details open>
        <summary>{say.responses}</summary>
        <PolicyField locale={locale} form={form} />
        <ArticleField locale={locale} form={form} name="closeAfterDays" inputmode="numeric" />
      </details>
      <FormatField locale={locale} form={form} />
    </aside>
  );
}

function PolicyField({ locale, form }: PanelProps) {
  const { editor: say } = deskWordingFor(locale);
  return (
    <div class="field">
      <label for={fieldId('policy')}>{say.labels.policy}</label>
      <select {...controlProps(form, 'policy', false)}>
        {(['', ...policies] as const).map((policy) => (
          <option value={policy} selected={policy === form.values.policy}>
            {say.policies[policy]}
          </option>
        ))}
      </select>
      <WhyRefused form={form} name="policy" />
    </div>
  );
}

function FormatField({ locale, form }: PanelProps) {
  const { editor: say } = deskWordingFor(locale);
  return (
    <fieldset class="field" data-plain>
      <legend>{say.labels.format}</legend>
      {(['markdown', 'html'] as const).map((format) => (
        <label class="pick">
          <input
            type="radio"
            name="format"
            id={`f-format-${format}`}
            value={format}
            checked={format === form.values.format}
          />
          {say.formats[format]}
        </label>
      ))}
      <WhyRefused form={form} name="format" />
    </fieldset>
  );
}
