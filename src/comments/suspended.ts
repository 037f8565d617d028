import type { ExpressionBuilder } from 'kysely';
import { timeText } from '../lib/dates.ts';
import { type Refusal, refuse } from '../lib/refusal.ts';
import { findWriter } from '../pseudonyms/queries.ts';
import type { Settings } from '../publication/settings.ts';
import type { Site } from '../site.ts';
import type { Db, Schema } from '../store/schema.ts';
import { addressHash } from './sent-before.ts';

type Sender = { secret: string; address: string; settings: Settings };

/**
 * Why a suspended writer may not write now: that of a name holds for every name of its holder, that of an address for
 * whoever writes from it, whatever browser they have. Who answers at the desk is asked for neither. Null for all others.
 */
export async function suspensionRefusal(
  site: Site,
  tx: Db,
  { secret, address, settings }: Sender,
): Promise<Refusal | null> {
  const writer = await findWriter(tx, secret);
  const now = site.clock.now().toISOString();
  const found = await running(tx, now)
    .where((eb) =>
      eb.or([
        eb('suspensions.address_hash', '=', addressHash(site, address)),
        ...(writer === null ? [] : [eb('pseudonyms.writer_id', '=', writer.id)]),
      ]),
    )
    .execute();
  return sentenceOf(found, settings);
}

/** The same for a change of the words of a response, by its name or by the address that it came from while that is kept. */
export async function changeSuspended(
  site: Site,
  tx: Db,
  { pseudonymId, hash, settings }: { pseudonymId: string | null; hash: string | null; settings: Settings },
): Promise<Refusal | null> {
  if (pseudonymId === null && hash === null) return null;
  const own = tx.selectFrom('pseudonyms').select('writer_id').where('id', '=', pseudonymId);
  const found = await running(tx, site.clock.now().toISOString())
    .where((eb) =>
      eb.or([
        eb('suspensions.address_hash', '=', hash),
        eb('pseudonym_id', '=', pseudonymId),
        eb('pseudonyms.writer_id', '=', own),
      ]),
    )
    .execute();
  return sentenceOf(found, settings);
}

/** The one predicate of what runs at a UTC time. */
export function isRunning(now: string) {
  return (eb: ExpressionBuilder<Schema, 'suspensions'>) =>
    eb.and([
      eb('suspensions.ended_at', 'is', null),
      eb.or([eb('suspensions.until', 'is', null), eb('suspensions.until', '>', now)]),
    ]);
}

function running(tx: Db, now: string) {
  return tx
    .selectFrom('suspensions')
    .leftJoin('pseudonyms', 'pseudonyms.id', 'suspensions.pseudonym_id')
    .select(['suspensions.kind', 'suspensions.until', 'suspensions.reason_label'])
    .where(isRunning(now))
    .orderBy('suspensions.id')
    .limit(100);
}

type Row = { kind: 'pseudonym' | 'address'; until: string | null; reason_label: string };

/** The longest of them counts. */
function sentenceOf(rows: readonly Row[], settings: Settings): Refusal | null {
  const [first, ...more] = rows;
  if (!first) return null;
  const row = more.reduce((longest, each) => (lasts(each) > lasts(longest) ? each : longest), first);
  const style = { locale: settings.locale, timeZone: settings['time-zone'] };
  const whom = row.kind === 'address' ? 'from your network address' : 'from you';
  const until = row.until === null ? 'until the staff end this' : `until ${timeText(row.until, style)}`;
  const reason = row.reason_label.replace(/\.$/, '');
  return refuse(
    'suspended',
    `No responses are taken ${whom} ${until}. The reason: ${reason}. It is told on the page of the response that it came from, at the secret address that was given when that was sent; a review can be asked for there. Your words were not sent: they are kept here.`,
  );
}

const lasts = ({ until }: Row) => until ?? '9';
