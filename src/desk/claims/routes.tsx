import { claimInput, outcomeInput } from '../../articles/claims/claim.ts';
import { closeClaim, dropOutcome } from '../../articles/claims/close-claim.ts';
import { changeClaim, markClaim, withdrawClaim } from '../../articles/claims/mark-claim.ts';
import type { Outcome } from '../../lib/refusal.ts';
import type { DeskRoute } from '../desk-route.ts';
import { faultOfRefusal, faultsOfForm } from '../frame/form-faults.ts';
import type { FormFault } from '../frame/form-field.tsx';
import { type ArticleVisit, actingAs, field, idPattern, seeOther } from '../visit.ts';
import { showArticleClaims } from './show-article-claims.tsx';
import { showClaimList } from './show-claim-list.tsx';

const path = `/desk/articles/:id{${idPattern}}/claims/`;

/** Dated claims: those of one article, and all of them by where they stand. */
export const claimRoutes: DeskRoute[] = [
  { method: 'GET', path: '/desk/claims/', verb: 'article.write', answer: showClaimList },
  { method: 'GET', path, verb: 'article.read', answer: (visit) => showArticleClaims(visit, {}, 200) },
  { method: 'POST', path, verb: 'claim.mark', answer: sendClaim },
  { method: 'POST', path: `${path}close/`, verb: 'claim.mark', answer: sendOutcome },
];

async function sendClaim(visit: ArticleVisit): Promise<Response> {
  const { site, id } = visit;
  const act = field(visit.form, 'do');
  const values = valuesOf(visit, ['passage', 'claim', 'due']);
  const target = { number: numberIn(visit, 'number'), version: numberIn(visit, 'version') };
  const again = (faults: FormFault[], status: 409 | 422) => {
    const changing = act === 'change' ? target : null;
    return showArticleClaims(visit, { changing, form: { prefix: 'f', values, faults } }, status);
  };
  if (act === 'withdraw') {
    const taken = await withdrawClaim(site, actingAs(visit), { id, ...target });
    return taken.ok ? backTo(visit, 'withdrawn') : again([faultOfRefusal(taken)], 409);
  }
  const parsed = claimInput.safeParse(values);
  if (!parsed.success || visit.form.fault !== null)
    return again(faultsIn(visit, parsed.success ? [] : faultsOfForm(parsed.error)), 422);
  const marked =
    act === 'change'
      ? await changeClaim(site, actingAs(visit), { id, ...target, input: parsed.data })
      : await markClaim(site, actingAs(visit), { id, input: parsed.data });
  if (!marked.ok) return again([faultOfRefusal(marked)], statusOf(marked));
  return backTo(visit, act === 'change' ? 'changed' : 'marked');
}

async function sendOutcome(visit: ArticleVisit): Promise<Response> {
  const { site, id } = visit;
  const claim = { articleId: field(visit.form, 'article'), number: numberIn(visit, 'number') };
  const values = valuesOf(visit, ['outcome', 'sentence', 'date']);
  const again = (faults: FormFault[], status: 409 | 422) => {
    const form = { prefix: `o-${claim.articleId}-${claim.number}`, values, faults };
    return showArticleClaims(visit, { closing: { ...claim, form } }, status);
  };
  if (field(visit.form, 'do') === 'drop') {
    const dropped = await dropOutcome(site, { claim, by: id });
    return dropped.ok ? backTo(visit, 'dropped') : again([faultOfRefusal(dropped)], 409);
  }
  const parsed = outcomeInput.safeParse(values);
  if (!parsed.success || visit.form.fault !== null)
    return again(faultsIn(visit, parsed.success ? [] : faultsOfForm(parsed.error)), 422);
  const closed = await closeClaim(site, actingAs(visit), { claim, by: id, input: parsed.data });
  if (!closed.ok) return again([faultOfRefusal(closed)], statusOf(closed));
  return backTo(visit, visit.stage === 'published' ? 'closed' : 'will-close');
}

function valuesOf({ form }: ArticleVisit, names: string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, field(form, name)]));
}

function faultsIn({ form }: ArticleVisit, faults: FormFault[]): FormFault[] {
  return form.fault === null ? faults : [{ field: null, sentence: form.fault }, ...faults];
}

function numberIn({ form }: ArticleVisit, name: string): number {
  const text = field(form, name);
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 0;
}

function statusOf(outcome: Outcome<unknown>): 409 | 422 {
  return !outcome.ok && ['stale', 'withdrawn', 'no-claim', 'needs-reader'].includes(outcome.code) ? 409 : 422;
}

function backTo(visit: ArticleVisit, done: string): Response {
  return seeOther(visit, `/desk/articles/${visit.id}/claims/?done=${done}`);
}
