import { type LateDecision, lateDecisions } from '../../moderation/late-decision.ts';
import { restoreRefusal } from '../../moderation/may-restore.ts';
import { ownResponseRefusal } from '../../moderation/own-response.ts';
import { reasonsOf } from '../../moderation/reason.ts';
import { lastSettled } from '../../moderation/reports/queries.ts';
import { type CaseResponse, caseResponse, type ListedCase, openCasesAbout } from '../../notices/queries.ts';
import { readSettings } from '../../publication/queries.ts';
import { may } from '../../staff/permissions.ts';
import { actingAs, type Visit } from '../visit.ts';
import { type Beside, besideOne } from './beside.ts';
import { readResponse } from './queries.ts';
import type { Reported } from './queue-view.ts';
import { reportedOf } from './read-items.ts';
import type { ReasonChoice } from './remove-form.tsx';
import type { DeskResponse } from './response-view.ts';

/** A response in any state, with everything that its decisions need. */
export type OneResponse = {
  response: DeskResponse;
  /** The reports on it that wait. */
  reported: Reported | undefined;
  /** Whether the last reports on it were settled by keeping it. */
  kept: boolean;
  beside: Beside;
  /** Why its reader may not decide on it as it stands; null where they may. */
  mayNot: string | null;
  /** Open complaints about it, for whoever has a part in them. */
  cases: ListedCase[];
  /** How it stands for these. */
  forCases: CaseResponse | null;
  reasons: ReasonChoice[];
};

/** Reads it; null where there is none. */
export async function readOne(visit: Visit, id: string): Promise<OneResponse | null> {
  const { site, staff } = visit;
  const db = site.store.read;
  const response = await readResponse(db, id);
  if (response === null) return null;
  const manages = may(staff.role, 'case.manage');
  const [reported, settled, beside, mayNot, cases, settings] = await Promise.all([
    reportedOf(visit, [response]),
    lastSettled(db, id),
    besideOne(visit, response),
    whyNot(visit, response),
    manages ? openCasesAbout(db, id) : [],
    readSettings(site),
  ]);
  return {
    ...{ response, beside, mayNot, cases, reported: reported.get(id), kept: settled?.outcome === 'kept' },
    forCases: cases.length === 0 ? null : await caseResponse(db, id),
    reasons: reasonsOf(settings),
  };
}

async function whyNot(visit: Visit, { id, state }: DeskResponse): Promise<string | null> {
  const deciding = { id, moderator: actingAs(visit) };
  const refuses = state === 'published' ? ownResponseRefusal : restoreRefusal;
  return (await refuses(visit.site.store.read, deciding))?.sentence ?? null;
}

/** For a quarter of an hour both are told that they decided on the same response. */
const toldFor = 900_000;

/** Where the reader of a page decided on what somebody else had, or the other way round, a moment ago. */
export function lateOnes({ site, staff, desk }: Visit): Promise<LateDecision[]> {
  const since = new Date(desk.now.getTime() - toldFor).toISOString();
  return lateDecisions(site.store.read, { staffId: staff.id, since });
}
