import type { Site } from '../site.ts';

/** Deletes jobs that were done, or let go, before a UTC time. One that failed stays until somebody has dealt with it. */
export async function forgetJobs(site: Site, before: string): Promise<number> {
  const result = await site.store.write((tx) =>
    tx
      .deleteFrom('jobs')
      .where('done_at', '<', before)
      .where((eb) => eb.or([eb('failed_at', 'is', null), eb('let_go_at', 'is not', null)]))
      .executeTakeFirst(),
  );
  return Number(result.numDeletedRows);
}
