import { lastingPath } from '../comments/comment.ts';
import { timeText } from '../lib/dates.ts';
import { done, type Outcome, refuse } from '../lib/refusal.ts';
import { removeIn, restoreIn } from '../moderation/decide.ts';
import { settingsIn } from '../publication/queries.ts';
import type { Settings } from '../publication/settings.ts';
import { appendEntry } from '../record/append.ts';
import type { Action } from '../record/entry.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import { actsOf, type CaseAct, type Decision } from './case-acts.ts';
import {
  type CaseClock,
  type CaseFacts,
  type ClockSetting,
  caseClock,
  clockSetting,
  dueColumns,
} from './case-clock.ts';
import { factsOf, type StepKind } from './case-steps.ts';
import { keepStep, lockCase, type StepActor } from './keep-step.ts';
import { filledIn, type LetterTimes, replyByMark, sentMark } from './letters/blanks.ts';
import type { EditedLetters, LetterDraft, LetterWords } from './letters/edited.ts';
import {
  type LetterFacts,
  missingLabels,
  type RemovalReason,
  toComplainant,
  toPoster,
} from './letters/english.ts';
import { faultsIn } from './notice.ts';
import { type CaseView, caseResponse, readCase, repliesOf, stepsOf } from './queries.ts';
import { partsForPoster } from './redact.ts';
import { freeze, legal, noticeOf } from './withhold.ts';
import { writeLetter } from './write-letter.ts';

/** `decision` and `words` of an end in words of one’s own; `letters` as somebody changed them before they go. */
export type Act = {
  id: string;
  by: StepActor;
  act: CaseAct;
  decision?: Decision;
  words?: string;
  letters?: EditedLetters;
};

type Taking = {
  site: Site;
  tx: Db;
  by: StepActor;
  found: CaseView;
  facts: CaseFacts;
  setting: ClockSetting;
  clock: CaseClock;
  told: LetterFacts;
  edited: EditedLetters;
  /** Each letter of the step as it is written without a change, its times not yet filled in. */
  drafts: LetterDraft[];
};

/**
 * Takes the next step in a case: what is done to the response, the letters that tell of it, its line in the history, and
 * where it is of public interest in the record. Refusals: `no-case`, `closed`, `not-now`.
 */
export async function takeAct(site: Site, act: Act): Promise<Outcome<{ id: string }>> {
  return site.store.write(async (tx) => takeIn(site, tx, { act, drafts: [] }));
}

/** The same inside a transaction of the caller’s, which hears of the letters. */
export async function takeIn(
  site: Site,
  tx: Db,
  { act, drafts }: { act: Act; drafts: LetterDraft[] },
): Promise<Outcome<{ id: string }>> {
  const locked = await lockCase(tx, act.id);
  const found = locked && (await readCase(tx, act.id));
  if (!found) return refuse('no-case', 'There is no such case.');
  if (found.closedAt !== null)
    return refuse('closed', 'This case is closed: nothing of it changes any more.');
  const facts = factsOf(await stepsOf(tx, act.id));
  const settings = await settingsIn(tx);
  const setting = clockSetting(settings);
  const clock = caseClock(found.kind, facts, { setting, now: site.clock.now() });
  if (!actsOf(clock).includes(act.act))
    return refuse('not-now', 'This step is not the next any more: read where the case stands now.');
  const told = factsToTell(site, settings, found);
  const edited = act.letters ?? {};
  return steps[act.act]({ site, tx, by: act.by, found, facts, setting, clock, told, edited, drafts }, act);
}

type Step = (taking: Taking, act: Act) => Promise<Outcome<{ id: string }>>;

