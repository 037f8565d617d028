import { pinArticle, unpinArticle } from '../articles/pin-article.ts';
import { answerReview, askReview, takeBackReview } from '../articles/review-article.ts';
import { markRisk, unmarkRisk } from '../articles/second-reader.ts';
import { restoreArticle } from '../articles/withdraw-article.ts';
import { pinShape, reviewAnswerShape, reviewRequestShape, riskShape } from './follow-up-shapes.ts';
import { sendStanding, standing } from './publication-routes.ts';
import { readFields } from './read-article-input.ts';
import type { ArticleRoute } from './route.ts';
import { answerOf } from './send-to-staff.ts';

const written = [400, 409, 413, 415, 422] as const;

/** Sends a draft to review. */
export const askReviewRoute: ArticleRoute = {
  method: 'put',
  path: '/articles/{id}/review',
  name: 'askReview',
  summary: 'Asks for somebody else to read a draft.',
  access: { scope: 'articles:write', verb: 'article.ask-review' },
  body: reviewRequestShape,
  answers: { 200: { meaning: 'It waits for its reader.', ...standing } },
  problems: [...written],
  async handle(call) {
    const { site, c, editor, id } = call;
    const read = await readFields(c, reviewRequestShape, 'A request for a reader');
    if ('refusal' in read) return read.refusal;
    const asked = await askReview(site, editor, { id, note: read.fields.note ?? '' });
    return answerOf(c, asked, () => sendStanding(call));
  },
};

/** Takes the request back. */
export const takeBackReviewRoute: ArticleRoute = {
  method: 'delete',
  path: '/articles/{id}/review',
  name: 'takeBackReview',
  summary: 'Takes the request for a reader back.',
  access: { scope: 'articles:write', verb: 'article.ask-review' },
  answers: { 200: { meaning: 'It is a draft again.', ...standing } },
  problems: [409],
  async handle(call) {
    const { site, c, editor, id } = call;
    return answerOf(c, await takeBackReview(site, editor, id), () => sendStanding(call));
  },
};

/** Answers a review. */
export const answerReviewRoute: ArticleRoute = {
  method: 'put',
  path: '/articles/{id}/review/answer',
  name: 'answerReview',
  summary: 'Approves a draft that waits for a reader, or sends it back. Not by whoever asked.',
  access: { scope: 'articles:publish', verb: 'article.answer-review' },
  body: reviewAnswerShape,
  answers: { 200: { meaning: 'It is a draft again, with that answer.', ...standing } },
  problems: [...written],
  async handle(call) {
    const { site, c, editor, id } = call;
    const read = await readFields(c, reviewAnswerShape, 'An answer');
    if ('refusal' in read) return read.refusal;
    const { review: reviewId, outcome, answer } = read.fields;
    const answered = await answerReview(site, editor, { id, reviewId, outcome, answer: answer ?? '' });
    return answerOf(c, answered, () => sendStanding(call));
  },
};

/** Marks an article as a legal risk. */
export const markRiskRoute: ArticleRoute = {
  method: 'put',
  path: '/articles/{id}/risk',
  name: 'markRisk',
  summary: 'Marks an article as a legal risk: nobody who wrote some of it publishes it alone.',
  access: { scope: 'articles:write', verb: 'article.mark-risk' },
  body: riskShape,
  answers: { 200: { meaning: 'It is marked.', ...standing } },
  problems: [...written],
  async handle(call) {
    const { site, c, editor, id } = call;
    const read = await readFields(c, riskShape, 'A mark');
    if ('refusal' in read) return read.refusal;
    const marked = await markRisk(site, editor, { id, reason: read.fields.reason });
    return answerOf(c, marked, () => sendStanding(call));
  },
};

/** Takes the mark off. */
export const clearRiskRoute: ArticleRoute = {
  method: 'put',
  path: '/articles/{id}/risk/clearance',
  name: 'clearRisk',
  summary: 'Takes the legal-risk mark off. Not by whoever wrote some of the article.',
  access: { scope: 'articles:publish', verb: 'article.unmark-risk' },
  body: riskShape,
  answers: { 200: { meaning: 'It is not marked any more.', ...standing } },
  problems: [...written],
  async handle(call) {
    const { site, c, editor, id } = call;
    const read = await readFields(c, riskShape, 'A clearance');
    if ('refusal' in read) return read.refusal;
    const cleared = await unmarkRisk(site, editor, { id, reason: read.fields.reason });
    return answerOf(c, cleared, () => sendStanding(call));
  },
};

/** Puts an article first on the front page. */
export const pinRoute: ArticleRoute = {
  method: 'put',
  path: '/articles/{id}/pin',
  name: 'pinArticle',
  summary: 'Puts a published article first on the front page, until a time or without an end.',
  access: { scope: 'articles:publish', verb: 'article.pin' },
  body: pinShape,
  answers: { 200: { meaning: 'It stands first.', ...standing } },
  problems: [...written],
  async handle(call) {
    const { site, c, editor, id } = call;
    const read = await readFields(c, pinShape, 'A pin');
    if ('refusal' in read) return read.refusal;
    const pinned = await pinArticle(site, editor, { id, until: read.fields.until ?? '' });
    return answerOf(c, pinned, () => sendStanding(call));
  },
};

/** Takes it down from there. */
export const unpinRoute: ArticleRoute = {
  method: 'delete',
  path: '/articles/{id}/pin',
  name: 'unpinArticle',
  summary: 'Takes an article down from its first place.',
  access: { scope: 'articles:publish', verb: 'article.pin' },
  answers: { 200: { meaning: 'It stands where its date puts it.', ...standing } },
  problems: [409],
  async handle(call) {
    const { site, c, editor, id } = call;
    return answerOf(c, await unpinArticle(site, editor, id), () => sendStanding(call));
  },
};

/** Puts a withdrawn article back. */
export const restoreArticleRoute: ArticleRoute = {
  method: 'delete',
  path: '/articles/{id}/withdrawal',
  name: 'restoreArticle',
  summary: 'Puts a withdrawn article back where it stood.',
  access: { scope: 'articles:publish', verb: 'article.restore' },
  answers: { 200: { meaning: 'Readers see it again.', ...standing } },
  problems: [409],
  async handle(call) {
    const { site, c, editor, id } = call;
    return answerOf(c, await restoreArticle(site, editor, id), () => sendStanding(call));
  },
};
