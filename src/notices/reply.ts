import type { ReplyKind } from '../clocks/uk-s5.ts';
import { newId } from '../lib/ids.ts';
import { done, type Outcome, refuse } from '../lib/refusal.ts';
import { appendEntry } from '../record/append.ts';
import type { Site } from '../site.ts';
import { sealIdentity } from './identity.ts';
import { keepStep, lockCase } from './keep-step.ts';
import { openNoticeOf, stepsOf } from './queries.ts';

/** What a writer is asked when a notice came about their words, as it was sent. */
export type ReplyValues = { wish: string; name: string; address: string; disclose: string; words: string };
export type ReplyField = keyof ReplyValues;

/** What is missing in an answer: of one that wants the words to stay, the name, the address and a yes or no. */
export function missingIn(values: ReplyValues): ReplyField[] {
  if (values.wish === 'agreed') return [];
  if (values.wish !== 'stands') return ['wish'];
  return (['name', 'address', 'disclose'] as const).filter((field) =>
    field === 'disclose' ? !['yes', 'no'].includes(values.disclose) : values[field].trim() === '',
  );
}

/**
 * Keeps a writer’s answer to a notice; who they say they are is encrypted. An answer that lacks something is kept as
 * one that does not count. Refusals: `no-notice`, `answered`.
 */
export async function replyToNotice(
  site: Site,
  { commentId, values }: { commentId: string; values: ReplyValues },
): Promise<Outcome<{ kind: ReplyKind }>> {
  const kind = kindOf(values);
  const { name, address, words, disclose } = values;
  const told = values.wish === 'stands' && `${name}${address}`.trim() !== '';
  const identity = told ? await sealIdentity(site, { name: name.trim(), address: address.trim() }) : null;
  return site.store.write(async (tx) => {
    const open = await openNoticeOf(tx, commentId);
    if (open === null) return refuse('no-notice', 'No complaint about this response waits for an answer.');
    if ((await lockCase(tx, open.caseId))?.closedAt !== null)
      return refuse('no-notice', 'This complaint was decided meanwhile.');
    if ((await stepsOf(tx, open.caseId)).some((step) => step.kind === 'replied'))
      return refuse('answered', 'You have answered this already.');
    const at = site.clock.now().toISOString();
    await tx
      .insertInto('case_replies')
      .values({
        ...{ id: newId(site.clock, site.random), case_id: open.caseId, at, kind, identity },
        ...{ disclose: disclose === 'yes' ? 1 : disclose === 'no' ? 0 : null, words: words.trim() },
      })
      .execute();
    const by = { actor: { role: 'writer' as const }, staffId: null };
    await keepStep(site, tx, { caseId: open.caseId, kind: 'replied', by, facts: { kind } });
    await appendEntry(site, tx, {
      ...{ action: 'case.reply', by: by.actor, subject: { type: 'case', id: open.caseId } },
      ...{ reason: kind, visibility: 'public' },
    });
    return done({ kind });
  });
}

function kindOf(values: ReplyValues): ReplyKind {
  if (values.wish === 'agreed') return 'agreed';
  return missingIn(values).length === 0 ? 'stands' : 'defective';
}
