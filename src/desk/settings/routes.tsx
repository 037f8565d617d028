import { changeSettings } from '../../publication/change-settings.ts';
import { settingsIn } from '../../publication/queries.ts';
import { type SettingGroup, settings } from '../../publication/settings.ts';
import { sendTestLetter } from '../../staff/letters.ts';
import type { DeskRoute } from '../desk-route.ts';
import { OutsidePart } from '../outside/outside-part.tsx';
import { outsideView } from '../outside/outside-view.ts';
import { actingAs, field, seeOther, show, type Visit } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { showCssPreview } from './css-preview.tsx';
import { LookPreview } from './look-preview.tsx';
import { lookRoutes, previewHref, typedReadings } from './look-routes.ts';
import { MailServer } from './mail-server.tsx';
import { noticesFor } from './notices.ts';
import {
  groupPath,
  groups,
  groupVerbs,
  readSettingsForm,
  type SettingsFormView,
  storedForm,
} from './settings-form.ts';
import { SettingsIndexPage } from './settings-index-page.tsx';
import { SettingsPage } from './settings-page.tsx';

/** What the publication decides, on one page for each kind. */
export const settingsRoutes: DeskRoute[] = [
  { method: 'GET', path: '/desk/settings/', verb: 'setting.change', answer: showIndex },
  ...lookRoutes,
  { method: 'POST', path: '/desk/settings/mail/test/', verb: groupVerbs.mail, answer: sendTest },
  ...groups.flatMap(routesFor),
];

function routesFor(group: SettingGroup): DeskRoute[] {
  const address = { path: groupPath(group), verb: groupVerbs[group] };
  return [
    { method: 'GET', ...address, answer: (visit: Visit) => showGroup(visit, group) },
    { method: 'POST', ...address, answer: (visit: Visit) => sendGroup(visit, group) },
  ];
}

async function showIndex(visit: Visit): Promise<Response> {
  const stored = await settingsIn(visit.site.store.read);
  return show(visit, <SettingsIndexPage desk={visit.desk} stored={stored} />);
}

const untouched = { faults: [], fault: null, stale: false, done: null, notices: [], previewed: false };

async function showGroup(visit: Visit, group: SettingGroup): Promise<Response> {
  const stored = await settingsIn(visit.site.store.read);
  const word = visit.c.req.query('done');
  const done = word === 'saved' || word === 'same' ? word : null;
  return again(
    visit,
    {
      ...untouched,
      group,
      stored,
      ...storedForm(stored, group),
      done,
      notices: await noticesFor(visit, group, stored),
    },
    200,
  );
}

async function again(visit: Visit, form: SettingsFormView, status: 200 | 409 | 422): Promise<Response> {
  const { desk } = visit;
  if (form.group === 'mail') {
    const below = (
      <MailServer desk={desk} smtp={visit.site.config.smtp} sent={visit.c.req.query('done') === 'sent'} />
    );
    return show(visit, <SettingsPage desk={desk} form={form} below={below} />, status);
  }
  if (form.group === 'outside') {
    const below = <OutsidePart desk={desk} outside={await outsideView(visit.site)} />;
    return show(visit, <SettingsPage desk={desk} form={form} below={below} />, status);
  }
  if (form.group === 'filters') {
    const { filters: say } = deskWordingFor(desk.publication.locale);
    const below = (
      <p class="links">
        <a href="/desk/filters/">{say.toTrials}</a>
      </p>
    );
    return show(visit, <SettingsPage desk={desk} form={form} below={below} />, status);
  }
  if (form.group === 'css') {
    const { button } = deskWordingFor(desk.publication.locale).cssPreview;
    return show(visit, <SettingsPage desk={desk} form={form} previewApart={button} />, status);
  }
  if (form.group !== 'look') return show(visit, <SettingsPage desk={desk} form={form} />, status);
  const { locale } = desk.publication;
  const preview = {
    style: previewHref(form.values),
    button: deskWordingFor(locale).look.see,
    part: <LookPreview locale={locale} readings={typedReadings(form.values)} />,
  };
  return show(visit, <SettingsPage desk={desk} form={form} preview={preview} />, status);
}

/**
 * Saves a page of settings whole. Whatever is refused, the form comes back with everything typed: 422 for faults,
 * 409 where somebody else changed the same setting; saved once more from there, it is saved over theirs.
 */
async function sendGroup(visit: Visit, group: SettingGroup): Promise<Response> {
  const sent = readSettingsForm(visit.form, group);
  const { fault } = visit.form;
  const typed = async (shown: Partial<SettingsFormView>): Promise<SettingsFormView> => ({
    ...untouched,
    ...sent,
    group,
    stored: await settingsIn(visit.site.store.read),
    fault,
    ...shown,
  });
  if (fault !== null) return again(visit, await typed({}), 422);
  if (group === 'look' && field(visit.form, 'do') === 'preview')
    return again(visit, await typed({ previewed: true }), 200);
  if (group === 'css' && field(visit.form, 'do') === 'preview') return previewCss(visit, await typed({}));
  const changed = await changeSettings(visit.site, actingAs(visit).actor, sent);
  if (changed.ok)
    return seeOther(visit, `${groupPath(group)}?done=${changed.value.size > 0 ? 'saved' : 'same'}`);
  const { faults } = changed;
  if (changed.code === 'bad-value') return again(visit, await typed({ faults }), 422);
  const form = await typed({ faults, stale: true });
  return again(visit, { ...form, seen: storedForm(form.stored, group).seen }, 409);
}

/** Rules that are not taken are not shown either: the form comes back with why. */
async function previewCss(visit: Visit, form: SettingsFormView): Promise<Response> {
  const read = settings['look.css'].shape.safeParse(form.values.get('look.css') ?? '');
  if (read.success) return showCssPreview(visit, form.stored, read.data);
  const faults = read.error.issues.map(({ message }) => ({ key: 'look.css' as const, problem: message }));
  return again(visit, { ...form, faults }, 422);
}

async function sendTest(visit: Visit): Promise<Response> {
  const sent = await sendTestLetter(visit.site, visit.staff.id);
  if (sent.ok) return seeOther(visit, `${groupPath('mail')}?done=sent`);
  const stored = await settingsIn(visit.site.store.read);
  const form = {
    ...untouched,
    group: 'mail' as const,
    stored,
    ...storedForm(stored, 'mail'),
    fault: sent.sentence,
  };
  return again(visit, form, 409);
}
