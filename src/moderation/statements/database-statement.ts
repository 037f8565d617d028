import type { StatementCategory } from '../../publication/statement-categories.ts';
import { contentLanguage } from './content-language.ts';
import type { Statement } from './statement.ts';

/**
 * A statement of reasons as the Commission’s Transparency Database takes it (Digital Services Act, article 24(5)). It
 * holds codes, days and the publication’s own sentences: no word of the response, nothing that staff wrote to its
 * writer, no name, and no address.
 */
export type DatabaseStatement = {
  decision_visibility?: string[];
  decision_account?: string;
  end_date_account_restriction?: string;
  decision_ground: 'DECISION_GROUND_ILLEGAL_CONTENT' | 'DECISION_GROUND_INCOMPATIBLE_CONTENT';
  illegal_content_legal_ground?: string;
  illegal_content_explanation?: string;
  incompatible_content_ground?: string;
  incompatible_content_explanation?: string;
  incompatible_content_illegal?: 'No';
  content_type: string[];
  /** Where it holds: of everywhere, what that database has a name for. */
  territorial_scope: string[];
  content_language?: string;
  category: `STATEMENT_CATEGORY_${StatementCategory}`;
  category_specification?: string[];
  content_date: string;
  application_date: string;
  decision_facts: string;
  source_type: string;
  automated_detection: 'Yes' | 'No';
  automated_decision: string;
  puid: string;
};

const visibility = {
  refused: 'DECISION_VISIBILITY_CONTENT_REMOVED',
  removed: 'DECISION_VISIBILITY_CONTENT_REMOVED',
  withheld: 'DECISION_VISIBILITY_CONTENT_DISABLED',
  erased: 'DECISION_VISIBILITY_CONTENT_REMOVED',
} as const;

/** What a law is called, and its category, by the code of the decision or the kind of the notice. */
const laws: Record<string, { ground: string; category: StatementCategory; keyword?: string }> = {
  'uk-s5': {
    ground: 'Defamation Act 2013, section 5',
    category: 'ILLEGAL_OR_HARMFUL_SPEECH',
    keyword: 'KEYWORD_DEFAMATION',
  },
  defamation: {
    ground: 'The law of defamation',
    category: 'ILLEGAL_OR_HARMFUL_SPEECH',
    keyword: 'KEYWORD_DEFAMATION',
  },
  'dsa-16': {
    ground: 'Regulation (EU) 2022/2065, article 16: as the notice says',
    category: 'NOT_SPECIFIED_NOTICE',
  },
  copyright: { ground: 'The law of copyright', category: 'INTELLECTUAL_PROPERTY_INFRINGEMENTS' },
  'personal-data': {
    ground: 'Regulation (EU) 2016/679 and the Data Protection Act 2018',
    category: 'DATA_PROTECTION_AND_PRIVACY_VIOLATIONS',
  },
  privacy: {
    ground: 'The law of privacy and data protection',
    category: 'DATA_PROTECTION_AND_PRIVACY_VIOLATIONS',
  },
  'contempt-of-court': { ground: 'The law of contempt of court', category: 'ILLEGAL_OR_HARMFUL_SPEECH' },
  'court-order': { ground: 'The order of a court', category: 'NOT_SPECIFIED_NOTICE' },
};
const anyLaw = { ground: 'A legal reason', category: 'NOT_SPECIFIED_NOTICE' } as const;

const facts = {
  'own-initiative': 'The staff of the publication found it.',
  report: 'A reader reported it.',
  notice: 'It followed a notice.',
};

/** The states of the European Economic Area. */
const economicArea =
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK';
/** That database takes no later day; what ends later has no end there. */
const lastDay = '2038-01-01';

/** What the publication decides of its statements: the category of each rule, and its own language. */
export type StatementStyle = { categories: ReadonlyMap<string, StatementCategory>; locale: string };

/** Writes a statement in the schema of the database. */
export function databaseStatement(
  statement: Statement,
  { categories, locale }: StatementStyle,
): DatabaseStatement {
  const { id, at, response, automatedDetection, automatedDecision } = statement;
  const language = contentLanguage(response.article.language ?? locale);
  return {
    ...decisionOf(statement),
    ...(statement.ground.kind === 'law' ? byLaw(statement) : byRule(statement, categories)),
    content_type: ['CONTENT_TYPE_TEXT'],
    territorial_scope: economicArea.split(' '),
    ...(language === null ? {} : { content_language: language }),
    content_date: response.postedAt.slice(0, 10),
    application_date: at.slice(0, 10),
    decision_facts: factsOf(statement),
    source_type: sourceOf(statement),
    automated_detection: automatedDetection ? 'Yes' : 'No',
    automated_decision: automatedDecision ? 'AUTOMATED_DECISION_FULLY' : 'AUTOMATED_DECISION_NOT_AUTOMATED',
    puid: id,
  };
}

function decisionOf({ restriction, duration }: Statement) {
  if (restriction !== 'suspended') return { decision_visibility: [visibility[restriction]] };
  const end = duration.until?.slice(0, 10) ?? null;
  return {
    decision_account: 'DECISION_ACCOUNT_SUSPENDED',
    ...(end === null || end > lastDay ? {} : { end_date_account_restriction: end }),
  };
}

function byLaw({ ground: { code, notice } }: Statement) {
  const law = laws[notice ?? ''] ?? laws[code ?? ''] ?? anyLaw;
  return {
    decision_ground: 'DECISION_GROUND_ILLEGAL_CONTENT' as const,
    illegal_content_legal_ground: law.ground,
    illegal_content_explanation:
      'The publication considered the response under this law and did not leave it public. No court has decided.',
    category: `STATEMENT_CATEGORY_${law.category}` as const,
    ...('keyword' in law && law.keyword ? { category_specification: [law.keyword] } : {}),
  };
}

const brokenRule = 'The response broke this rule for responses of the publication.';
const noRule =
  'The publication restricted the response, or its writer, for this reason. It named no rule for responses.';

function byRule(
  { ground: { kind, code, label } }: Statement,
  categories: ReadonlyMap<string, StatementCategory>,
) {
  const category = categories.get(code ?? 'other') ?? 'OTHER_VIOLATION_TC';
  return {
    decision_ground: 'DECISION_GROUND_INCOMPATIBLE_CONTENT' as const,
    incompatible_content_ground: (label ?? 'Another reason').slice(0, 500),
    incompatible_content_explanation: kind === 'rule' ? brokenRule : noRule,
    incompatible_content_illegal: 'No' as const,
    category: `STATEMENT_CATEGORY_${category}` as const,
  };
}

function factsOf({ restriction, source, filters }: Statement): string {
  const held = filters.length === 0 ? '' : ` It was held by filters (${filters.join(', ')}).`;
  return `A reader’s response to an article was ${restriction}. ${facts[source]}${held}`.slice(0, 5_000);
}

function sourceOf({ source, ground }: Statement): string {
  if (source === 'own-initiative') return 'SOURCE_VOLUNTARY';
  return source === 'notice' && ground.notice === 'dsa-16'
    ? 'SOURCE_ARTICLE_16'
    : 'SOURCE_TYPE_OTHER_NOTIFICATION';
}
