/** The categories of the Commission’s Transparency Database, without their common beginning. */
export const statementCategories = [
  'ANIMAL_WELFARE',
  'CONSUMER_INFORMATION',
  'CYBER_VIOLENCE',
  'CYBER_VIOLENCE_AGAINST_WOMEN',
  'DATA_PROTECTION_AND_PRIVACY_VIOLATIONS',
  'ILLEGAL_OR_HARMFUL_SPEECH',
  'INTELLECTUAL_PROPERTY_INFRINGEMENTS',
  'NEGATIVE_EFFECTS_ON_CIVIC_DISCOURSE_OR_ELECTIONS',
  'NOT_SPECIFIED_NOTICE',
  'OTHER_VIOLATION_TC',
  'PROTECTION_OF_MINORS',
  'RISK_FOR_PUBLIC_SECURITY',
  'SCAMS_AND_FRAUD',
  'SELF_HARM',
  'UNSAFE_AND_PROHIBITED_PRODUCTS',
  'VIOLENCE',
] as const;
export type StatementCategory = (typeof statementCategories)[number];

/**
 * Which rule is which category, from lines such as `rule-3 = CYBER_VIOLENCE`; null where a line is none. A rule that is
 * not named is `OTHER_VIOLATION_TC`.
 */
export function readCategories(text: string): Map<string, StatementCategory> | null {
  const found = new Map<string, StatementCategory>();
  for (const line of text.split('\n').filter((each) => each.trim() !== '')) {
    const [, code = '', name = ''] = /^\s*(rule-[1-9]\d*|other)\s*=\s*([A-Z_]+)\s*$/.exec(line) ?? [];
    const category = statementCategories.find((each) => each === name);
    if (category === undefined || found.has(code)) return null;
    found.set(code, category);
  }
  return found;
}
