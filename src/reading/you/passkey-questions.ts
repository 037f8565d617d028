import type { Context } from 'hono';
import { keptSecret } from '../../comments/writer-cookie.ts';
import { type Outcome, refuse } from '../../lib/refusal.ts';
import { askForAnyPasskey, askForPasskey } from '../../pseudonyms/passkey-question.ts';
import { findWriter } from '../../pseudonyms/queries.ts';
import { clientAddress } from '../../web/client-address.ts';
import type { Web } from '../../web/site-app.ts';

/** What the script asks before a browser is asked for a passkey. */
export function addPasskeyQuestions({ app, site }: Web): void {
  app.post('/you/passkey/ask/', async (c) => {
    const writer = await findWriter(site.store.read, keptSecret(c, site) ?? '');
    if (writer === null) return answer(c, refuse('nobody', 'No name is kept in this browser.'));
    return answer(c, await askForPasskey(site, writer.id));
  });
  app.post('/you/bring/passkey/ask/', async (c) =>
    answer(c, await askForAnyPasskey(site, clientAddress(c, site.config))),
  );
}

function answer(c: Context, asked: Outcome<unknown>): Response {
  if (asked.ok) return c.json(asked.value);
  return c.json({ sentence: asked.sentence }, asked.code === 'too-fast' ? 429 : 422);
}
