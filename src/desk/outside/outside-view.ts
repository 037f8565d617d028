import {
  type RefusedStatement,
  refusedStatements,
  type SendingCounts,
  senderState,
  sendingCounts,
} from '../../moderation/statements/sending/queries.ts';
import { readSettings } from '../../publication/queries.ts';
import { witnessesOf } from '../../publication/witnesses/call-witnesses.ts';
import { type WitnessState, witnessState } from '../../record/witnesses/queries.ts';
import { isAlarm } from '../../record/witnesses/witness.ts';
import type { Site } from '../../site.ts';

/** A witness as it is set, and how it stands; null before it was asked. */
export type WitnessLine = { name: string; state: WitnessState | null };
/** What became of statements of reasons, and whether there is an address and a token to send them by. */
export type SendingView = {
  on: boolean;
  target: string | null;
  counts: SendingCounts;
  failing: { since: string; why: string } | null;
  refused: RefusedStatement[];
};
export type OutsideView = { witnesses: WitnessLine[]; sending: SendingView };

const mostRefused = 20;

const day = 86_400_000;

/** What came of telling others. */
export async function outsideView(site: Site): Promise<OutsideView> {
  const witnesses = await witnessLines(site);
  return { witnesses, sending: await sendingView(site) };
}

async function witnessLines(site: Site): Promise<WitnessLine[]> {
  const lines: WitnessLine[] = [];
  for (const { name, key } of await witnessesOf(site))
    lines.push({ name, state: await witnessState(site.store.read, key) });
  return lines;
}

async function sendingView(site: Site): Promise<SendingView> {
  const db = site.store.read;
  const { failingSince, why } = await senderState(db);
  return {
    on: (await readSettings(site))['statements.send-from'] !== '',
    target: site.config.statements?.api ?? null,
    counts: await sendingCounts(db),
    failing: failingSince === null ? null : { since: failingSince, why: why ?? '' },
    refused: await refusedStatements(db, mostRefused),
  };
}

/** The witnesses that an owner has to hear of: those that speak of a rewriting, and those that failed for a day. */
export async function witnessesInTrouble(site: Site): Promise<WitnessLine[]> {
  const before = new Date(site.clock.now().getTime() - day).toISOString();
  return (await witnessLines(site)).filter(
    ({ state }) =>
      state !== null &&
      (isAlarm(state.trouble ?? '') || (state.failingSince !== null && state.failingSince <= before)),
  );
}
