import { isPolicy } from '../../record/held-for.ts';
import { erasureReasons } from '../reason.ts';

/** What was done to a response, or to who writes. */
export const restrictions = ['refused', 'removed', 'withheld', 'erased', 'suspended'] as const;
export type Restriction = (typeof restrictions)[number];

/** Who pointed it out: nobody but staff and the program’s filters, readers, or a legal notice. Never who they are. */
export type StatementSource = 'own-initiative' | 'report' | 'notice';

/**
 * The reasons of one decision, with what article 17(3) of the Digital Services Act asks for. It holds no word of the
 * response, no name, and nothing of whoever reported or complained.
 */
export type Statement = {
  /** The decision’s own. Sorts by time. */
  id: string;
  /** When it was decided and took effect, a UTC time. */
  at: string;
  /** (a) What, where and for how long. */
  restriction: Restriction;
  territory: 'everywhere';
  duration: { kind: 'lasting' | 'while-complaint' | 'until' | 'until-ended'; until: string | null };
  /** Of a suspension, whom it holds for, and when it was ended early; null of everything else. */
  suspended: { whom: 'pseudonym' | 'address'; endedAt: string | null } | null;
  response: {
    id: string;
    /** Null where it never got one. */
    number: number | null;
    postedAt: string;
    article: { id: string; title: string; path: string; language: string | null };
  };
  /** (b) What led to it. */
  source: StatementSource;
  /** (c) Codes of the filters that held it; empty where no program found it. */
  filters: string[];
  automatedDetection: boolean;
  /** True only of what the program itself withheld because so many readers reported it, until a person has read it. */
  automatedDecision: boolean;
  /** (d), (e) The law or the rule, as it then read, with why. `notice` is the kind of the notice that it followed. */
  ground: {
    kind: 'law' | 'rule' | 'other';
    code: string | null;
    label: string | null;
    why: string | null;
    notice: string | null;
  };
  /** The role of whoever decided. */
  by: string;
};

/** A decision as it is kept, with its response. */
export type DecisionFacts = {
  id: string;
  at: string;
  kind: string;
  byRole: string;
  reason: { code: string | null; label: string | null; sentence: string | null };
  source: 'report' | 'notice' | null;
  /** The kind of the case in which it was decided. */
  noticeKind: string | null;
  /** Why the response was held when it came, codes. */
  heldFor: readonly string[];
  response: Statement['response'];
};

const restrictionOf = {
  refuse: 'refused',
  remove: 'removed',
  withhold: 'withheld',
  erase: 'erased',
} as const satisfies Record<string, Restriction>;
type RestrictionKind = keyof typeof restrictionOf;

/** Kinds of decisions that take something from a writer. */
export const restrictionKinds = Object.keys(restrictionOf) as RestrictionKind[];

/** Whether a kind of decision takes something from a writer, and so needs reasons. */
export function isRestriction(kind: string): kind is RestrictionKind {
  return Object.hasOwn(restrictionOf, kind);
}

/** Codes of reasons that name a law, not a rule of the publication: all for which words are erased without being asked. */
const laws: readonly string[] = [
  'legal',
  ...erasureReasons.map(({ code }) => code).filter((code) => code !== 'asked'),
];

/**
 * The statement of reasons of a decision; null where it took nothing, or was the writer’s own wish. What was held and
 * refused was found by the filters that held it, if any did; what readers had seen was found by people.
 */
export function statementOf(facts: DecisionFacts): Statement | null {
  if (!isRestriction(facts.kind) || facts.reason.code === 'asked') return null;
  const restriction = restrictionOf[facts.kind];
  const filters = restriction === 'refused' ? facts.heldFor.filter((code) => !isPolicy(code)) : [];
  return {
    ...{ id: facts.id, at: facts.at, restriction, territory: 'everywhere', response: facts.response },
    suspended: null,
    duration: { kind: restriction === 'withheld' ? 'while-complaint' : 'lasting', until: null },
    source: facts.source ?? (isProgram(facts) ? 'report' : 'own-initiative'),
    ...{ filters, automatedDetection: filters.length > 0, automatedDecision: isProgram(facts) },
    ground: groundOf(facts),
    by: facts.byRole,
  };
}

/** A suspension as it is kept, with the response that it came from. */
export type SuspensionFacts = {
  id: string;
  at: string;
  until: string | null;
  endedAt: string | null;
  whom: 'pseudonym' | 'address';
  byRole: string;
  reason: { code: string; label: string; sentence: string | null };
  response: Statement['response'];
};

/** The statement of reasons of a suspension. */
export function suspensionStatement(facts: SuspensionFacts): Statement {
  const { until, reason } = facts;
  return {
    ...{ id: facts.id, at: facts.at, restriction: 'suspended', territory: 'everywhere' },
    suspended: { whom: facts.whom, endedAt: facts.endedAt },
    duration: { kind: until === null ? 'until-ended' : 'until', until },
    ...{ response: facts.response, source: 'own-initiative', filters: [] },
    ...{ automatedDetection: false, automatedDecision: false, by: facts.byRole },
    ground: groundOf({ reason, noticeKind: null, source: null }),
  };
}

/** Whether a suspension runs at a UTC time. */
export function isSuspendedAt({ suspended, duration: { until } }: Statement, now: string): boolean {
  return suspended !== null && suspended.endedAt === null && (until === null || until > now);
}

/** The program decides one thing: to withhold what so many readers reported, where a setting says so. */
const isProgram = ({ byRole, kind }: DecisionFacts) => byRole === 'program' && kind === 'withhold';

type GroundFacts = Pick<DecisionFacts, 'reason' | 'noticeKind' | 'source'>;

function groundOf({ reason, noticeKind, source }: GroundFacts): Statement['ground'] {
  const { code, label, sentence } = reason;
  const isRule = code?.startsWith('rule-') ?? false;
  const isLaw = source === 'notice' || (code !== null && laws.includes(code));
  return {
    kind: isRule ? 'rule' : isLaw ? 'law' : 'other',
    ...{ code, label, why: sentence, notice: noticeKind },
  };
}
