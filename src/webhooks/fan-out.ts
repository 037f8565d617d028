import type { EntryBody } from '../record/entry.ts';
import { type Following, followRecord } from '../record/follow.ts';
import type { FollowedEntry } from '../record/put-back.ts';
import type { Site } from '../site.ts';
import { enqueueDelivery } from './enqueue-delivery.ts';
import { eventTypes } from './webhook.ts';

/**
 * Takes the public entries of the record that came since the last time, and asks for a delivery to each webhook that
 * wants them. Answers how many entries were looked at.
 */
export function fanOut(site: Site): Promise<number> {
  const open: Following['open'] = async (tx) => {
    const webhooks = await tx.selectFrom('webhooks').selectAll().where('stopped_at', 'is', null).execute();
    return async (entry) => {
      if (!isTold(entry)) return;
      const { at, action, leaf, seq } = entry;
      for (const webhook of webhooks) {
        if (!webhook.events.split(' ').includes(action) || at < webhook.created_at) continue;
        const { id: messageId, subject } = JSON.parse(leaf) as EntryBody;
        const payload = payloadOf(site, { id: messageId, at, action, seq, subject });
        await enqueueDelivery(site, tx, { webhookId: webhook.id, messageId, event: action, payload });
      }
    };
  };
  return followRecord(site, { follower: 'webhooks', atOnce: 500, open });
}

function isTold({ visibility, action }: FollowedEntry): boolean {
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
