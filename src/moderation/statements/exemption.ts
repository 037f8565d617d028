import type { StatementCategory } from '../../publication/statement-categories.ts';
import type { Statement } from './statement.ts';

/** Why a statement of reasons is none that the Transparency Database is owed. */
export type Exemption = 'bulk' | 'order';

/** The categories of the Commission that are for deceptive commercial content. */
const deceptive: readonly StatementCategory[] = ['SCAMS_AND_FRAUD'];

/**
 * What of Regulation (EU) 2022/2065, article 24(5) does not ask for, because article 17 does not: bulk deceptive
 * commercial content (17(2)), and what a court or an authority ordered (17(5)). Null for all else. That the hidden field
 * was filled in says that a program wrote, and browsers fill fields in by themselves: of what was written, only the rule
 * that it was refused for says something.
 */
export function exemptionOf(
  { filters, ground }: Statement,
  categories: ReadonlyMap<string, StatementCategory>,
): Exemption | null {
  if (ground.code === 'court-order') return 'order';
  const category = ground.kind === 'rule' ? categories.get(ground.code ?? '') : undefined;
  const isBulk = filters.includes('honeypot') && category !== undefined && deceptive.includes(category);
  return isBulk ? 'bulk' : null;
}
