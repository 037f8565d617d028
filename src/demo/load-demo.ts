import { type ArticleInput, articleInput } from '../articles/article.ts';
import { attributeArticle } from '../articles/attributions/attribute-article.ts';
import type { SourceClass } from '../articles/attributions/attribution.ts';
import { markClaim } from '../articles/claims/mark-claim.ts';
import { giveCorrection } from '../articles/corrections/give-correction.ts';
import { editArticle, insertDraft, publishDraft } from '../articles/save-article.ts';
import { readSeries } from '../articles/series/queries.ts';
import { changeSeries, makeSeries as newSeries } from '../articles/series/save-series.ts';
import { seriesMark, seriesSlug } from '../articles/series/series.ts';
import { parseComment } from '../comments/comment.ts';
import { editComment } from '../comments/edits/edit-comment.ts';
import { takeComment } from '../comments/post-comment.ts';
import { respondWithin } from '../comments/respond-as-staff.ts';
import { withdrawComment } from '../comments/withdraw-comment.ts';
import { slugOf } from '../lib/fold-text.ts';
import { sha256 } from '../lib/ids.ts';
import { markdownToHtml } from '../lib/markdown.ts';
import type { Outcome } from '../lib/refusal.ts';
import { annotateArticle } from '../marks/follow-marks.ts';
import { placeAgain } from '../marks/place-again.ts';
import { removeComment } from '../moderation/decide.ts';
import { reasonsOf } from '../moderation/reason.ts';
import { changeSettings } from '../publication/change-settings.ts';
import type { SettingKey, Settings } from '../publication/settings.ts';
import type { Actor } from '../record/entry.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import { longThread, longThreadArticle } from './content/long-thread.ts';
import { articles, publication } from './content/publication.ts';
import type { DemoArticle, DemoComment } from './content/types.ts';
import { loadCited } from './load-cited.ts';
import { loadDrafts } from './load-drafts.ts';

const owner: Actor = { role: 'owner' };
const longest = 1_200;

/**
 * Loads the demo publication through the same verbs that readers and editors use, at the times its texts say.
 * `tell` hears of each article.
 */
export async function loadDemo(site: Site, tell: (done: number, of: number) => void): Promise<void> {
  const clock = movableClock(site);
  const past: Site = { ...site, clock };
  const all = [...articles, { ...longThreadArticle, comments: [...longThread(longest)] }];
  all.sort((a, b) => (a.published < b.published ? -1 : 1));
  const before = await titlesLoaded(site);
  for (const [index, article] of all.entries()) {
    if (!before.has(article.title)) await loadArticle(past, clock, article);
    tell(index + 1, all.length);
  }
  await loadCited(site, past, clock);
  await makeSeries(past, clock);
  await loadDrafts(site, before);
  await applySettings(site, past, clock); // last: a load that was cut short goes on at the next start
}

async function titlesLoaded(site: Site): Promise<Set<string>> {
  const rows = await site.store.read
    .selectFrom('articles')
    .select('title')
    .where('origin', '=', 'demo')
    .execute();
  return new Set(rows.map((row) => row.title));
}

type MovableClock = { now(): Date; set(iso: string): void };

function movableClock(site: Site): MovableClock {
  let at: Date | null = null;
  return {
    now: () => at ?? site.clock.now(),
    set: (iso) => {
      at = new Date(iso);
    },
  };
}

/** The texts as of the days on which they were agreed, the rules with an earlier wording; then the rest, of today. */
async function applySettings(site: Site, past: Site, clock: MovableClock): Promise<void> {
  clock.set('2026-09-01T08:00:00Z');
  await apply(past, {
    rules: publication.firstRules.join('\n'),
    'page.about': publication.about,
    'page.rules': publication.howDecided,
    'page.privacy': publication.privacy,
  });
  clock.set('2026-10-05T08:00:00Z');
  await apply(past, { rules: publication.rules.join('\n') });
  const { title, tagline, place, contact } = publication;
  await apply(site, { title, tagline, place, contact });
}

async function apply(site: Site, values: Partial<Settings>): Promise<void> {
  const typed = new Map(Object.entries(values) as [SettingKey, string][]);
  const changed = await changeSettings(site, owner, { values: typed, seen: null });
  if (changed.ok) return;
  const faults = changed.faults.map(({ key, problem }) => `${key} ${problem}`);
  throw new Error(`The demo’s settings: ${faults.join(', ')}`);
}

