import { correctionInput, withdrawalInput } from '../../articles/corrections/correction.ts';
import {
  changeCorrection,
  giveCorrection,
  withdrawCorrection,
} from '../../articles/corrections/give-correction.ts';
import { correctionsOf } from '../../articles/corrections/queries.ts';
import { readEditable } from '../../articles/queries.ts';
import { revisionLines, revisionWords, withheldOf } from '../../articles/revisions/queries.ts';
import { showRevision, withholdReasons, withholdRevision } from '../../articles/revisions/withhold.ts';
import { type Outcome, refuse } from '../../lib/refusal.ts';
import { missing } from '../admit.tsx';
import type { DeskRoute } from '../desk-route.ts';
import { faultOfRefusal, faultsOfForm } from '../frame/form-faults.ts';
import type { FormFault } from '../frame/form-field.tsx';
import { type ArticleVisit, actingAs, field, idPattern, queryNumber, seeOther, show } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { CorrectionsPage } from './corrections-page.tsx';
import type { CorrectionsView } from './corrections-view.ts';

const path = `/desk/articles/:id{${idPattern}}/corrections/`;
const fields = ['kind', 'was', 'now', 'why', 'prominence', 'revision'] as const;
const mostVersions = 100;

/** What is said of an article after it was published. */
export const correctionRoutes: DeskRoute[] = [
  { method: 'GET', path, verb: 'article.read', answer: showCorrections },
  { method: 'POST', path, verb: 'article.correct', answer: sendCorrection },
  { method: 'POST', path: `${path}versions/`, verb: 'revision.withhold', answer: sendVersion },
];

async function showCorrections(visit: ArticleVisit): Promise<Response> {
  const view = await readView(visit);
  return view === null ? missing(visit) : show(visit, <CorrectionsPage desk={visit.desk} view={view} />);
}

async function readView(visit: ArticleVisit): Promise<CorrectionsView | null> {
  const db = visit.site.store.read;
  const article = await readEditable(db, visit.id);
  if (article === null) return null;
  const corrections = await correctionsOf(db, visit.id);
  const versions = await revisionLines(db, visit.id, { limit: mostVersions, offset: 0 });
  const opened = corrections.find(
    ({ number, withdrawn }) => number === queryNumber(visit, 'change') && !withdrawn,
  );
  const newest = versions[0] && versions[0].number > 1 ? String(versions[0].number) : '';
  const values = opened
    ? { ...opened, revision: String(opened.revision ?? '') }
    : { kind: 'correction', was: '', now: '', why: '', prominence: 'top', revision: newest };
  const read = queryNumber(visit, 'read');
  const words = read === null ? null : await revisionWords(db, visit.id, read);
  return {
    versionsWithheld: await withheldOf(db, visit.id),
    reading: words && { ...words, standfirst: words.standfirst ?? '' },
    versionFault: null,
    ...{
      article,
      stage: visit.stage,
      corrections,
      versions,
      done: visit.c.req.query('done') ?? null,
      withdrawing: null,
    },
    changing: opened ? { number: opened.number, version: opened.earlier.length + 1 } : null,
    form: { prefix: 'f', values: Object.fromEntries(fields.map((name) => [name, values[name]])), faults: [] },
  };
}

async function sendCorrection(visit: ArticleVisit): Promise<Response> {
  const act = field(visit.form, 'do');
  if (act === 'withdraw') return withdraw(visit);
  const values = Object.fromEntries(fields.map((name) => [name, field(visit.form, name)]));
  const target = act === 'change' ? targetOf(visit) : null;
  const parsed = correctionInput.safeParse(values);
  const faults = parsed.success ? [] : faultsOfForm(parsed.error);
  if (visit.form.fault !== null) faults.unshift({ field: null, sentence: visit.form.fault });
  const again = (shown: FormFault[], status: 409 | 422) =>
    showAgain(visit, { changing: target, form: { prefix: 'f', values, faults: shown } }, status);
  if (!parsed.success || faults.length > 0) return again(faults, 422);
  const { site, id } = visit;
  const given = target
    ? await changeCorrection(site, actingAs(visit), { id, ...target, input: parsed.data })
    : await giveCorrection(site, actingAs(visit), { id, input: parsed.data });
  if (!given.ok) return again([faultOfRefusal(given)], statusOf(given));
  return seeOther(visit, `/desk/articles/${id}/corrections/?done=${target ? 'changed' : 'given'}`);
}

async function withdraw(visit: ArticleVisit): Promise<Response> {
  const { site, id } = visit;
  const target = targetOf(visit);
  const values = { why: field(visit.form, 'why') };
  const parsed = withdrawalInput.safeParse(values);
  const done: Outcome<unknown> | null = parsed.success
    ? await withdrawCorrection(site, actingAs(visit), { id, ...target, why: parsed.data.why })
    : null;
  if (done?.ok) return seeOther(visit, `/desk/articles/${id}/corrections/?done=withdrawn`);
  const faults = done ? [faultOfRefusal(done)] : parsed.success ? [] : faultsOfForm(parsed.error);
  const form = { prefix: `w${target.number}`, values, faults };
  return showAgain(visit, { withdrawing: { number: target.number, form } }, done ? statusOf(done) : 422);
}

/** Withholds the words of a version, or shows them again. */
async function sendVersion(visit: ArticleVisit): Promise<Response> {
  const { site, id, form } = visit;
  const { number } = targetOf(visit);
  const reason = withholdReasons.find((each) => each === field(form, 'reason'));
  const shows = field(form, 'do') === 'show';
  const done = shows
    ? await showRevision(site, actingAs(visit), { id, number })
    : reason === undefined
      ? refuse('no-reason', deskWordingFor(visit.publication.locale).versions.chooseReason)
      : await withholdRevision(site, actingAs(visit), { id, number, reason });
  if (!done.ok) return showAgain(visit, { versionFault: done.sentence }, statusOf(done));
  return seeOther(visit, `/desk/articles/${id}/corrections/?done=${shows ? 'shown' : 'withheld'}`);
}

function statusOf(outcome: Outcome<unknown>): 409 | 422 {
  return !outcome.ok &&
    ['stale', 'withdrawn', 'not-published', 'shown', 'already', 'needs-reader'].includes(outcome.code)
    ? 409
    : 422;
}

/** The correction that is meant, as it was seen. */
function targetOf({ form }: ArticleVisit): { number: number; version: number } {
  const number = (name: string) => (/^[1-9]\d{0,5}$/.test(field(form, name)) ? Number(field(form, name)) : 0);
  return { number: number('number'), version: number('version') };
}

async function showAgain(
  visit: ArticleVisit,
  shown: Partial<CorrectionsView>,
  status: 409 | 422,
): Promise<Response> {
  const view = await readView(visit);
  if (view === null) return missing(visit);
  return show(visit, <CorrectionsPage desk={visit.desk} view={{ ...view, ...shown }} />, status);
}
