import * as z from 'zod';
import { claimInput } from '../articles/claims/claim.ts';
import { changeClaim, markClaim, withdrawClaim } from '../articles/claims/mark-claim.ts';
import { claimsOf, todayOf } from '../articles/claims/queries.ts';
import { claimJson } from './beside-json.ts';
import { changedClaimShape, claimsShape, newClaimShape } from './follow-up-shapes.ts';
import { idempotencyHeaders, readKey, sentRequest } from './idempotency.ts';
import { readQuery } from './parameters.ts';
import { faultsProblem } from './problem.ts';
import type { ArticleCall, ArticleRoute } from './route.ts';
import { answerOf, noSuch, numberIn, readInput, sendToStaff } from './send-to-staff.ts';
import { claimShape } from './shapes.ts';

const path = '/articles/{id}/claims';
const access = { scope: 'articles:write', verb: 'claim.mark' } as const;

/** Marks a passage as a dated claim. */
export const markClaimRoute: ArticleRoute = {
  method: 'post',
  path,
  name: 'markClaim',
  summary: 'Marks a passage as a claim that comes due: public at once, or with its article.',
  access,
  headers: idempotencyHeaders,
  body: newClaimShape,
  answers: { 201: { meaning: 'The claim.', shape: claimShape } },
  problems: [400, 409, 413, 415, 422],
  async handle(call) {
    const { site, c, editor, id } = call;
    const key = readKey(c);
    if ('faults' in key) return faultsProblem(c, key.faults);
    const read = await readInput(c, {
      shape: newClaimShape,
      noun: 'A claim',
      as: claimInput,
      values: valuesOf,
    });
    if ('refusal' in read) return read.refusal;
    const request = sentRequest(call, { key: key.key, route: `claim ${id}`, content: read.fields });
    const marked = await markClaim(site, editor, { id, input: read.input, request });
    return answerOf(c, marked, ({ number }) => sendClaim(call, number, 201));
  },
};

/** Changes a claim. */
export const changeClaimRoute: ArticleRoute = {
  method: 'put',
  path: `${path}/{number}`,
  name: 'changeClaim',
  summary: 'Changes a claim. Of a published article, its earlier wording is kept.',
  access,
  body: changedClaimShape,
  answers: { 200: { meaning: 'The claim as it now reads.', shape: claimShape } },
  problems: [400, 409, 413, 415, 422],
  async handle(call) {
    const { site, c, editor, id } = call;
    const number = numberIn(c);
    if (number === null) return noClaim(call);
    const shape = changedClaimShape;
    const read = await readInput(c, { shape, noun: 'A claim', as: claimInput, values: valuesOf });
    if ('refusal' in read) return read.refusal;
    const target = { id, number, version: read.fields.version, input: read.input };
    return answerOf(c, await changeClaim(site, editor, target), () => sendClaim(call, number, 200));
  },
};

const asked = 'Say which version of the claim you read, as ?version=1.';
const versionQuery = z.object({ version: z.int(asked).min(1, asked).describe('The version that you read.') });

/** Takes the mark off a passage. */
export const withdrawClaimRoute: ArticleRoute = {
  method: 'delete',
  path: `${path}/{number}`,
  name: 'withdrawClaim',
  summary: 'Takes the mark off a passage. Answers the claims that are left.',
  access,
  query: versionQuery,
  answers: { 200: { meaning: 'The claims that are left.', shape: claimsShape } },
  problems: [409, 422],
  async handle(call) {
    const { site, c, editor, id } = call;
    const number = numberIn(c);
    if (number === null) return noClaim(call);
    const read = readQuery(c, versionQuery);
    if ('refusal' in read) return read.refusal;
    const taken = await withdrawClaim(site, editor, { id, number, version: read.query.version });
    return answerOf(c, taken, async () =>
      sendToStaff({ items: (await claimsIn(call)).map(claimJson), next: null }),
    );
  },
};

type Sent = { passage: string; claim?: string | null | undefined; due: string };

function valuesOf({ passage, claim, due }: Sent) {
  return { passage, claim: claim ?? '', due };
}

async function claimsIn({ site, id }: ArticleCall) {
  return claimsOf(site.store.read, id, await todayOf(site));
}

async function sendClaim(call: ArticleCall, number: number, status: number): Promise<Response> {
  const one = (await claimsIn(call)).find((each) => each.number === number);
  return one ? sendToStaff(claimJson(one), { status }) : noClaim(call);
}

function noClaim({ c }: ArticleCall): Response {
  return noSuch(c, 'no-claim', 'There is no such claim in this article.');
}