function inputOf(demo: DemoArticle, body: string): ArticleInput {
  const { title, standfirst, slug, policy = '' } = demo;
  const [byline, tags] = [demo.byline, demo.tags].map((names) => names.join('\n'));
  return articleInput.parse({ title, standfirst, slug, policy, body, byline, tags });
}

/** The text as it was before it was corrected. */
function firstBody({ body, corrections = [] }: DemoArticle): string {
  return corrections.reduceRight((text, { was, now }) => text.replace(now, was), body);
}

async function loadArticle(site: Site, clock: MovableClock, demo: DemoArticle): Promise<void> {
  clock.set(demo.published);
  const { articleId, ids } = await site.store.write(async (tx) => {
    const id = await insertDraft(site, tx, {
      input: inputOf(demo, firstBody(demo)),
      provenance: { origin: 'demo', dated: null, losses: [] },
    });
    const at = new Date(demo.published);
    await publishDraft(site, tx, { id, editor: { actor: owner, staffId: null }, at });
    const published = demo.comments.filter((comment) => comment.state !== 'held');
    const given = await takeAll(site, tx, { clock, articleId: id, comments: published, policy: 'open' });
    const held = demo.comments.filter((comment) => comment.state === 'held');
    await takeAll(site, tx, { clock, articleId: id, comments: held, policy: 'all-held' });
    await setPolicy(tx, id, demo.policy ?? null);
    const taken = published.map((comment, index) => ({ comment, id: given[index] ?? '' }));
    return { articleId: id, ids: taken };
  });
  await changeWords(site, clock, { ids, articleId, policy: demo.policy ?? null });
  await annotateArticle(site, articleId);
  await sayBeside(site, clock, { demo, id: articleId });
  await placeAgain(site, articleId, { isArticle: true, published: [], sources: new Map() });
  for (const { comment, id } of ids) await decide(site, clock, { comment, id });
}

type Changing = { ids: { comment: DemoComment; id: string }[]; articleId: string; policy: string | null };

/** Writers who change their words do so where nothing waits for a moderator. */
async function changeWords(site: Site, clock: MovableClock, { ids, articleId, policy }: Changing) {
  for (const { comment, id } of ids) {
    if (!comment.edited) continue;
    clock.set(comment.edited.at);
    await site.store.write((tx) => setPolicy(tx, articleId, 'open'));
    await mustBeDone(editComment(site, { id, text: comment.text }));
    await site.store.write((tx) => setPolicy(tx, articleId, policy));
  }
}

/** The series of the demo, made once, when its last part is there. */
async function makeSeries(site: Site, clock: MovableClock): Promise<void> {
  const { title, introduction, parts, made } = publication.series;
  if ((await readSeries(site.store.read, { slug: seriesSlug('', title) })) !== null) return;
  clock.set(made);
  const editor = { actor: owner, staffId: null };
  const input = { title, introduction, slug: '' };
  const { id } = await mustBeDone(newSeries(site, editor, input));
  const rows = await site.store.read
    .selectFrom('articles')
    .select(['id', 'slug'])
    .where('origin', '=', 'demo')
    .where('slug', 'in', parts)
    .execute();
  const ids = parts.flatMap((slug) => rows.filter((row) => row.slug === slug).map((row) => row.id));
  const seen = seriesMark({ ...input, slug: seriesSlug('', title), parts: [] });
  await mustBeDone(changeSeries(site, editor, { id, input, parts: ids, seen }));
}

const classOf: Record<string, SourceClass> = {
  'Documents read in full': 'document-full',
  'Documents read in part': 'document-part',
  'Public records': 'public-record',
  'On the record': 'on-record',
  Officials: 'official',
  'People in the room': 'in-room',
  'Public meetings': 'attended',
  'Court hearings attended': 'attended',
  'People affected': 'affected',
  'People close to a party': 'close-to',
};

