import { lifetimes, scopes } from '../../tokens/token.ts';
import { deskWordingFor } from '../wording.ts';
import type { FormFault } from './form-fault.ts';
import { tokensPath, Why } from './programs-frame.tsx';
import type { TokenValues } from './token-form.ts';

type FormProps = { locale: string; values: TokenValues; faults: FormFault[] };

/** The form for a new token. */
export function TokenForm({ locale, values, faults }: FormProps) {
  const { tokens: say } = deskWordingFor(locale);
  const why = (field: string) => faults.find((fault) => fault.field === field)?.sentence ?? null;
  return (
    <form method="post" action={tokensPath} aria-labelledby="new-token">
      <h2 id="new-token">{say.newHeading}</h2>
      <div class={why('name') === null ? 'field' : 'field wrong'}>
        <label for="f-name">{say.name}</label>
        <p class="hint" id="f-name-hint">
          {say.nameHint}
        </p>
        <input
          id="f-name"
          name="name"
          type="text"
          value={values.name}
          aria-invalid={why('name') === null ? null : 'true'}
          aria-describedby={why('name') === null ? 'f-name-hint' : 'f-name-hint f-name-why'}
        />
        <Why field="name" why={why('name')} />
      </div>
      <fieldset class="field" id="f-scopes">
        <legend>{say.may}</legend>
        {scopes.map((scope) => (
          <label class="pick">
            <input type="checkbox" name={`scope-${scope}`} checked={values.scopes.includes(scope)} />
            <span>
              {say.scope(scope)} <code>{scope}</code>
            </span>
          </label>
        ))}
        <Why field="scopes" why={why('scopes')} />
      </fieldset>
      <div class="field">
        <label for="f-days">{say.days}</label>
        <select id="f-days" name="days">
          {lifetimes.map((days) => (
            <option value={String(days)} selected={String(days) === values.days}>
              {say.lifetime(days)}
            </option>
          ))}
        </select>
        <Why field="days" why={why('days')} />
      </div>
      <p class="actions">
        <button class="main" type="submit">
          {say.make}
        </button>
      </p>
    </form>
  );
}
