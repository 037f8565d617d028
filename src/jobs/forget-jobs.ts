import type { Site } from '../site.ts';

/** Deletes jobs that were done before a UTC time. One that failed stays until somebody has dealt with it. */
export async function forgetJobs(site: Site, before: string): Promise<number> {
  const result = await site.store.write((tx) =>
    tx.deleteFrom('jobs').where('done_at', '<', before).where('error', 'is', null).executeTakeFirst(),
  );
  return Number(result.numDeletedRows);
}
