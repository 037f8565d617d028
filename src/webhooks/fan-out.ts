import type { EntryBody } from '../record/entry.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import { enqueueDelivery } from './enqueue-delivery.ts';
import { eventTypes } from './webhook.ts';

const batchSize = 500;

/**
 * Takes the public entries of the record that came since the last time, and asks for a delivery to each webhook that
 * wants them. How far it has got is kept in the same transaction: whenever it is broken off, no entry is left out and
 * none is taken twice. Answers how many entries were looked at.
 */
export async function fanOut(site: Site): Promise<number> {
  if (!(await anyNew(site.store.read))) return 0;
  return site.store.write(async (tx) => {
    // Changes nothing: it is the lock that both engines know, so that one process does this at a time.
    const cursor = await tx
      .updateTable('webhook_cursor')
      .set((eb) => ({ seq: eb.ref('seq') }))
      .returning('seq')
      .executeTakeFirstOrThrow();
    const entries = await entriesAfter(tx, cursor.seq);
    const last = entries.at(-1)?.seq;
    if (last === undefined || last === null) return 0;
    const webhooks = await tx.selectFrom('webhooks').selectAll().where('stopped_at', 'is', null).execute();
    for (const { seq, at, action, leaf } of entries)
      for (const webhook of webhooks)
        if (webhook.events.split(' ').includes(action) && at >= webhook.created_at) {
          const { id: messageId, subject } = JSON.parse(leaf) as EntryBody;
          const payload = payloadOf(site, { id: messageId, at, action, seq: seq ?? 0, subject });
          await enqueueDelivery(site, tx, { webhookId: webhook.id, messageId, event: action, payload });
        }
    await tx.updateTable('webhook_cursor').set({ seq: last }).execute();
    return entries.length;
  });
}

async function anyNew(db: Db): Promise<boolean> {
  const row = await db
    .selectFrom('record_entries')
    .select('record_entries.id')
    .where('seq', '>', (eb) => eb.selectFrom('webhook_cursor').select('webhook_cursor.seq'))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Only entries that have their place in the chain: the sequencer gives places in one order for all. */
function entriesAfter(tx: Db, seq: number) {
  return tx
    .selectFrom('record_entries')
    .select(['seq', 'at', 'action', 'leaf', 'visibility'])
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(batchSize)
    .execute()
    .then((rows) => rows.map((row) => (isTold(row) ? row : { ...row, action: '' })));
}

function isTold({ visibility, action }: { visibility: string; action: string }): boolean {
  return visibility === 'public' && eventTypes.some((type) => type === action);
}

type Told = { id: string; at: string; action: string; seq: number; subject: EntryBody['subject'] };

/** What is told: ids, numbers, links and the time; never words, names or addresses. */
function payloadOf({ config }: Site, { id, at, action, seq, subject }: Told): string {
  const article = subject.type === 'article' ? subject.id : (subject.article ?? null);
  const api = `${config.url}/api/v1/articles/${article}`;
  const { number } = subject;
  const isComment = subject.type === 'comment' && number !== undefined;
  return JSON.stringify({
    ...{ id, type: action, timestamp: at },
    data: {
      entry: seq,
      article,
      ...(number === undefined ? {} : { number }),
      links: {
        ...(article === null ? {} : { article: api }),
        ...(isComment ? { comment: `${api}/comments?after=${number - 1}&limit=1` } : {}),
      },
    },
  });
}
