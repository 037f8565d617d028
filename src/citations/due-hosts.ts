import type { Db } from '../store/schema.ts';

/**
 * Says that hosts may have pages that are due now. Told too early does no harm: whoever looks finds none, and when the
 * next is. Before the pages' own rows are written, so that hosts are always locked first, and in one order.
 */
export async function hastenHosts(tx: Db, hosts: readonly string[], at: string): Promise<void> {
  const rows = [...new Set(hosts)].sort().map((host) => ({ host, next_at: '', due_at: at }));
  if (rows.length === 0) return;
  await tx
    .insertInto('link_hosts')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .column('host')
        .doUpdateSet({ due_at: at })
        .where((eb) => eb.or([eb('link_hosts.due_at', 'is', null), eb('link_hosts.due_at', '>', at)])),
    )
    .execute();
}

/**
 * Lets a host be asked from a time on, and notes when the first of its pages is due: in two statements, since the second
 * must see what others wrote who had the host locked.
 */
export async function setHost(tx: Db, host: string, nextAt: string): Promise<void> {
  await tx.updateTable('link_hosts').set({ next_at: nextAt }).where('host', '=', host).execute();
  await tx
    .updateTable('link_hosts')
    .set((eb) => ({
      due_at: eb
        .selectFrom('citations')
        .select((inner) => inner.fn.min('citations.due_at').as('due_at'))
        .whereRef('citations.host', '=', 'link_hosts.host'),
    }))
    .where('host', '=', host)
    .execute();
}
