import type { Attribution } from '../articles/attributions/attribution.ts';
import { attributionOf } from '../articles/attributions/queries.ts';
import type { ClaimView, OutcomeView } from '../articles/claims/claim-view.ts';
import { claimsOf, closedBy, todayOf } from '../articles/claims/queries.ts';
import type { CorrectionView } from '../articles/corrections/correction-view.ts';
import type { LostUse } from '../citations/queries.ts';
import type { Site } from '../site.ts';
import type { ArticleJson, BesideJson, CitationJson } from './shapes.ts';

/**
 * What stands beside an article's text. For readers only what is public: the caller has seen that they see the article.
 */
export async function besideOf(site: Site, id: string, { drafts }: { drafts: boolean }): Promise<BesideJson> {
  const db = site.store.read;
  const today = await todayOf(site);
  const closes = await closedBy(db, id, today);
  return {
    claims: (await claimsOf(db, id, today)).map(claimJson),
    closes: closes
      .filter(({ said }) => drafts || said.publicAt !== null)
      .map(({ article, number, claim, due, said }) => ({
        ...{ article, number, claim, due, outcome: outcomeJson(said) },
      })),
    attribution: attributionJson(await attributionOf(db, id)),
  };
}

/** A claim as programs read it. */
export function claimJson(claim: ClaimView): BesideJson['claims'][number] {
  const { number, version, passage, claim: said, due, standing, inText, outcome, before } = claim;
  return {
    ...{ number, version, passage, claim: said, due, standing, inText },
    outcome: outcome && outcomeJson(outcome),
    before: before.map(outcomeJson),
  };
}

function outcomeJson({ outcome, sentence, date, publicAt, by, withdrawn }: OutcomeView) {
  const article = { id: by.id, title: by.title, path: by.path || null };
  return { outcome, sentence, date, by: withdrawn ? null : article, published: publicAt };
}

/** A link whose page is gone or was changed, as programs read it. */
export function citationJson({
  url,
  title,
  site,
  state,
  since,
  keptAt: kept,
  archive,
}: LostUse): CitationJson {
  return { url, title, site, state, since, kept, archive };
}

/** How an author knows; null where nothing is said. */
export function attributionJson(
  known: { version: number; attribution: Attribution } | null,
): BesideJson['attribution'] {
  return known && { version: known.version, ...known.attribution };
}

/** A correction as programs read it; of a withdrawn one only why. */
export function correctionJson(correction: CorrectionView): ArticleJson['corrections'][number] {
  const { number, kind, at, changedAt, withdrawn, was, now, why } = correction;
  const words = withdrawn ? { was: null, now: null } : { was: was || null, now };
  const state = withdrawn ? ('withdrawn' as const) : ('standing' as const);
  const { prominence, revision, earlier } = correction;
  const rest = { prominence, revision, version: earlier.length + 1 };
  return { number, kind, published: at, changed: changedAt, state, ...words, why, ...rest };
}
