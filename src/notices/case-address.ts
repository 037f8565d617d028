import { isSecret, keyedHash } from '../lib/ids.ts';
import type { Site } from '../site.ts';

/** `given`: as the form answered with it. `mailed`: as only a letter to the complainant’s address has it. */
export const casePurposes = ['given', 'mailed'] as const;
export type CasePurpose = (typeof casePurposes)[number];

/** A secret address of a case, for its complainant. Derived from its id, as receipts’ are: nothing of it is stored. */
export function casePath(site: Site, caseId: string, purpose: CasePurpose): string {
  return `/complain/case/${caseId}/${tokenOf(site, caseId, purpose)}/`;
}

/** Which of a case’s secret addresses a token is of, or null. Takes as long whatever is wrong with it. */
export function purposeOf(site: Site, caseId: string, token: string): CasePurpose | null {
  const found = casePurposes.map((purpose) => isSecret(token, tokenOf(site, caseId, purpose)));
  return casePurposes[found.indexOf(true)] ?? null;
}

function tokenOf(site: Site, caseId: string, purpose: CasePurpose): string {
  return keyedHash(site.secrets.receiptKey, `case ${purpose} ${caseId}`);
}
