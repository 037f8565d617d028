import type { CorrectionInput } from '../articles/corrections/correction.ts';
import { correctionInput, withdrawalInput } from '../articles/corrections/correction.ts';
import {
  changeCorrection,
  giveCorrection,
  withdrawCorrection,
} from '../articles/corrections/give-correction.ts';
import { correctionsOf } from '../articles/corrections/queries.ts';
import type { Site } from '../site.ts';
import { correctionJson } from './beside-json.ts';
import {
  changedCorrectionShape,
  correctionsShape,
  correctionWithdrawalShape,
  newCorrectionShape,
} from './follow-up-shapes.ts';
import { idempotencyHeaders, readKey, sentRequest } from './idempotency.ts';
import { idIn } from './parameters.ts';
import { faultsProblem } from './problem.ts';
import { findArticle } from './queries.ts';
import { missingArticle, noArticle } from './refusal-problem.ts';
import type { ArticleCall, ArticleRoute, OpenRoute } from './route.ts';
import { sendJson } from './send-json.ts';
import { answerOf, noSuch, numberIn, readInput, sendToStaff } from './send-to-staff.ts';
import { correctionShape } from './shapes.ts';

const path = '/articles/{id}/corrections';
const access = { scope: 'articles:publish', verb: 'article.correct' } as const;
const problems = [400, 409, 413, 415, 422] as const;

/** What was said of an article after it was published. */
export const listCorrectionsRoute: OpenRoute = {
  method: 'get',
  path,
  name: 'listCorrections',
  summary: 'Corrections, clarifications, apologies and updates of an article, the first given first.',
  access: 'anybody',
  answers: { 200: { meaning: 'All of them.', shape: correctionsShape } },
  problems: [404, 410],
  async handle(web, c) {
    const id = idIn(c);
    if (id === null) return noArticle(c);
    return (await sendJson(web, c, { make: () => publicList(web.site, id) })) ?? missingArticle(web, c, id);
  },
};

async function publicList({ store }: Site, id: string) {
  if (!(await findArticle(store.read, id))) return null;
  return { items: (await correctionsOf(store.read, id)).map(correctionJson), next: null };
}

/** Gives a correction. */
export const giveCorrectionRoute: ArticleRoute = {
  method: 'post',
  path,
  name: 'giveCorrection',
  summary: 'Publishes a correction, clarification, apology or update of a published article.',
  access,
  headers: idempotencyHeaders,
  body: newCorrectionShape,
  answers: { 201: { meaning: 'It stands with the article.', shape: correctionShape } },
  problems: [...problems],
  async handle(call) {
    const { site, c, editor, id } = call;
    const key = readKey(c);
    if ('faults' in key) return faultsProblem(c, key.faults);
    const as = correctionInput;
    const read = await readInput(c, {
      shape: newCorrectionShape,
      noun: 'A correction',
      as,
      values: valuesOf,
    });
    if ('refusal' in read) return read.refusal;
    const request = sentRequest(call, { key: key.key, route: `correct ${id}`, content: read.fields });
    const given = await giveCorrection(site, editor, { id, input: read.input, request });
    return answerOf(c, given, ({ number }) => sendCorrection(call, number, 201));
  },
};

/** Changes the note of a correction. */
export const changeCorrectionRoute: ArticleRoute = {
  method: 'put',
  path: `${path}/{number}`,
  name: 'changeCorrection',
  summary: 'Changes the note of a correction. Its earlier wording is kept, and readers are told.',
  access,
  body: changedCorrectionShape,
  answers: { 200: { meaning: 'It stands as it now reads.', shape: correctionShape } },
  problems: [...problems],
  async handle(call) {
    const { site, c, editor, id } = call;
    const number = numberIn(c);
    if (number === null) return noCorrection(call);
    const as = correctionInput;
    const read = await readInput(c, {
      shape: changedCorrectionShape,
      noun: 'A correction',
      as,
      values: valuesOf,
    });
    if ('refusal' in read) return read.refusal;
    const { version } = read.fields;
    const changed = await changeCorrection(site, editor, { id, number, version, input: read.input });
    return answerOf(c, changed, () => sendCorrection(call, number, 200));
  },
};

/** Withdraws a correction. */
export const withdrawCorrectionRoute: ArticleRoute = {
  method: 'put',
  path: `${path}/{number}/withdrawal`,
  name: 'withdrawCorrection',
  summary: 'Withdraws a correction: a line of it stays, with why.',
  access,
  body: correctionWithdrawalShape,
  answers: { 200: { meaning: 'It is withdrawn.', shape: correctionShape } },
  problems: [...problems],
  async handle(call) {
    const { site, c, editor, id } = call;
    const number = numberIn(c);
    if (number === null) return noCorrection(call);
    const shape = correctionWithdrawalShape;
    const values = ({ why }: { why: string }) => ({ why });
    const read = await readInput(c, { shape, noun: 'A withdrawal', as: withdrawalInput, values });
    if ('refusal' in read) return read.refusal;
    const target = { id, number, version: read.fields.version, why: read.input.why };
    const withdrawn = await withdrawCorrection(site, editor, target);
    return answerOf(c, withdrawn, () => sendCorrection(call, number, 200));
  },
};

type Sent = {
  [K in 'kind' | 'was' | 'now' | 'why' | 'prominence']?: string | null | undefined;
} & { revision?: number | null | undefined };

function valuesOf(sent: Sent): Record<keyof CorrectionInput, string | undefined> {
  const { kind, was, now, why, prominence, revision } = sent;
  return {
    ...{ kind: kind ?? undefined, was: was ?? '', now: now ?? '', why: why ?? '' },
    ...{ prominence: prominence ?? 'top', revision: revision?.toString() ?? '' },
  };
}

async function sendCorrection(call: ArticleCall, number: number, status: number): Promise<Response> {
  const all = await correctionsOf(call.site.store.read, call.id);
  const one = all.find((each) => each.number === number);
  return one ? sendToStaff(correctionJson(one), { status }) : noCorrection(call);
}

function noCorrection({ c }: ArticleCall): Response {
  return noSuch(c, 'no-correction', 'There is no such correction under this article.');
}
