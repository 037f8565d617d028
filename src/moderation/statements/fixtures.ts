import { statementCategories } from '../../publication/statement-categories.ts';

/** The rules of the database's own `StatementStoreRequest`, as far as they are told apart from their source. */
export function faultsOf(line: Record<string, unknown>): string[] {
  const faults: string[] = [];
  const must = (holds: boolean, what: string) => {
    if (!holds) faults.push(what);
  };
  const text = (key: string, most: number) => {
    const value = line[key];
    must(typeof value === 'string' && value !== '' && value.length <= most, key);
  };
  const oneOf = (key: string, values: readonly string[]) => must(values.includes(String(line[key])), key);
  const manyOf = (key: string, values: readonly string[]) => {
    const list = line[key];
    must(Array.isArray(list) && list.length > 0 && list.every((each) => values.includes(each)), key);
  };
  const prefixed = (prefix: string, ...names: string[]) => names.map((name) => `${prefix}_${name}`);
  const decisions = ['decision_visibility', 'decision_monetary', 'decision_provision', 'decision_account'];
  must(
    decisions.some((key) => line[key] !== undefined),
    'a decision',
  );
  if (line.decision_visibility !== undefined)
    manyOf('decision_visibility', [
      ...prefixed('DECISION_VISIBILITY_CONTENT', 'REMOVED', 'DISABLED', 'DEMOTED', 'AGE_RESTRICTED'),
      ...prefixed('DECISION_VISIBILITY', 'CONTENT_INTERACTION_RESTRICTED', 'CONTENT_LABELLED', 'OTHER'),
    ]);
  if (line.decision_account !== undefined)
    oneOf('decision_account', prefixed('DECISION_ACCOUNT', 'SUSPENDED', 'TERMINATED'));
  oneOf('decision_ground', prefixed('DECISION_GROUND', 'ILLEGAL_CONTENT', 'INCOMPATIBLE_CONTENT'));
  if (line.decision_ground === 'DECISION_GROUND_ILLEGAL_CONTENT') {
    text('illegal_content_legal_ground', 500);
    text('illegal_content_explanation', 2000);
  } else {
    text('incompatible_content_ground', 500);
    text('incompatible_content_explanation', 2000);
    if (line.incompatible_content_illegal !== undefined) oneOf('incompatible_content_illegal', ['Yes', 'No']);
  }
  const types = ['APP', 'AUDIO', 'IMAGE', 'PRODUCT', 'SYNTHETIC_MEDIA', 'TEXT', 'VIDEO', 'OTHER'];
  manyOf('content_type', prefixed('CONTENT_TYPE', ...types));
  oneOf('category', prefixed('STATEMENT_CATEGORY', ...statementCategories));
  const days = ['content_date', 'application_date', 'end_date_account_restriction'];
  for (const key of days)
    if (key !== 'end_date_account_restriction' || line[key] !== undefined)
      must(/^\d{4}-\d\d-\d\d$/.test(String(line[key])), key);
  text('decision_facts', 5000);
  must(/^[A-Z]{2}$/.test(String(line.content_language ?? 'EN')), 'content_language');
  const scope = line.territorial_scope;
  must(Array.isArray(scope) && scope.every((each) => /^[A-Z]{2}$/.test(each)), 'territorial_scope');
  oneOf('source_type', [
    ...prefixed('SOURCE', 'ARTICLE_16', 'TRUSTED_FLAGGER', 'TYPE_OTHER_NOTIFICATION', 'VOLUNTARY'),
  ]);
  oneOf('automated_detection', ['Yes', 'No']);
  oneOf('automated_decision', prefixed('AUTOMATED_DECISION', 'FULLY', 'PARTIALLY', 'NOT_AUTOMATED'));
  must(/^[A-Za-z0-9-_]+$/.test(String(line.puid)) && String(line.puid).length <= 500, 'puid');
  return faults;
}
