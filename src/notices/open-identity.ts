import { done, type Outcome, refuse } from '../lib/refusal.ts';
import { appendEntry } from '../record/append.ts';
import type { Site } from '../site.ts';
import { type Identity, openIdentity } from './identity.ts';
import { keepStep, lockCase, type StepActor } from './keep-step.ts';
import { repliesOf } from './queries.ts';

const longest = 500;

/**
 * Tells who a writer says they are. That it was looked up, by whom and why is kept first: with the case, and without the
 * reason as a private entry of the record. Refusals: `no-reason`, `no-case`, `no-identity`.
 */
export async function lookUpWriter(
  site: Site,
  { id, by, reason }: { id: string; by: StepActor; reason: string },
): Promise<Outcome<Identity>> {
  const why = reason.trim();
  if (why === '') return refuse('no-reason', 'Say why you need to know who the writer is.', 'reason');
  if ([...why].length > longest) return refuse('too-long', `Say it in at most ${longest} letters.`, 'reason');
  const sealed = await site.store.write(async (tx): Promise<Outcome<string>> => {
    if ((await lockCase(tx, id)) === null) return refuse('no-case', 'There is no such case.');
    const [reply] = await repliesOf(tx, id);
    if (!reply?.identity) return refuse('no-identity', 'Its writer has not said who they are.');
    await keepStep(site, tx, { caseId: id, kind: 'opened', by, facts: { reason: why } });
    await appendEntry(site, tx, {
      ...{ action: 'case.unseal', by: by.actor, subject: { type: 'case', id }, visibility: 'private' },
    });
    return done(reply.identity);
  });
  return sealed.ok ? done(await openIdentity(site, sealed.value)) : sealed;
}