const steps: Record<CaseAct, Step> = {
  async incomplete(taking) {
    const missing = faultsIn(taking.found.kind, taking.found.values).map(
      ({ field }) => missingLabels[field] ?? field,
    );
    await tell(taking, 'incomplete', { words: toComplainant.incomplete(taking.told, missing) });
    await keep(taking, 'told-incomplete');
    return close(taking, 'incomplete');
  },
  async notify(taking) {
    const { found, told, site, setting } = taking;
    const now = site.clock.now().toISOString();
    const replyBy = caseClock(found.kind, { ...taking.facts, notified: now }, { setting }).replyBy ?? now;
    const times = { sent: london(now), replyBy: london(replyBy) };
    const notice = { ...told, parts: partsForPoster(found.values), replyBy: replyByMark };
    await tellPoster(taking, 'notice', { words: toPoster.notice(notice), times });
    const marks = { sent: sentMark, replyBy: replyByMark };
    await tell(taking, 'notified', { words: toComplainant.notified(told, marks), times });
    const facts = { replyBy, ...byHand(taking) };
    await keepStep(site, taking.tx, { caseId: found.id, kind: 'notified', by: taking.by, at: now, facts });
    await enter(taking, 'case.notify', null);
    return done({ id: found.id });
  },
  async remove(taking) {
    const { site, tx, by, found, told } = taking;
    const commentId = found.comment?.id ?? null;
    const response = commentId === null ? null : await caseResponse(tx, commentId);
    if (commentId !== null && (response?.standing === 'published' || response?.standing === 'withheld')) {
      const removal = { id: commentId, moderator: by, reason: legal, because: noticeOf(found.id) };
      const removed = await removeIn(site, tx, removal);
      if (!removed.ok) return removed;
      await freeze(site, tx, { caseId: found.id, commentId });
      await keep(taking, 'removed');
    }
    await tell(taking, 'removed', { words: toComplainant.removed(told, reasonOf(taking)) });
    await tellPoster(taking, 'removed', { words: toPoster.removed(told) });
    return close(taking, 'removed');
  },
  async keep(taking) {
    const { site, tx, by, found, told } = taking;
    const commentId = found.comment?.id ?? null;
    const response = commentId === null ? null : await caseResponse(tx, commentId);
    if (commentId !== null && response?.standing === 'withheld') {
      const restored = await restoreIn(site, tx, { id: commentId, moderator: by });
      if (!restored.ok) return restored;
      await keep(taking, 'restored');
    }
    const [reply] = await repliesOf(tx, found.id);
    await tell(taking, 'kept', { words: toComplainant.kept(told, reply?.disclose === true) });
    await tellPoster(taking, 'kept', { words: toPoster.kept(told) });
    return close(taking, 'kept');
  },
  async defective(taking) {
    await keep(taking, 'judged', { kind: 'defective' });
    return done({ id: taking.found.id });
  },
  async acknowledge(taking) {
    await tell(taking, 'acknowledged', { words: toComplainant.acknowledged(taking.told) });
    await keep(taking, 'acknowledged');
    return done({ id: taking.found.id });
  },
  async decide(taking, { decision = 'rejected', words = '' }) {
    const { kind } = taking.found;
    await tell(taking, 'decided', { words: toComplainant.decided(taking.told, { kind, decision, words }) });
    return close(taking, decision);
  },
};

/** Why words go at the end of the track: what the clock says, or what came of the question to the writer. */
function reasonOf({ facts, clock, found, setting }: Taking): RemovalReason {
  if (clock.state === 'remove-repeat' || clock.state === 'remove-no-contact') return clock.state;
  const { replyBy } = caseClock(found.kind, { ...facts, reply: null }, { setting });
  const inTime = facts.reply !== null && replyBy !== null && new Date(facts.reply.at) < new Date(replyBy);
  return inTime && facts.reply ? (facts.reply.kind === 'agreed' ? 'agreed' : 'defective') : 'no-reply';
}

function factsToTell(
  { config }: Site,
  { title }: Settings,
  { number, article, comment }: CaseView,
): LetterFacts {
  if (article === null) return { publication: title, number, about: `something at ${title}` };
  const path = comment?.number ? lastingPath(article.path, comment.number) : article.path;
  const what = comment?.number ? `response ${comment.number} to “${article.title}”` : `“${article.title}”`;
  return { publication: title, number, about: `${what}, ${config.url}${path}` };
}

/** As the clocks of London show it, in which the Regulations count. */
const london = (at: string) => timeText(at, { locale: 'en-GB', timeZone: 'Europe/London' });

type Telling = { words: LetterWords; times?: LetterTimes };

function tell(taking: Taking, kind: string, telling: Telling): Promise<void> {
  return send(taking, { ...telling, kind, recipient: 'complainant' });
}

function tellPoster(taking: Taking, kind: string, telling: Telling): Promise<void> {
  return send(taking, { ...telling, kind, recipient: 'poster' });
}

/** As it is, or as somebody has changed it; with the times at which it goes. */
function send(
  { site, tx, found, edited, drafts }: Taking,
  { words, times, kind, recipient }: Telling & { kind: string; recipient: LetterDraft['recipient'] },
): Promise<void> {
  drafts.push({ recipient, words });
  const last = filledIn(edited[recipient] ?? words, times);
  return writeLetter(site, tx, { caseId: found.id, recipient, kind, words: last });
}

/** To whom the letters of this step were changed by hand. */
function byHand({ edited }: Taking): Record<string, unknown> {
  const recipients = Object.keys(edited);
  return recipients.length === 0 ? {} : { byHand: recipients };
}

function keep(taking: Taking, kind: StepKind, more: Record<string, unknown> = {}): Promise<void> {
  const { site, tx, found, by } = taking;
  return keepStep(site, tx, { caseId: found.id, kind, by, facts: { ...more, ...byHand(taking) } });
}

function enter({ site, tx, found, by }: Taking, action: Action, reason: string | null): Promise<void> {
  return appendEntry(site, tx, {
    ...{ action, by: by.actor, subject: { type: 'case', id: found.id } },
    ...{ reason, visibility: 'public' },
  });
}

async function close(taking: Taking, outcome: string): Promise<Outcome<{ id: string }>> {
  const { site, tx, found } = taking;
  await keep(taking, 'decided', { outcome });
  await tx
    .updateTable('cases')
    .set({ closed_at: site.clock.now().toISOString(), outcome, ...dueColumns({ due: null }, taking.facts) })
    .where('id', '=', found.id)
    .execute();
  await enter(taking, 'case.close', outcome);
  return done({ id: found.id });
}
