import { timeText } from '../../lib/dates.ts';
import type { Refusal } from '../../lib/refusal.ts';
import { firstDecision } from '../../moderation/late-decision.ts';
import { roleWords } from '../../record/wording.ts';
import { pathId, type Visit } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';

/** Why a decision was not taken; where another came first, with who took it, what and when. */
export async function sentenceOf(
  visit: Visit,
  refusal: Refusal,
  id: string = pathId(visit),
): Promise<string> {
  if (refusal.code !== 'already-decided') return refusal.sentence;
  const first = await firstDecision(visit.site.store.read, id);
  if (first === null) return refusal.sentence;
  const { publication } = visit.desk;
  const { together: say } = deskWordingFor(publication.locale);
  const role = roleWords[first.byRole as keyof typeof roleWords] ?? first.byRole;
  const who = say.who({
    mine: first.byStaff === visit.staff.id,
    name: first.byName ?? role,
    did: say.did[first.kind] ?? say.decided,
    at: timeText(first.at, publication),
    reason: first.reason,
  });
  return `${refusal.sentence} ${who}`;
}
