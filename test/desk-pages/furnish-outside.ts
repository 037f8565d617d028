import { keyTypes, verifierKey } from '../../src/merkle/signed-note.ts';
import type { Newsroom } from '../support/newsroom.ts';
import { setSetting } from '../support/publish.ts';

/** A witness that speaks of a rollback, one that was never asked, and a statement that was refused, all in long words. */
export async function tellOutside({ site }: Newsroom, longWord: string): Promise<void> {
  const [first, second] = [7, 8].map((byte) =>
    verifierKey({ name: `w.example/${byte}`, publicKey: Buffer.alloc(32, byte) }, keyTypes.cosignature),
  );
  const lines = [first, second].map((key) => `${longWord.slice(0, 100)} https://w.example/ ${key}`);
  await setSetting(site, 'record.witnesses', lines.join('\n'));
  await setSetting(site, 'statements.send-from', '2026-01-01');
  const at = site.clock.now().toISOString();
  const times = { asked_at: at, due_at: '9999', failures: 1, failing_since: at };
  const told = { trouble: 'ahead', why: `It has seen 9 entries of ${longWord}.` };
  const refused = { puid: longWord, state: 'refused' as const, noted_at: at, settled_at: at, why: longWord };
  await site.store.write(async (tx) => {
    await tx
      .insertInto('record_witnesses')
      .values({ key: first ?? '', size: 9, ...times, ...told })
      .execute();
    await tx.insertInto('statement_sendings').values(refused).execute();
    await tx.updateTable('statement_sender').set({ failing_since: at, why: longWord, failures: 1 }).execute();
  });
}
