import { askToLearn, keepLearning } from '../../comments/filters/learned/learn.ts';
import { readFigures } from '../../comments/filters/learned/queries.ts';
import { askTrial, trialDays } from '../../comments/filters/trials/ask-trial.ts';
import { lastTrials, readTrial } from '../../comments/filters/trials/queries.ts';
import { isTriable, type Triable, triable } from '../../comments/filters/trials/triable.ts';
import { readBusiest, readFlood } from '../../comments/flood/queries.ts';
import { lastDays } from '../../lib/days.ts';
import { changeSettings, digestOf } from '../../publication/change-settings.ts';
import { settingsIn } from '../../publication/queries.ts';
import type { Settings } from '../../publication/settings.ts';
import { missing } from '../admit.tsx';
import type { DeskRoute } from '../desk-route.ts';
import type { FormFault } from '../frame/form-field.tsx';
import { readResponses } from '../responses/queries.ts';
import { actingAs, field, idPattern, pathId, queryId, seeOther, show, type Visit } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { FiltersPage } from './filters-page.tsx';
import { type FiltersView, filtersPath, type RuleForm, rules, trialPath } from './filters-view.ts';
import { TrialPage } from './trial-page.tsx';

const verb = 'setting.change';

/** The rules that hold: each tried out on what came before, before it is saved. */
export const filterRoutes: DeskRoute[] = [
  { method: 'GET', path: filtersPath, verb, answer: showFilters },
  { method: 'POST', path: filtersPath, verb, answer: send },
  { method: 'GET', path: `${filtersPath}trials/:id{${idPattern}}/`, verb, answer: showTrial },
];

async function showFilters(visit: Visit): Promise<Response> {
  const { site, c } = visit;
  const [word, rule = ''] = (c.req.query('done') ?? '').split(' ');
  const known = word === 'saved' || word === 'same' || word === 'asked' ? word : null;
  const done: FiltersView['done'] = isTriable(rule) && known !== null ? { rule, word: known } : null;
  const from = queryId(visit, 'from');
  const tried = from === null ? null : await readTrial(site.store.read, from);
  const view = await viewFilters(visit);
  if (tried !== null) {
    const form = view.rules.find((each) => each.rule === tried.reason);
    if (form) form.form = { ...form.form, values: { value: tried.value } };
  }
  return show(visit, <FiltersPage desk={visit.desk} view={{ ...view, done }} />);
}

async function viewFilters({ site }: Visit): Promise<FiltersView> {
  const stored = await settingsIn(site.store.read);
  const trials = await lastTrials(site.store.read, 10);
  return {
    rules: rules.map((rule) => formOf(rule, stored)),
    trials,
    learned: await readFigures(site.store.read),
    flood: await readFlood(site),
    busiest: await readBusiest(site),
    done: null,
  };
}

function formOf(rule: Triable, stored: Settings): RuleForm {
  const setting = triable[rule];
  const form = { prefix: `f-${rule}`, values: { value: stored[setting] }, faults: [] };
  return { rule, setting, form, seen: digestOf(stored[setting]) };
}

/** Tries a rule out or saves it. What is refused comes back as it was typed: 422, and 409 where somebody else changed it. */
async function send(visit: Visit): Promise<Response> {
  const { site, form, staff } = visit;
  const rule = field(form, 'rule');
  if (!isTriable(rule)) return missing(visit);
  if (form.fault !== null) return again(visit, rule, { sentence: form.fault, status: 422 });
  const setting = triable[rule];
  const value = field(form, 'value');
  const { labels, fault } = deskWordingFor(visit.desk.publication.locale).settings;
  if (rule === 'learned' && field(form, 'do') === 'learn') {
    await site.store.write((tx) => askToLearn(site, tx));
    return seeOther(visit, `${filtersPath}?done=asked+learned`);
  }
  if (field(form, 'do') !== 'save') {
    const asked = await askTrial(site, { reason: rule, value, staffId: staff.id });
    if (asked.ok) return seeOther(visit, trialPath(asked.value.id));
    return again(visit, rule, { sentence: fault(labels[setting], asked.sentence), status: 422 });
  }
  const values = new Map([[setting, value]]);
  const seen = new Map([[setting, field(form, 'seen')]]);
  const changed = await changeSettings(site, actingAs(visit).actor, { values, seen });
  if (changed.ok) await keepLearning(site);
  if (changed.ok)
    return seeOther(visit, `${filtersPath}?done=${changed.value.size > 0 ? 'saved' : 'same'}+${rule}`);
  const [first] = changed.faults;
  const sentence = fault(labels[setting], first?.problem ?? '');
  return again(visit, rule, { sentence, status: changed.code === 'stale' ? 409 : 422 });
}

type Why = { sentence: string; status: 409 | 422 };

async function again(visit: Visit, rule: Triable, { sentence, status }: Why): Promise<Response> {
  const view = await viewFilters(visit);
  const faults: FormFault[] = [{ field: 'value', sentence }];
  const typed = view.rules.map((each) =>
    each.rule === rule
      ? { ...each, form: { ...each.form, values: { value: field(visit.form, 'value') }, faults } }
      : each,
  );
  return show(visit, <FiltersPage desk={visit.desk} view={{ ...view, rules: typed }} />, status);
}

async function showTrial(visit: Visit): Promise<Response> {
  const { site, desk } = visit;
  const db = site.store.read;
  const trial = await readTrial(db, pathId(visit));
  if (trial === null) return missing(visit);
  const stored = (await settingsIn(db))[triable[trial.reason]];
  const found = new Map((await readResponses(db, trial.tally.examples)).map((each) => [each.id, each]));
  const examples = trial.tally.examples.toReversed().flatMap((id) => found.get(id) ?? []);
  const { timeZone } = desk.publication;
  const view = {
    ...{ trial, examples, seen: digestOf(stored), isStored: stored === trial.value },
    days: lastDays(new Date(trial.askedAt), trialDays + 1, timeZone),
  };
  return show(visit, <TrialPage desk={desk} view={view} />);
}
