import type { Refusal } from '../../lib/refusal.ts';
import { actsOf, decisions } from '../../notices/case-acts.ts';
import { caseClock, clockSetting } from '../../notices/case-clock.ts';
import { factsOf } from '../../notices/case-steps.ts';
import { allLettersOf } from '../../notices/letters/queries.ts';
import { caseResponse, evidenceOf, readCase, repliesOf, stepsOf } from '../../notices/queries.ts';
import { readSettings } from '../../publication/queries.ts';
import { missing } from '../admit.tsx';
import type { FormFault, FormState } from '../frame/form-field.tsx';
import { field, pathId, show, type Visit } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { CasePage } from './case-page.tsx';
import type { OneCaseView } from './case-view.ts';

export type Said = Partial<Pick<OneCaseView, 'decide' | 'lookUp' | 'identity' | 'refusal'>>;
const blankForm = (prefix: string): FormState => ({ prefix, values: {}, faults: [] });

/** A case with everything that is known of it. */
export async function showCase(
  visit: Visit,
  said: Said = {},
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const db = visit.site.store.read;
  const found = await readCase(db, pathId(visit));
  if (found === null) return missing(visit);
  const steps = await stepsOf(db, found.id);
  const facts = factsOf(steps);
  const setting = clockSetting(await readSettings(visit.site));
  const clock = caseClock(found.kind, facts, { setting, now: visit.site.clock.now() });
  const [reply = null] = await repliesOf(db, found.id);
  const view: OneCaseView = {
    ...{ found, steps, clock, acts: actsOf(clock), reply, letters: await allLettersOf(db, found.id) },
    ticks: { invalid: facts.invalid, repeat: facts.repeat, noContact: facts.noContact },
    response: found.comment === null ? null : await caseResponse(db, found.comment.id),
    evidence: await evidenceOf(db, found.id),
    done: visit.c.req.query('done') ?? null,
    ...{ decide: blankForm('d'), lookUp: blankForm('w'), identity: null, refusal: null, ...said },
  };
  return show(visit, <CasePage desk={visit.desk} view={view} />, status);
}

/** The case with why something was not done; with what is missing in an end in one’s own words. */
export function refusedCase(visit: Visit, refusal: Refusal | { decide: true }): Promise<Response> {
  if ('decide' in refusal) return showCase(visit, { decide: readDecision(visit).form }, 422);
  return showCase(visit, { refusal: refusal.sentence }, 409);
}

const longestWords = 5_000;

/** What was typed for an end in one’s own words, with what is wrong with it. */
export function readDecision(visit: Visit) {
  const say = deskWordingFor(visit.desk.publication.locale).cases;
  const values = { decision: field(visit.form, 'decision'), words: field(visit.form, 'words').trim() };
  const decision = decisions.find((each) => each === values.decision);
  const faults: FormFault[] = [];
  if (decision === undefined) faults.push({ field: 'decision', sentence: say.needsDecision });
  if (values.words === '') faults.push({ field: 'words', sentence: say.needsWords });
  if ([...values.words].length > longestWords) faults.push({ field: 'words', sentence: say.longWords });
  const form: FormState = { prefix: 'd', values, faults };
  return { decision, words: values.words, form };
}
