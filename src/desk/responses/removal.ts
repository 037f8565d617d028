import { type Reason, readReason } from '../../moderation/reason.ts';
import type { Settings } from '../../publication/settings.ts';
import type { Form } from '../../web/body.ts';
import { field } from '../visit.ts';
import type { DeskWording } from '../wording.ts';
import type { RemovalFault } from './response-view.ts';

/** A sentence to a writer is at most so many characters. */
const longestSentence = 1000;

export type Removal = { code: string; sentence: string };

/** What a moderator chose and typed, as it came. */
export function readRemoval(form: Form): Removal {
  return { code: field(form, 'reason'), sentence: field(form, 'sentence') };
}

/** The reason in it, or every fault with what to do. */
export function reasonIn(
  removal: Removal,
  { settings, form, say }: { settings: Settings; form: Form; say: DeskWording['removal'] },
): { reason: Reason } | { faults: RemovalFault[] } {
  const read = readReason(settings, removal);
  const faults: RemovalFault[] = [];
  if (!read.ok)
    faults.push(
      read.code === 'no-sentence'
        ? { field: 'sentence', sentence: read.sentence }
        : { field: 'reason', sentence: say.choose },
    );
  if ([...removal.sentence].length > longestSentence)
    faults.push({ field: 'sentence', sentence: say.tooLong(longestSentence) });
  if (form.fault !== null) faults.push({ field: 'sentence', sentence: form.fault });
  return read.ok && faults.length === 0 ? { reason: read.value } : { faults };
}
