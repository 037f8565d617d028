import { revokePreview } from '../../src/articles/preview-links.ts';
import { withholdRevision } from '../../src/articles/revisions/withhold.ts';
import { withdrawArticle } from '../../src/articles/withdraw-article.ts';
import { editComment } from '../../src/comments/edits/edit-comment.ts';
import { erasePerson } from '../../src/comments/people/erase-person.ts';
import { withdrawComment } from '../../src/comments/withdraw-comment.ts';
import { removeComment } from '../../src/moderation/decide.ts';
import { findPlace } from '../../src/notices/find-place.ts';
import { receiveNotice } from '../../src/notices/receive-notice.ts';
import { replyToNotice } from '../../src/notices/reply.ts';
import { takeAct } from '../../src/notices/take-act.ts';
import { removeForCase, withholdNow } from '../../src/notices/withhold.ts';
import { withdrawPage } from '../../src/publication/static-pages/save-page.ts';
import { granted } from '../support/publish.ts';
import type { TestSite } from '../support/site.ts';
import { editor } from './scene.ts';
import type { Canaries } from './secrets.ts';

/** How responses are taken from readers: each way by its name. */
export const deeds = {
  async removed(site: TestSite, canaries: Canaries, id: string) {
    const sentence = canaries.put('the sentence to a writer', 'never');
    const reason = { code: 'other', label: 'Another reason', sentence };
    granted(await removeComment(site, { id, moderator: editor, reason }));
  },
  async 'withheld for a case'(site: TestSite, canaries: Canaries, id: string) {
    const caseId = await complain(site, canaries, id);
    granted(await withholdNow(site, { id: caseId, by: editor }));
  },
  async 'removed for a case'(site: TestSite, canaries: Canaries, id: string) {
    const caseId = await complain(site, canaries, id);
    granted(await takeAct(site, { id: caseId, by: editor, act: 'notify' }));
    const put = (part: string) => canaries.put(`${part} of a writer’s answer`, 'never');
    const values = { wish: 'stands', disclose: 'yes', name: put('the name'), address: put('the address') };
    granted(await replyToNotice(site, { commentId: id, values: { ...values, words: put('the words') } }));
    granted(await removeForCase(site, { id: caseId, by: editor }));
    const words = canaries.put('the words of a decision', 'never');
    granted(await takeAct(site, { id: caseId, by: editor, act: 'decide', decision: 'upheld', words }));
  },
  async withdrawn(site: TestSite, _: Canaries, id: string) {
    granted(await withdrawComment(site, id));
  },
  async erased(site: TestSite, _: Canaries, id: string) {
    granted(await erase(site, id, 'words'));
  },
  async changed(site: TestSite, _: Canaries, id: string) {
    granted(await editComment(site, { id, text: 'It was not so, I see now.' }));
  },
};

/** Takes the name off a response and leaves its words. */
export async function unname(site: TestSite, id: string): Promise<void> {
  granted(await erase(site, id, 'name'));
}

function erase(site: TestSite, id: string, depth: 'words' | 'name') {
  const erasing = { by: editor, reason: { code: 'asked', label: 'The writer asked' } };
  return erasePerson(site, { who: { by: 'response', value: id }, depth, erasing });
}

/** A complaint with a canary in each of its parts. Answers the case’s id. */
async function complain(site: TestSite, canaries: Canaries, commentId: string): Promise<string> {
  const { path, number } = await site.store.read
    .selectFrom('comments')
    .innerJoin('articles', 'articles.id', 'comments.article_id')
    .select(['articles.path', 'number'])
    .where('comments.id', '=', commentId)
    .executeTakeFirstOrThrow();
  const where = `${path}#response-${number}`;
  const place = granted(await findPlace(site, where));
  const put = (part: string) => canaries.put(`${part} of a notice`, 'never');
  const words = {
    words: put('the words'),
    meaning: put('the meaning'),
    harm: put('the harm'),
    wrong: put('what is wrong'),
  };
  const who = { name: put('the name'), email: `${put('the address')}@post.example` };
  const ticks = { unknown_poster: 'yes', give_name: 'no', give_email: 'no' };
  const values = { where, ...words, ...who, ...ticks };
  return granted(await receiveNotice(site, { kind: 'uk-s5', values, place, from: commentId })).id;
}

/** What is taken back of articles and pages. */
export async function takeBack(
  site: TestSite,
  {
    article,
    revised,
    page,
    previewed,
  }: { article: string; revised: string; page: string; previewed: string },
): Promise<void> {
  granted(await withdrawArticle(site, editor, { id: article, reason: 'wrong', note: 'It was wrong.' }));
  granted(await withholdRevision(site, editor, { id: revised, number: 1, reason: 'privacy' }));
  granted(await withdrawPage(site, editor, { id: page, note: 'It is out of date.' }));
  const { id: previewId } = await site.store.read
    .selectFrom('article_previews')
    .select('id')
    .where('article_id', '=', previewed)
    .executeTakeFirstOrThrow();
  granted(await revokePreview(site, { id: previewed, previewId }));
}
