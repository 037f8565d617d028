import type { Child } from 'hono/jsx';
import { keysOf, type SettingGroup } from '../../publication/settings.ts';
import { scripts } from '../../web/ui/scripts.ts';
import { DeskPage } from '../frame/desk-page.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { SettingField, settingId } from './setting-field.tsx';
import { groupPath, groupsFor, type SettingsFormView, writeSeen } from './settings-form.ts';

type SettingsPageProps = {
  desk: DeskView;
  form: SettingsFormView;
  /** What the page can show of what is typed before it is saved. */
  preview?: { style: string; button: string; part: Child };
  /** What shows it in a tab of its own. */
  previewApart?: string;
  /** What stands below the form. */
  below?: Child;
};

/** One page of settings: each with its meaning beside it. */
export function SettingsPage({ desk, form, preview, previewApart, below }: SettingsPageProps) {
  const { locale } = desk.publication;
  const { settings: say } = deskWordingFor(locale);
  const { heading, intro } = say.groups[form.group];
  const unsaved = form.faults.length > 0 || form.fault !== null || form.previewed;
  return (
    <DeskPage
      desk={desk}
      title={`${say.heading}: ${heading}`}
      section="settings"
      scripts={preview ? [scripts.unsaved, scripts.look] : [scripts.unsaved]}
      styles={preview ? [preview.style] : []}
    >
      <main id="main" class="wrap">
        <div class="panes settings">
          <GroupNav desk={desk} current={form.group} />
          <div class="sheet">
            <h1>{heading}</h1>
            <p>{intro}</p>
            <SettingsStatus locale={locale} form={form} />
            <SettingsRefused locale={locale} form={form} />
            <form
              method="post"
              action={groupPath(form.group)}
              data-guard
              data-look={preview ? '' : null}
              data-unsaved={unsaved ? '' : null}
            >
              <input type="hidden" name="seen" value={writeSeen(form.seen)} />
              {keysOf(form.group).map((name) => (
                <SettingField locale={locale} form={form} name={name} />
              ))}
              <p class="actions">
                <button class="main" type="submit">
                  {form.stale ? say.saveOver : say.save}
                </button>
                {preview && (
                  <button type="submit" name="do" value="preview">
                    {preview.button}
                  </button>
                )}
                {previewApart && (
                  <button type="submit" name="do" value="preview" formtarget="_blank">
                    {previewApart}
                  </button>
                )}
              </p>
            </form>
            {preview?.part}
            {below}
          </div>
        </div>
      </main>
    </DeskPage>
  );
}

/** Ways to the other pages of settings. */
export function GroupNav({ desk, current }: { desk: DeskView; current: SettingGroup | null }) {
  const { settings: say } = deskWordingFor(desk.publication.locale);
  return (
    <nav class="filter" aria-label={say.heading}>
      <ul>
        {groupsFor(desk.staff.role).map((group) => (
          <li>
            <a href={groupPath(group)} aria-current={group === current ? 'page' : null}>
              {say.groups[group].heading}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

type NoticeProps = { locale: string; form: SettingsFormView };

function SettingsStatus({ locale, form }: NoticeProps) {
  const { settings: say } = deskWordingFor(locale);
  return (
    <>
      {form.done !== null && (
        <p role="status">
          <b>{say.done[form.done]}</b>
        </p>
      )}
      {form.notices.map((notice) => (
        <p class="waitbox">{notice}</p>
      ))}
    </>
  );
}

function SettingsRefused({ locale, form }: NoticeProps) {
  const { settings: say } = deskWordingFor(locale);
  if (form.faults.length === 0 && form.fault === null) return null;
  return (
    <div class="refused" role="alert" id="refused" tabindex={-1} autofocus>
      <p>
        <b>{form.stale ? say.stale : say.refused}</b>
      </p>
      <ul>
        {form.fault !== null && <li>{form.fault}</li>}
        {form.faults.map(({ key, problem }) => (
          <li>
            <a href={`#${settingId(key)}`}>{say.fault(say.labels[key], problem)}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
