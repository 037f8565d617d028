import { correctionsOf } from '../articles/corrections/queries.ts';
import { type EditableArticle, readEditable, stageOf } from '../articles/queries.ts';
import { placeInSeries } from '../articles/series/queries.ts';
import type { Site } from '../site.ts';
import { besideOf, correctionJson } from './beside-json.ts';
import { staffFacts, standingFacts } from './queries.ts';
import { policies, type StaffArticleJson } from './staff-shapes.ts';
import { versionOf } from './version.ts';
import { seriesJson, writerJson } from './writer-json.ts';

/** An article as a token's holder gets it, whatever its stage; null where there is none. */
export async function readStaffArticle(site: Site, id: string): Promise<StaffArticleJson | null> {
  const { store, config } = site;
  const [article, stage, facts] = await Promise.all([
    readEditable(store.read, id),
    stageOf(store.read, id),
    staffFacts(store.read, id),
  ]);
  if (!article || stage === null || !facts) return null;
  const corrections = (await correctionsOf(store.read, id)).map(correctionJson);
  return {
    ...viewOf(article),
    series: seriesJson(await placeInSeries(store.read, id)),
    ...facts,
    ...{ stage, url: article.path && config.url + article.path, corrections },
    ...(await besideOf(site, id, { drafts: true })),
    ...(await standingFacts(store.read, { id, now: site.clock.now().toISOString() })),
  };
}

function viewOf(article: EditableArticle) {
  return {
    id: article.id,
    version: versionOf(article),
    path: article.path,
    title: article.title,
    standfirst: article.standfirst || null,
    body: article.source,
    format: article.format,
    authors: article.writers.map(writerJson),
    tags: article.tags.map((name) => ({ name })),
    slug: article.slug || null,
    language: article.language || null,
    commentPolicy: policies.find((each) => each === article.policy) ?? null,
    closeAfterDays: article.closeAfterDays === '' ? null : Number(article.closeAfterDays),
    updated: article.updatedAt,
  };
}
