import assert from 'node:assert/strict';
import { removeComment } from '../../src/moderation/decide.ts';
import { suspendWriter } from '../../src/moderation/suspensions/suspend-writer.ts';
import { askReview } from '../../src/reviews/ask-review.ts';
import { decideReview } from '../../src/reviews/decide-review.ts';
import type { Role } from '../../src/staff/permissions.ts';
import { listStaff } from '../../src/staff/queries.ts';
import type { Newsroom } from '../support/newsroom.ts';
import { granted, send } from '../support/publish.ts';

/** Reviews of three removals: one that waits, one of a decision of the owner’s own, and one that was decided; and a suspension. */
export async function addReviews({ site }: Newsroom, articleId: string, words: string) {
  const staff = await listStaff(site);
  const by = (role: Role) => ({
    actor: { role },
    staffId: staff.find((each) => each.role === role)?.id ?? '',
  });
  const ask = async (text: string, remover: Role) => {
    const { id } = granted(
      await send(site, { articleId, text, address: '192.0.2.77', name: `Keelbolt ${words}`.slice(0, 60) }),
    );
    const reason = { code: 'rule-1', label: `Rule 1: ${words}`, sentence: words };
    granted(await removeComment(site, { id, moderator: by(remover), reason }));
    const decision = await site.store.read
      .selectFrom('comment_decisions')
      .select('id')
      .where('comment_id', '=', id)
      .where('kind', 'in', ['remove', 'refuse'])
      .executeTakeFirst();
    assert.ok(decision);
    const about = { subject: 'decision' as const, subjectId: decision.id, commentId: id };
    return granted(await askReview(site, { ...about, askedBy: 'writer', words })).id;
  };
  const waiting = await ask('The deck has no keel-bolts.', 'moderator');
  const own = await ask('The deck has two keel-bolts.', 'owner');
  const done = await ask('The deck has three keel-bolts.', 'moderator');
  granted(await decideReview(site, { id: done, verdict: 'uphold', sentence: words, by: by('editor') }));
  const reason = { code: 'rule-1', label: `Rule 1: ${words}`, sentence: words };
  const long = { kind: 'address' as const, until: null, reason, by: by('owner') };
  const { id: commentId } = granted(
    await send(site, {
      articleId,
      text: 'Keel-bolts!',
      address: '192.0.2.78',
      name: 'Keelbolt the Loud',
      secret: 'another secret',
    }),
  );
  granted(await suspendWriter(site, { ...long, commentId }));
  return { waiting, own, done, suspended: commentId };
}
