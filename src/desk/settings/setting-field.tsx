import type { Control } from '../../publication/settings/shapes.ts';
import { type SettingKey, settings } from '../../publication/settings.ts';
import { deskWordingFor } from '../wording.ts';
import type { SettingsFormView } from './settings-form.ts';

type SettingFieldProps = { locale: string; form: SettingsFormView; name: SettingKey };

/** The id of a setting's control, which a fault links to. */
export function settingId(name: SettingKey): string {
  return `f-${name.replaceAll('.', '-')}`;
}

/** One setting: its name, its meaning, its control, and why it was refused. */
export function SettingField({ locale, form, name }: SettingFieldProps) {
  const say = deskWordingFor(locale).settings;
  const id = settingId(name);
  const control: Control = settings[name].control;
  const problems = form.faults.filter(({ key }) => key === name);
  return (
    <div class={problems.length === 0 ? 'field' : 'field wrong'}>
      <label for={id}>{say.labels[name]}</label>
      <p class="hint" id={`${id}-hint`}>
        {settings[name].meaning} {say.allowed(control)}
      </p>
      <SettingControl {...{ locale, form, name, control }} wrong={problems.length > 0} />
      {problems.length > 0 && (
        <p class="why" id={`${id}-why`}>
          {problems.map(({ problem }) => say.fault(say.labels[name], problem)).join(' ')}
        </p>
      )}
      {form.stale && problems.length > 0 && (
        <p class="hint">
          {say.nowIs} <q>{form.stored[name]}</q>
        </p>
      )}
    </div>
  );
}

type ControlProps = SettingFieldProps & { control: Control; wrong: boolean };

function SettingControl({ locale, form, name, control, wrong }: ControlProps) {
  const id = settingId(name);
  const value = form.values.get(name) ?? form.stored[name];
  const shared = {
    id,
    name,
    'aria-describedby': wrong ? `${id}-hint ${id}-why` : `${id}-hint`,
    'aria-invalid': wrong ? ('true' as const) : null,
  };
  if (control.kind === 'lines') return <textarea {...shared} rows={control.rows}>{`\n${value}`}</textarea>;
  if (control.kind === 'choice') return <Choice {...{ locale, name, control, value, shared }} />;
  if (control.kind === 'number') return <input {...shared} inputmode="numeric" class="short" value={value} />;
  if (control.kind === 'colour')
    return <input {...shared} class="colour" value={value} data-colour spellcheck={false} />;
  if (control.kind === 'zone') return <Zone {...{ shared, value }} />;
  return <input {...shared} value={value} />;
}

type Shared = Record<string, string | null>;
type ChoiceProps = {
  locale: string;
  name: SettingKey;
  control: Extract<Control, { kind: 'choice' }>;
  value: string;
  shared: Shared;
};

/** What is none of the choices was typed by a program: it is shown all the same, so that it can be seen. */
function Choice({ locale, name, control, value, shared }: ChoiceProps) {
  const say = deskWordingFor(locale).settings;
  const values = control.values.includes(value) ? control.values : [value, ...control.values];
  return (
    <select {...shared}>
      {values.map((each) => (
        <option value={each} selected={each === value}>
          {say.choice(name, each)}
        </option>
      ))}
    </select>
  );
}

function Zone({ shared, value }: { shared: Shared; value: string }) {
  return (
    <>
      <input {...shared} list="zones" value={value} autocomplete="off" />
      <datalist id="zones">
        {Intl.supportedValuesOf('timeZone').map((zone) => (
          <option value={zone} />
        ))}
      </datalist>
    </>
  );
}