/** What the article says will happen, and how its author knows: said a minute after it was published. */
async function sayBeside(
  site: Site,
  clock: MovableClock,
  { demo, id }: { demo: DemoArticle; id: string },
): Promise<void> {
  clock.set(new Date(Date.parse(demo.published) + 60_000).toISOString());
  const editor = { actor: owner, staffId: null };
  for (const { passage, due } of demo.claims ?? [])
    await mustBeDone(markClaim(site, editor, { id, input: { passage, claim: '', due } }));
  let body = firstBody(demo);
  for (const [index, { at, ...said }] of (demo.corrections ?? []).entries()) {
    clock.set(at);
    body = body.replace(said.was, said.now);
    await mustBeDone(editArticle(site, editor, { id, input: inputOf(demo, body) }));
    await mustBeDone(giveCorrection(site, editor, { id, input: { ...said, revision: index + 2 } }));
  }
  const sources = (demo.sources ?? []).map(({ class: name, count, note = '' }) => {
    const known = classOf[name];
    if (!known) throw new Error(`The demo has no class for ${name}.`);
    return { class: known, count, note };
  });
  if (sources.length > 0)
    await mustBeDone(
      attributeArticle(site, editor, { id, version: 0, attribution: { sources, replies: [] } }),
    );
}

async function mustBeDone<T>(outcome: Promise<Outcome<T>>): Promise<T> {
  const done = await outcome;
  if (!done.ok) throw new Error(`The demo: ${done.sentence}`);
  return done.value;
}

type Taken = { clock: MovableClock; articleId: string; comments: DemoComment[]; policy: string };

async function takeAll(site: Site, tx: Db, { clock, articleId, comments, policy }: Taken): Promise<string[]> {
  await setPolicy(tx, articleId, policy);
  const ids: string[] = [];
  for (const comment of comments) {
    clock.set(comment.at);
    ids.push(await take(site, tx, { articleId, comment }));
  }
  return ids;
}

async function setPolicy(tx: Db, id: string, policy: string | null): Promise<void> {
  await tx.updateTable('articles').set({ comment_policy: policy }).where('id', '=', id).execute();
}

async function take(
  site: Site,
  tx: Db,
  { articleId, comment }: { articleId: string; comment: DemoComment },
): Promise<string> {
  const parsed = parseComment(
    {
      name: comment.name,
      text: comment.edited?.was ?? comment.text,
      email: '',
      url: comment.url ?? '',
      in_reply_to: comment.inReplyTo === undefined ? '' : String(comment.inReplyTo),
    },
    { maxLength: 10_000 },
  );
  if ('faults' in parsed) throw new Error(`${comment.name}: ${parsed.faults[0]?.sentence}`);
  if (comment.isStaff) {
    const staff = { id: `demo-${slugOf(comment.name, '')}`, name: comment.name, role: 'author' as const };
    const said = {
      staff,
      articleId,
      input: parsed.input,
      html: markdownToHtml(parsed.input.text, 'comment'),
    };
    return (await mustBeDone(respondWithin(site, tx, said))).id;
  }
  const writer = `demo ${slugOf(comment.name, sha256(comment.name))}`;
  const taken = await takeComment(site, tx, {
    post: {
      articleId,
      input: parsed.input,
      writer: { secret: writer, address: `${writer} ${comment.at}`, honeypot: false },
    },
    html: markdownToHtml(parsed.input.text, 'comment'),
  });
  if (!taken.ok) throw new Error(`${comment.name}, ${comment.at}: ${taken.sentence}`);
  return taken.value.id;
}

const ruleOf: Record<NonNullable<DemoComment['reason']>['code'], string> = {
  'off-topic': 'rule-1',
  'private-life': 'rule-2',
  'unsourced-allegation': 'rule-3',
  hatred: 'rule-4',
  advertising: 'rule-5',
};

async function decide(
  site: Site,
  clock: MovableClock,
  { comment, id }: { comment: DemoComment; id: string },
): Promise<void> {
  if (comment.decidedAt) clock.set(comment.decidedAt);
  if (comment.state === 'withdrawn') await withdrawComment(site, id);
  if (comment.state !== 'removed' || !comment.reason) return;
  const { code, sentence } = comment.reason;
  const known = reasonsOf({ rules: publication.rules.join('\n') }).find(
    (reason) => reason.code === ruleOf[code],
  );
  if (!known) throw new Error(`The demo has no rule for ${code}.`);
  await removeComment(site, {
    id,
    moderator: { actor: { role: 'moderator' }, staffId: null },
    reason: { ...known, sentence },
  });
}
