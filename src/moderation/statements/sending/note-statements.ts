import { enqueueOnce } from '../../../jobs/enqueue.ts';
import { readSettings } from '../../../publication/queries.ts';
import type { Settings } from '../../../publication/settings.ts';
import type { Site } from '../../../site.ts';
import { exemptionOf } from '../exemption.ts';
import { styleOf } from '../export-statements.ts';
import { statementsBetween } from '../queries.ts';
import { dropEarlier } from './keep-outcome.ts';
import { anyWaiting, senderState } from './queries.ts';

/** The kind of job that sends statements. */
export const sendStatementsKind = 'statements.send';

const pageSize = 500;
/** What was decided just now may not all be committed: it is looked through a little later, and none is passed over. */
const settling = 300_000;

/**
 * Notes the statements of what was decided since the last time, as far as they are to be sent, and asks for the job that
 * sends them. Answers how many were noted.
 */
export async function noteStatements(site: Site): Promise<number> {
  const settings = await readSettings(site);
  const from = settings['statements.send-from'];
  if (from === '' || site.config.statements === null) return 0;
  await keepDay(site, from);
  let noted = 0;
  for (let page = pageSize; page === pageSize; noted += page) page = await notePage(site, settings);
  await askForSending(site);
  return noted;
}

/** An earlier day than before begins anew: what is settled already stays so. Of a later one, less waits. */
async function keepDay(site: Site, from: string): Promise<void> {
  const { sendFrom } = await senderState(site.store.read);
  if (from === sendFrom) return;
  await dropEarlier(site, from);
  await site.store.write((tx) =>
    tx
      .updateTable('statement_sender')
      .set({ send_from: from, ...(from < sendFrom ? { looked_to: '' } : {}) })
      .execute(),
  );
}

async function notePage(site: Site, settings: Settings): Promise<number> {
  const { categories } = styleOf(settings);
  const { lookedTo: after } = await senderState(site.store.read);
  const to = new Date(site.clock.now().getTime() - settling).toISOString();
  const period = { from: `${settings['statements.send-from']}T00:00:00.000Z`, to };
  const found = await statementsBetween(site.store.read, { ...period, after, limit: pageSize });
  const last = found.at(-1);
  if (!last) return 0;
  const noted_at = site.clock.now().toISOString();
  const rows = found.map((statement) => {
    const why = exemptionOf(statement, categories);
    return {
      puid: statement.id,
      state: why ? 'exempt' : 'waiting',
      noted_at,
      settled_at: null,
      why,
    } as const;
  });
  await site.store.write(async (tx) => {
    await tx
      .insertInto('statement_sendings')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await tx.updateTable('statement_sender').set({ looked_to: last.id }).execute();
  });
  return found.length;
}

async function askForSending(site: Site): Promise<void> {
  const now = site.clock.now().toISOString();
  if ((await senderState(site.store.read)).dueAt > now || !(await anyWaiting(site.store.read))) return;
  await site.store.write((tx) =>
    enqueueOnce(site, tx, { kind: sendStatementsKind, payload: {}, dueAt: now }),
  );
}
