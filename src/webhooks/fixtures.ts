import type { Site } from '../site.ts';
import { deliverTo, webhooksDue } from './deliver.ts';

/** For tests: sends the next of what is due to each webhook, and waits for all of it. Answers how many were tried. */
export async function deliverDue(site: Site): Promise<number> {
  const due = await webhooksDue(site);
  const tried = await Promise.all(due.map((id) => deliverTo(site, id)));
  return tried.reduce((sum, count) => sum + count, 0);
}
