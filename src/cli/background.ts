import { cleanArticlesAgain } from '../articles/clean-again.ts';
import { publishOverdue } from '../articles/publish-due.ts';
import { forgetWorkingCopies } from '../articles/working-copies.ts';
import { startCitations } from '../citations/start-citations.ts';
import { sweepCopies } from '../citations/sweep-copies.ts';
import { cleanResponsesAgain } from '../comments/clean-again.ts';
import { keepLearning } from '../comments/filters/learned/learn.ts';
import { forgetTrials } from '../comments/filters/trials/forget-trials.ts';
import { forgetProofs } from '../comments/flood/meet-flood.ts';
import { forgetAddresses, forgetKeys, forgetSuspended } from '../comments/forget-addresses.ts';
import { forgetJobs } from '../jobs/forget-jobs.ts';
import { startJobs } from '../jobs/start-jobs.ts';
import { forgetDays } from '../letters/day-cap.ts';
import { repeat } from '../lib/repeat.ts';
import { startFollowing } from '../marks/start-following.ts';
import { noteStatements } from '../moderation/statements/sending/note-statements.ts';
import { tellModerators } from '../moderation/telling/tell-moderators.ts';
import { forgetCases } from '../notices/forget-cases.ts';
import { watchDeadlines } from '../notices/watch-deadlines.ts';
import { sweepFiles } from '../pictures/sweep-files.ts';
import { keepNamesAgain } from '../pseudonyms/keep-names-again.ts';
import { forgetOneTimes } from '../pseudonyms/one-time.ts';
import { readSettings } from '../publication/queries.ts';
import { callWitnesses } from '../publication/witnesses/call-witnesses.ts';
import { startSequencer } from '../record/sequencer.ts';
import type { Site } from '../site.ts';
import { forgetExpired } from '../staff/forget-expired.ts';
import { forgetLetters } from '../subscriptions/forget-letters.ts';
import { forgetDeliveries } from '../webhooks/deliver.ts';
import { startWebhooks } from '../webhooks/start-webhooks.ts';
import { jobHandlers, jobLanes } from './job-handlers.ts';

const hour = 3_600_000;
/** How often it is looked at whether somebody outside is to be told something. */
const betweenLooks = 15_000;

/** Starts what a server does besides answering: placing the record's entries and, unless told not to, the jobs. */
export function startBackground(site: Site, { jobs }: { jobs: boolean }): { stop(): Promise<void> } {
  const sequencer = startSequencer(site);
  const running = jobs ? startJobs(site, jobHandlers, jobLanes) : null;
  const telling = jobs ? startWebhooks(site) : null;
  const citing = jobs ? startCitations(site) : null;
  const following = jobs ? startFollowing(site) : null;
  const outside = jobs ? tellOutside(site) : null;
  // Whatever should have appeared while nothing ran appears now, even if its job has given up.
  const overdue = () =>
    publishOverdue(site).catch((error) =>
      site.log.error({ err: error }, 'articles whose time has come were not published'),
    );
  const forgetOld = () =>
    forget(site).catch((error) => site.log.error({ err: error }, 'what is old was not forgotten'));
  const deadlines = () =>
    watchDeadlines(site).catch((error) =>
      site.log.error({ err: error }, 'the deadlines of complaints were not looked at'),
    );
  const moderators = () =>
    tellModerators(site).catch((error) =>
      site.log.error({ err: error }, 'moderators were not told of what waits'),
    );
  const hourly = () => void Promise.all([overdue(), forgetOld(), deadlines(), moderators()]);
  const timer = jobs ? setInterval(hourly, hour) : null;
  if (jobs) hourly();
  const ending = new AbortController();
  const cleaning = jobs ? cleanAgain(site, ending.signal) : null;
  return {
    async stop() {
      if (timer) clearInterval(timer);
      ending.abort();
      await cleaning;
      await Promise.all([
        running?.stop(),
        telling?.stop(),
        citing?.stop(),
        following?.stop(),
        outside?.stop(),
      ]);
      await sequencer.stop();
    },
  };
}

/** Asks for the jobs by which others are told what the settings want them to be told. */
function tellOutside(site: Site): { stop(): Promise<void> } {
  const failed = (error: unknown) =>
    site.log.error({ err: error }, 'who outside is to be told something was not looked at');
  return repeat(() => lookOutside(site), { milliseconds: betweenLooks, failed });
}

/** Looks whether witnesses are to be asked and statements to be sent. What fails in one holds up no other. */
export async function lookOutside(site: Site): Promise<void> {
  const witnesses = callWitnesses(site).catch((error) =>
    site.log.error({ err: error }, 'it was not looked at which witnesses are to be asked'),
  );
  const statements = noteStatements(site).catch((error) =>
    site.log.error({ err: error }, 'it was not looked at which statements are to be sent'),
  );
  await Promise.all([witnesses, statements]);
}

/** Forgets what has been kept for as long as the settings say. */
export async function forget(site: Site): Promise<void> {
  const days = Number((await readSettings(site))['retention.jobs']);
  const before = new Date(site.clock.now().getTime() - days * 24 * hour).toISOString();
  await Promise.all([
    forgetAddresses(site),
    forgetSuspended(site),
    forgetCases(site),
    forgetKeys(site),
    forgetJobs(site, before),
    forgetDeliveries(site, before),
    forgetExpired(site),
    forgetOneTimes(site),
    forgetLetters(site),
    forgetTrials(site),
    forgetProofs(site),
    keepLearning(site),
    forgetDays(site),
    forgetWorkingCopies(site),
    sweepFiles(site),
    sweepCopies(site),
  ]);
}

/** What an older program made is made again, once, soon after the start: what names could be taken for, and clean words. */
async function cleanAgain(site: Site, signal: AbortSignal): Promise<void> {
  try {
    await keepNamesAgain(site, signal);
    const articles = await cleanArticlesAgain(site, signal);
    const responses = await cleanResponsesAgain(site, signal);
    if (articles + responses > 0)
      site.log.info({ articles, responses }, 'cleaned again by the newest cleaner');
  } catch (error) {
    site.log.error({ err: error }, 'what an older program made was not made again');
  }
}
