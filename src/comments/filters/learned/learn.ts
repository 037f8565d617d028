import { enqueueOnce } from '../../../jobs/enqueue.ts';
import { settingsIn } from '../../../publication/queries.ts';
import type { Site } from '../../../site.ts';
import type { Db } from '../../../store/schema.ts';
import { askToScrub } from '../../erasure/scrub.ts';
import { type Label, learnedFrom, learner } from './bayes.ts';
import { countTested, type Figures, isHeldOut, noFigures } from './hold-out.ts';
import { decidedIds, decidedSince, modelName, readFigures, samplesOf } from './queries.ts';

/** The job by which is learned from decisions. */
export const learnKind = 'filter.learn';

/** Of each kind at least so many, and at most the last so many. */
export const leastOfEach = 50;
const mostOfEach = 5_000;
const atOnce = 200;

/** Asks for it, unless it is asked for already. */
export async function askToLearn(site: Site, tx: Db): Promise<void> {
  await enqueueOnce(site, tx, { kind: learnKind, payload: {}, dueAt: site.clock.now().toISOString() });
}

/** Each hour: asks for it where it is wanted and something was decided or erased since; forgets it where it is not wanted. */
export async function keepLearning(site: Site): Promise<void> {
  const made = await readFigures(site.store.read);
  const isWanted = (await settingsIn(site.store.read))['comments.learn'] === 'yes';
  if (!isWanted && made === null) return;
  const { isNew } = await decidedSince(site.store.read, made?.madeAt ?? '');
  if (isWanted && made !== null && !isNew) return;
  await site.store.write(async (tx) => {
    if (isWanted) return askToLearn(site, tx);
    await tx.deleteFrom('learned_models').execute();
    await askToScrub(site, tx);
  });
}

/**
 * The job of that name: learns anew from the last decisions of the publication, first from four of five to see how well
 * it finds the fifth, then from all. The same decisions give the same. What was erased is in it no more.
 */
export async function learn(site: Site): Promise<void> {
  const db = site.store.read;
  const at = site.clock.now().toISOString();
  const before = await readFigures(db);
  const ids = {
    kept: await decidedIds(db, 'kept', mostOfEach),
    removed: await decidedIds(db, 'removed', mostOfEach),
  };
  const figures = { ...noFigures(), kept: ids.kept.length, removed: ids.removed.length };
  const isEnough = Math.min(figures.kept, figures.removed) >= leastOfEach;
  if (isEnough) await test(site, ids, figures);
  const model = isEnough ? await learnFrom(site, ids, () => true) : '';
  const { isErased } = await decidedSince(db, before?.madeAt ?? at);
  await site.store.write(async (tx) => {
    const row = { made_at: at, figures: JSON.stringify(figures), model };
    await tx
      .insertInto('learned_models')
      .values({ name: modelName, ...row })
      .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
      .execute();
    if (isErased) await askToScrub(site, tx);
  });
}

type Ids = Record<Label, string[]>;

async function learnFrom(site: Site, ids: Ids, takes: (id: string) => boolean): Promise<string> {
  const { learn: take, json } = learner();
  await eachSample(site, ids, (sample) => {
    if (takes(sample.id)) take(sample);
  });
  return json();
}

/** Small samples may leave a label without words: then nothing is tested. */
async function test(site: Site, ids: Ids, figures: Figures): Promise<void> {
  const { leaning } = learnedFrom(await learnFrom(site, ids, (id) => !isHeldOut(id)));
  await eachSample(site, ids, ({ id, text, label }) => {
    if (isHeldOut(id)) countTested(figures, { label, leaning: leaning(text) });
  });
}

type Samples = Awaited<ReturnType<typeof samplesOf>>;

async function eachSample(site: Site, ids: Ids, does: (sample: Samples[number]) => void): Promise<void> {
  for (const label of ['kept', 'removed'] as const)
    for (let from = 0; from < ids[label].length; from += atOnce) {
      const samples = await samplesOf(site.store.read, ids[label].slice(from, from + atOnce), label);
      for (const sample of samples) does(sample);
      await new Promise(setImmediate); // requests come between
    }
}
