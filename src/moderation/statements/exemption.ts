import type { Statement } from './statement.ts';

/** Why a statement of reasons is none that the Transparency Database is owed. */
export type Exemption = 'bulk' | 'order';

/**
 * What of Regulation (EU) 2022/2065, article 24(5) does not ask for, because article 17 does not: bulk deceptive
 * commercial content (17(2)), of which the hidden field is the mark here, and what a court or an authority ordered
 * (17(5)). Null for all else.
 */
export function exemptionOf({ filters, ground }: Statement): Exemption | null {
  if (filters.includes('honeypot')) return 'bulk';
  return ground.code === 'court-order' ? 'order' : null;
}
