import { isSecret, keyedHash } from '../../lib/ids.ts';
import type { Site } from '../../site.ts';

/** Where a reporter sees what became of a report and may ask for a review. Derived from its id: nothing of it is stored. */
export function reportReviewPath(site: Site, reportId: string): string {
  return `/review/${reportId}/${tokenOf(site, reportId)}/`;
}

/** True when the token is the report’s own; takes as long whatever is wrong with it. */
export function isReportReview(site: Site, reportId: string, token: string): boolean {
  return isSecret(token, tokenOf(site, reportId));
}

function tokenOf(site: Site, reportId: string): string {
  return keyedHash(site.secrets.receiptKey, `review of report ${reportId}`);
}
