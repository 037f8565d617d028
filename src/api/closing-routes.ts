import { outcomeInput } from '../articles/claims/claim.ts';
import { closeClaim, dropOutcome } from '../articles/claims/close-claim.ts';
import { besideOf } from './beside-json.ts';
import { closingsShape, newClosingShape } from './follow-up-shapes.ts';
import type { ArticleCall, ArticleRoute } from './route.ts';
import { answerOf, noSuch, numberIn, readInput, sendToStaff } from './send-to-staff.ts';

const path = '/articles/{id}/closings/{article}/{number}';
const access = { scope: 'articles:write', verb: 'claim.mark' } as const;
const answers = { 200: { meaning: 'All that the article closes.', shape: closingsShape } };

/** Says in one article what came of another's claim. */
export const closeClaimRoute: ArticleRoute = {
  method: 'put',
  path,
  name: 'closeClaim',
  summary: 'Says in an article what came of an earlier one’s claim: at once, or with its publication.',
  access,
  body: newClosingShape,
  answers,
  problems: [400, 409, 413, 415, 422],
  async handle(call) {
    const { site, c, editor, id } = call;
    const claim = claimIn(call);
    if (claim === null) return noClaim(call);
    const shape = newClosingShape;
    const read = await readInput(c, { shape, noun: 'A closing', as: outcomeInput, values: (sent) => sent });
    if ('refusal' in read) return read.refusal;
    const closed = await closeClaim(site, editor, { claim, by: id, input: read.input });
    // Sent again, it says what it said.
    return !closed.ok && closed.code === 'same'
      ? sendClosings(call)
      : answerOf(c, closed, () => sendClosings(call));
  },
};

/** Takes back what a draft was to say of a claim. */
export const dropClosingRoute: ArticleRoute = {
  method: 'delete',
  path,
  name: 'dropClosing',
  summary: 'Takes back what a draft was to say of a claim. What is public is changed, not taken back.',
  access,
  answers,
  problems: [],
  async handle(call) {
    const claim = claimIn(call);
    if (claim === null) return noClaim(call);
    const dropped = await dropOutcome(call.site, { claim, by: call.id });
    return answerOf(call.c, dropped, () => sendClosings(call));
  },
};

function claimIn({ c }: ArticleCall): { articleId: string; number: number } | null {
  const number = numberIn(c);
  return number === null ? null : { articleId: c.req.param('article') ?? '', number };
}

async function sendClosings({ site, id }: ArticleCall): Promise<Response> {
  const { closes } = await besideOf(site, id, { drafts: true });
  return sendToStaff({ items: closes, next: null });
}

function noClaim({ c }: ArticleCall): Response {
  return noSuch(c, 'no-claim', 'There is no such claim.');
}
