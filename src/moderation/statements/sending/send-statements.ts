import { readSettings } from '../../../publication/queries.ts';
import type { Site } from '../../../site.ts';
import { type DatabaseStatement, databaseStatement } from '../database-statement.ts';
import { styleOf } from '../export-statements.ts';
import { statementsById } from '../queries.ts';
import { dropEarlier, keepBatchSize, keepFailure, keepHealth, settle } from './keep-outcome.ts';
import { senderState, waitingStatements } from './queries.ts';
import { readBatchAnswer } from './read-answer.ts';

/** What the Transparency Database takes at once. */
const mostAtOnce = 100;
/** What one job sends at most: each request may take ten seconds, and a job that takes a minute counts as left undone. */
const mostRequests = 4;
const limits = { largest: 2_000_000, whenLarger: 'cut', within: 10_000 } as const;

/**
 * The job: sends the statements that wait, in batches, each statement once. One that is in the database already counts as
 * sent. What is refused is kept with the reason; where the other side fails, all of it is tried again later. A refusal
 * that names no statement halves the batch, from one job to the next, until one statement is alone with it; what is
 * taken doubles it again.
 */
export async function sendStatements(site: Site): Promise<void> {
  const now = site.clock.now().toISOString();
  const sender = await senderState(site.store.read);
  if (sender.dueAt > now) return;
  let { atOnce } = sender;
  for (let requests = 1; ; requests += 1) {
    const batch = await nextBatch(site, atOnce);
    if (batch.length === 0) return;
    const told = await sendBatch(site, batch);
    if (told === 'stop') return;
    atOnce = told === 'taken' ? Math.min(atOnce * 2, mostAtOnce) : Math.ceil(batch.length / 2);
    await keepBatchSize(site, atOnce);
    if (requests < mostRequests) continue;
    if (typeof told === 'object') await keepFailure(site, told.unclear);
    return;
  }
}

/**
 * Those that wait, as they are now. One whose decision is gone is settled and left out; what was decided before the day
 * that is set now waits no more.
 */
async function nextBatch(site: Site, limit: number): Promise<DatabaseStatement[]> {
  const settings = await readSettings(site);
  const from = settings['statements.send-from'];
  if (from === '') return [];
  await dropEarlier(site, from);
  const db = site.store.read;
  const puids = await waitingStatements(db, limit);
  const found = await statementsById(db, puids);
  const gone = puids.filter((puid) => !found.has(puid));
  await settle(site, { state: 'exempt', statements: gone.map((puid) => [puid, 'gone']) });
  const style = styleOf(settings);
  return puids.flatMap((puid) => {
    const statement = found.get(puid);
    return statement ? [databaseStatement(statement, style)] : [];
  });
}

async function sendBatch(
  site: Site,
  batch: DatabaseStatement[],
): Promise<'taken' | 'alone' | 'stop' | { unclear: string }> {
  const { statements: target } = site.config;
  if (target === null) return 'stop';
  const outcome = await site.fetch({
    url: `${target.api}/statements`,
    method: 'POST',
    bearer: target.token,
    types: ['application/json'],
    body: { type: 'application/json', content: JSON.stringify({ statements: batch }) },
    ...limits,
  });
  if (!outcome.ok) return stop(site, outcome.sentence);
  const puids = batch.map(({ puid }) => puid);
  const answer = readBatchAnswer(outcome, puids);
  if (answer.is === 'later') return stop(site, answer.why);
  if (answer.is === 'unclear' && batch.length > 1) return { unclear: answer.why };
  const why = (place: number) => {
    if (answer.is === 'settled') return answer.places.get(place);
    return answer.is === 'unclear' ? answer.why : null;
  };
  const sent = puids.filter((_, place) => why(place) === null);
  const refused = puids.flatMap((puid, place): [string, string][] => {
    const told = why(place);
    return typeof told === 'string' ? [[puid, told]] : [];
  });
  await settle(site, { state: 'sent', statements: sent.map((puid) => [puid, null]) });
  await settle(site, { state: 'refused', statements: refused });
  await keepHealth(site);
  return answer.is === 'unclear' ? 'alone' : 'taken';
}

async function stop(site: Site, why: string): Promise<'stop'> {
  await keepFailure(site, why);
  return 'stop';
}
