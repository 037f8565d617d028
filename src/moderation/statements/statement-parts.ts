import { type DateStyle, timeText } from '../../lib/dates.ts';
import { monthsLater } from '../../lib/months-later.ts';
import { roleWords } from '../../record/wording.ts';
import type { Statement } from './statement.ts';
import { statementWords as say } from './wording.ts';

/** A part of a statement as it is read: a heading, and paragraphs of plain text. */
export type StatementPart = { heading: string; paragraphs: string[] };

/** How dates are printed, and for how many months a review may be asked for. */
export type StatementStyle = DateStyle & { months: number };

/** A statement of reasons in plain English, part by part: for the page of a response, and for a letter. */
export function statementParts(statement: Statement, style: StatementStyle): StatementPart[] {
  return [
    { heading: say.decision.heading, paragraphs: decided(statement, style) },
    { heading: say.facts.heading, paragraphs: [based(statement)] },
    { heading: say.programs.heading, paragraphs: [programs(statement)] },
    { heading: say.ground[statement.ground.kind], paragraphs: grounds(statement) },
    { heading: say.redress.heading, paragraphs: redress(statement, style) },
  ];
}

/** The same as one plain text. */
export function statementText(statement: Statement, style: StatementStyle): string {
  return statementParts(statement, style)
    .map(({ heading, paragraphs }) => [heading.toUpperCase(), ...paragraphs].join('\n\n'))
    .join('\n\n\n');
}

function decided(statement: Statement, style: DateStyle): string[] {
  const { restriction, response, duration, at, by, suspended } = statement;
  const { decision } = say;
  const lasts = duration.kind === 'while-complaint' ? whileOf(statement) : decision.lasting;
  const who = roleWords[by as keyof typeof roleWords] ?? by;
  const when = decision.when(timeText(at, style), who);
  if (restriction === 'suspended' || suspended !== null) return [...suspension(statement, style), when];
  const done = decision.done[restriction](say.of(response));
  return [done, `${decision.everywhere} ${lasts}`, when];
}

function suspension({ suspended, duration: { until } }: Statement, style: DateStyle): string[] {
  const lasts = until === null ? say.suspension.untilEnded : say.suspension.until(timeText(until, style));
  const ended = suspended?.endedAt ? [say.suspension.ended(timeText(suspended.endedAt, style))] : [];
  return [say.suspension[suspended?.whom ?? 'pseudonym'], say.suspension.holds, lasts, ...ended];
}

const whileOf = ({ automatedDecision }: Statement) =>
  automatedDecision ? say.decision.whileReports : say.decision.whileComplaint;

function based({ source, ground, automatedDecision }: Statement): string {
  if (source === 'notice') return say.facts.notice(ground.notice);
  if (automatedDecision) return say.facts.reportedOften;
  return source === 'report' ? say.facts.report : say.facts.own;
}

function programs({ filters, automatedDetection, automatedDecision }: Statement): string {
  if (automatedDecision) return say.programs.withheld;
  const found = automatedDetection ? say.programs.found(filters) : say.programs.none;
  return `${found} ${say.programs.decided}`;
}

/** The rule as it then read, and why: never nothing, where whoever decided wrote nothing. */
function grounds({ ground, restriction, automatedDecision }: Statement): string[] {
  const { kind, label, why, notice } = ground;
  if (kind === 'law') {
    const basis = notice === null ? (label ?? say.ground.noLaw(null)) : say.ground.noLaw(notice);
    const reason = restriction === 'withheld' ? say.ground.withheldWhy : say.ground.lawWhy;
    return [sentence(basis), why ?? reason];
  }
  if (kind === 'rule') return [sentence(label ?? ground.code ?? ''), why ?? say.ground.ruleWhy];
  if (automatedDecision) return [say.ground.reported];
  return why === null ? [say.ground.noRule, say.ground.lawWhy] : [say.ground.noRule, why];
}

/** Erased words cannot come back: of them no review is offered, and it is said what is left. */
function redress({ restriction, at }: Statement, style: StatementStyle): string[] {
  const until = timeText(monthsLater(at, style.months), style);
  const first =
    restriction === 'erased' ? [say.redress.noReview, say.redress.complain] : [say.redress.review(until)];
  return [...first, say.redress.bodies, say.redress.court];
}

const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);
