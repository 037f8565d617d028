import { type Depth, erasePerson } from '../../comments/people/erase-person.ts';
import type { Who } from '../../comments/people/person.ts';
import { reasonWords } from '../../record/wording.ts';
import type { Site } from '../../site.ts';
import { wordingFor } from '../../web/ui/wording.ts';
import type { EraseState } from './erase-form.tsx';

type Read = { ok: true; depth: Depth } | { ok: false; faults: EraseState['faults'] };

/** Reads how much is to be erased, and the word that says that it is meant. */
export function readErasing(locale: string, { depth, sure }: { depth: string; sure: string }): Read {
  const { ownResponses: say } = wordingFor(locale);
  const faults: EraseState['faults'] = [];
  const known = depth === 'name' || depth === 'words' ? depth : null;
  if (known === null) faults.push({ field: 'depth', sentence: say.noDepth });
  if (sure.trim().toLowerCase() !== say.sureWord) faults.push({ field: 'sure', sentence: say.notSure });
  return known !== null && faults.length === 0 ? { ok: true, depth: known } : { ok: false, faults };
}

/** Erases what is kept of a writer, at their own wish. */
export async function eraseAsWriter(site: Site, { who, depth }: { who: Who; depth: Depth }): Promise<void> {
  const reason = { code: 'asked', label: reasonWords.asked ?? 'asked' };
  await erasePerson(site, {
    ...{ who, depth },
    erasing: { by: { actor: { role: 'writer' }, staffId: null }, reason },
  });
}
