import { verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import { done, type Outcome, type Refusal, refuse } from '../lib/refusal.ts';
import type { Site } from '../site.ts';
import { readAnswer, readNewAnswer } from '../staff/passkey.ts';
import type { Db } from '../store/schema.ts';
import { type OneTime, type Purpose, useOneTime } from './one-time.ts';
import { mostPasskeys, passkeysOf, relyingParty } from './passkey-question.ts';
import { type Browser, giveKey, keyHolder, lockWriter, namesHere, openBrowser } from './writer-keys.ts';

/** What is kept of a passkey: its public part, and how often it says it was used (0 where it does not count). */
type Kept = { publicKey: string; counter: number };

/**
 * Keeps a passkey as a key of the writer whom it was asked of. The question is used up by whatever answers it.
 * Refusals: `passkey-refused` for an answer that is wrong, late, or for another address; `passkeys-many`.
 */
export async function keepPasskey(
  site: Site,
  { writerId, answer: text }: { writerId: string; answer: string },
): Promise<Outcome<null>> {
  const answer = readNewAnswer(text);
  if (answer === null) return refusedPasskey();
  const asked = await useQuestion(site, answer.response.clientDataJSON, 'add-passkey');
  if (asked?.writerId !== writerId) return refusedPasskey();
  const { rpID, origin } = relyingParty(site);
  const checked = await orNull(
    site,
    verifyRegistrationResponse({
      response: answer as Parameters<typeof verifyRegistrationResponse>[0]['response'],
      ...{ expectedChallenge: asked.challenge, expectedOrigin: origin, expectedRPID: rpID },
      requireUserVerification: true,
    }),
  );
  const credential = checked?.registrationInfo?.credential;
  if (!checked?.verified || !credential) return refusedPasskey();
  const { id: hash, publicKey, counter } = credential;
  const content = contentOf({ publicKey: Buffer.from(publicKey).toString('base64url'), counter });
  return site.store.write((tx) => addPasskey(site, tx, { writerId, hash, content }));
}

/** Adds a passkey that was looked at, where there is room for one. Refusals: `passkeys-many`, `passkey-refused`. */
export async function addPasskey(
  site: Site,
  tx: Db,
  key: { writerId: string; hash: string; content: string },
): Promise<Outcome<null>> {
  await lockWriter(tx, key.writerId);
  if ((await passkeysOf(tx, key.writerId)).length >= mostPasskeys)
    return refuse('passkeys-many', 'As many devices as may keep your names already: end one of them.');
  return (await giveKey(site, tx, { ...key, kind: 'passkey' })) ? done(null) : refusedPasskey();
}

/**
 * Brings the names of a passkey to a browser. Answers the browser's new secret. Refusals: `passkey-refused`, also for
 * a copy of a passkey, which counts less than was counted; `names-here`.
 */
export async function bringByPasskey(
  site: Site,
  { answer: text, browser }: { answer: string; browser: Browser },
): Promise<Outcome<string>> {
  const answer = readAnswer(text);
  if (answer === null) return refusedPasskey();
  const asked = await useQuestion(site, answer.response.clientDataJSON, 'use-passkey');
  const key = await keyHolder(site.store.read, { kind: 'passkey', hash: answer.id });
  if (asked === null || key === null || key.content === null) return refusedPasskey();
  const kept = JSON.parse(key.content) as Kept;
  const { rpID, origin } = relyingParty(site);
  const checked = await orNull(
    site,
    verifyAuthenticationResponse({
      response: answer,
      ...{ expectedChallenge: asked.challenge, expectedOrigin: origin, expectedRPID: rpID },
      requireUserVerification: true,
      credential: {
        ...{ id: answer.id, counter: kept.counter },
        publicKey: Uint8Array.from(Buffer.from(kept.publicKey, 'base64url')),
      },
    }),
  );
  if (!checked?.verified) return refusedPasskey();
  const content = contentOf({ ...kept, counter: checked.authenticationInfo.newCounter });
  return site.store.write(async (tx) => {
    if (!(await wasUsed(site, tx, { id: key.id, before: key.content ?? '', content })))
      return refusedPasskey();
    const refusal = await namesHere(tx, { writerId: key.writerId, browser });
    return refusal ?? done(await openBrowser(site, tx, { writerId: key.writerId, browser }));
  });
}

const contentOf = (kept: Kept) => JSON.stringify(kept);

/** Counts on, where nobody has used or ended the key meanwhile. */
async function wasUsed(
  site: Site,
  tx: Db,
  { id, before, content }: { id: string; before: string; content: string },
): Promise<boolean> {
  const used_at = site.clock.now().toISOString();
  const updated = await tx
    .updateTable('writer_keys')
    .set({ content, used_at })
    .where('id', '=', id)
    .where('content', '=', before)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return Number(updated.numUpdatedRows) === 1;
}

type Asked = OneTime & { challenge: string };

/** The question that an answer says it answers, while it waits for one; it does no more. */
async function useQuestion(site: Site, clientData: string, purpose: Purpose): Promise<Asked | null> {
  const challenge = challengeIn(clientData);
  if (challenge === null) return null;
  const asked = await site.store.write((tx) => useOneTime(site, tx, challenge));
  return asked?.purpose === purpose ? { ...asked, challenge } : null;
}

function challengeIn(clientData: string): string | null {
  try {
    const { challenge } = JSON.parse(Buffer.from(clientData, 'base64url').toString('utf8'));
    return typeof challenge === 'string' && /^[\w-]{43}$/.test(challenge) ? challenge : null;
  } catch {
    return null; // no JSON: no answer of a browser's
  }
}

/** The library throws for every answer that is not as it must be, and for its own faults alike: the log tells which. */
async function orNull<T>({ log }: Site, checking: Promise<T>): Promise<T | null> {
  return checking.catch((error: unknown) => {
    log.info({ err: error }, 'the answer of a passkey was not taken');
    return null;
  });
}

function refusedPasskey(): Refusal {
  return refuse(
    'passkey-refused',
    'The passkey was not taken: its answer came too late, or it keeps no names at this address. Try it once more.',
  );
}
