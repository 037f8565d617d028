import type { Site } from '../../site.ts';
import { RecordError } from '../head-file.ts';
import { keepCheckpointFile } from '../log/checkpoint-file.ts';
import { growthProof, recordCheckpoint } from '../log/log.ts';
import { type Answer, addCheckpointBody, readAnswer, treeOf } from './add-checkpoint.ts';
import { keepCosignature, keepTrouble } from './keep-answer.ts';
import { witnessAsked } from './queries.ts';
import type { Witness } from './witness.ts';

/** A witness that knows another size is asked again from there; one that changes its mind has to wait. */
const mostTries = 3;
const limits = { largest: 100_000, within: 10_000, redirects: 0 } as const;

type Asking = { witness: Witness; everyMinutes: number };

/**
 * Asks a witness to cosign the record’s newest checkpoint, and keeps the cosignature, or what is wrong. A failure of the
 * other side is an outcome, never thrown. Nobody is asked while no checkpoint may be signed: the sequencer tells of that.
 */
export async function askWitness(site: Site, asking: Asking): Promise<void> {
  try {
    await askUntilClear(site, asking);
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
  }
}

async function askUntilClear(site: Site, { witness, everyMinutes }: Asking): Promise<void> {
  const known = (await witnessAsked(site.store.read, witness.key))?.size ?? 0;
  let claimed: number | null = null;
  for (let tries = 0; ; tries += 1) {
    const note = await recordCheckpoint(site);
    const tree = treeOf(note);
    const from: number = claimed ?? Math.min(known, tree.size);
    const size = Math.min(from, tree.size); // what it claims beyond that is never kept: each time it is asked anew
    const answer = from > tree.size ? ahead(from, tree.size) : await ask(site, witness, { from, note });
    if (answer.is === 'cosigned') {
      await keepCosignature(site, { witness, everyMinutes, cosigned: { ...answer, ...tree } });
      return keepCheckpointFile(site);
    }
    if (answer.is === 'trouble') return keepTrouble(site, { witness, everyMinutes, ...answer, size });
    const conflict = conflictOf(answer.size, { from, size: tree.size });
    if (conflict !== null) return keepTrouble(site, { witness, everyMinutes, ...conflict, size });
    if (answer.size === null || tries + 1 >= mostTries)
      return keepTrouble(site, { witness, everyMinutes, ...confused(answer.size), size });
    claimed = answer.size;
  }
}

async function ask(site: Site, { url, key }: Witness, sent: { from: number; note: string }): Promise<Answer> {
  const { from, note } = sent;
  const proof = await growthProof(site, { from, to: treeOf(note).size });
  const outcome = await site.fetch({
    url: `${url}/add-checkpoint`,
    method: 'POST',
    body: { type: 'text/plain; charset=utf-8', content: addCheckpointBody(from, proof, note) },
    ...limits,
  });
  if (outcome.ok) return readAnswer(outcome, { key, note, now: site.clock.now() });
  return { is: 'trouble', trouble: 'unreachable', why: outcome.sentence };
}

type Trouble = Extract<Answer, { is: 'trouble' }>;

function ahead(theirs: number, ours: number): Trouble {
  const why =
    `It has seen ${theirs} entries of the record, and there are only ${ours}: entries that were there are gone. ` +
    'Unless an older backup was put back on purpose, history was rolled back.';
  return { is: 'trouble', trouble: 'ahead', why };
}

/**
 * What a conflict says: of the whole tree, a witness that knows that many entries, or names no size, knows another root.
 * Null where it may be asked again from the size that it says.
 */
function conflictOf(said: number | null, { from, size }: { from: number; size: number }): Trouble | null {
  if (from === size && (said === null || said === from)) return anotherRoot(from);
  return said === from ? confused(said) : null;
}

function anotherRoot(size: number): Trouble {
  const why = `Its first ${size} entries of the record are others than those that are there now: history was rewritten.`;
  return { is: 'trouble', trouble: 'another-root', why };
}

function confused(size: number | null): Trouble {
  const why =
    size === null
      ? 'It answered with the status 409, and does not say how many entries it has seen.'
      : `It says that it has seen ${size} entries, and does not take the record from there.`;
  return { is: 'trouble', trouble: 'refused', why };
}
