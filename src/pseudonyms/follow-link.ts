import { sha256 } from '../lib/ids.ts';
import { done, type Outcome, refuse } from '../lib/refusal.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import { type Claimed, claimArchive } from './claim-archive.ts';
import { lookAtOneTime, type OneTime, type Purpose, useOneTime } from './one-time.ts';
import { findWriter } from './queries.ts';
import { addWriter } from './sign-as.ts';
import { type Browser, giveKey, namesHere, openBrowser } from './writer-keys.ts';

/** What following a link did. `secret` is what the browser is to keep from now on; null where it keeps its own. */
export type Followed = { secret: string | null } & (
  | { did: 'confirm-email' | 'bring-names' }
  | { did: 'claim-archive'; claimed: Claimed }
);

/** What a link from a letter is for that is followed at `/you/link/`. */
export function isFollowed(purpose: Purpose): purpose is Followed['did'] {
  return purpose === 'confirm-email' || purpose === 'bring-names' || purpose === 'claim-archive';
}

type Following = { token: string; browser: Browser };

/**
 * Follows a link from a letter, once: keeps an address as a key, brings names to this browser, or makes what an
 * archive has from the address this browser's writer's. An address is confirmed in a browser that has the names
 * already: whoever reads the mail of a mistyped one gets nothing of them. Refusals: `link-over`; `email-known`;
 * `names-here` and `link-elsewhere`, after which the link still works.
 */
export async function followLink(site: Site, { token, browser }: Following): Promise<Outcome<Followed>> {
  return site.store.write(async (tx) => {
    const seen = await lookAtOneTime(site, tx, token);
    if (seen === null || !isFollowed(seen.purpose)) return linkOver(); // of another page: it stays usable there
    if (seen.purpose === 'bring-names' && seen.writerId !== null) {
      const refusal = await namesHere(tx, { writerId: seen.writerId, browser });
      if (refusal !== null) return refusal;
    }
    if (seen.purpose === 'confirm-email' && !(await isHere(tx, seen, browser.secret))) return elsewhere();
    const link = await useOneTime(site, tx, token);
    return link === null ? linkOver() : follow(site, tx, { link, browser });
  });
}

async function follow(
  site: Site,
  tx: Db,
  { link, browser }: { link: OneTime; browser: Browser },
): Promise<Outcome<Followed>> {
  const { purpose: did, writerId, content } = link;
  if (content === null) return linkOver();
  if (did === 'claim-archive') {
    const own = (await findWriter(tx, browser.secret))?.id;
    const writer = own ?? (await addWriter(site, tx, browser.secret));
    const claimed = await claimArchive(site, tx, { email: content, writerId: writer });
    return done({ did, claimed, secret: own === undefined ? browser.secret : null });
  }
  if (writerId === null) return linkOver();
  if (did === 'bring-names') return done({ did, secret: await openBrowser(site, tx, { writerId, browser }) });
  if (did !== 'confirm-email') return linkOver();
  const kept = await giveKey(site, tx, { writerId, kind: 'email', hash: sha256(content), content });
  return kept
    ? done({ did, secret: null })
    : refuse(
        'email-known',
        'This address keeps names already. Ask for a link to it in place of confirming it.',
      );
}

/** True where a browser is the writer's for whom a link was made. */
async function isHere(db: Db, { writerId }: OneTime, secret: string): Promise<boolean> {
  return writerId !== null && (await findWriter(db, secret))?.id === writerId;
}

function elsewhere() {
  return refuse(
    'link-elsewhere',
    'This address is confirmed in the browser that has the names, not in another one: open the link there.',
  );
}

function linkOver() {
  return refuse('link-over', 'This link was used before, or its hour is over. Ask for another one.');
}
