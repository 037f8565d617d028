import { openMark } from '../articles/unread.ts';
import { type CleanHtml, cleanerVersion, linksOf } from '../lib/clean-html.ts';
import { newId, newSecret } from '../lib/ids.ts';
import { markdownToHtml } from '../lib/markdown.ts';
import { done, type Outcome, type Refusal, refuse } from '../lib/refusal.ts';
import { whyNotClaimed } from '../pseudonyms/claim-name.ts';
import { reserveName } from '../pseudonyms/hold-name.ts';
import { findWriter } from '../pseudonyms/queries.ts';
import { type Signed, signAs } from '../pseudonyms/sign-as.ts';
import { readSettings, settingsIn } from '../publication/queries.ts';
import type { Settings } from '../publication/settings.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import { nameNeeded, wordsHash } from './comment.ts';
import { countPaces } from './count-paces.ts';
import { enterHeld } from './enter-held.ts';
import { codesOf, whyHeld } from './filters/filters.ts';
import { keepFindings } from './filters/findings.ts';
import { learnedFor } from './filters/learned/queries.ts';
import { meetFlood } from './flood/meet-flood.ts';
import { type Proof, readProof } from './flood/proof.ts';
import { keepUnmarked } from './forget-marks.ts';
import { publishComment } from './numbering.ts';
import { countSent, paceRefusal } from './pace.ts';
import type { HoldReason } from './policy.ts';
import { queuePlace } from './queue-place.ts';
import { addressHash, type Post, type Posted, rememberKey, resentRequest, sameWords } from './sent-before.ts';
import { countSlow, slowRefusal } from './slow-mode.ts';
import { suspensionRefusal } from './suspended.ts';
import { closedRefusal, lockArticle, policyOf, replyRefusal } from './takes-responses.ts';

/**
 * Takes a reader's comment: published with a number, or held, by the article's policy. The same words by the same
 * name from the same address within ten minutes are one comment, as is a request resent with its key. `also` is done in
 * the same transaction.
 * Refusals: `no-article`, `closed`, `bad-reply`, `too-fast`, `key-reused`, `name-held`, `name-barred`, `suspended`.
 */
export async function postComment(
  site: Site,
  post: Post,
  also: (tx: Db, posted: Posted) => Promise<void> = async () => undefined,
): Promise<Outcome<Posted>> {
  const html = markdownToHtml(post.input.text, 'comment'); // before the transaction: nobody waits for it
  const proof = await proofOf(site, post);
  return site.store.write(async (tx) => {
    const posted = await takeComment(site, tx, { post, html, proof });
    if (posted.ok) await also(tx, posted.value);
    return posted;
  });
}

/** The same inside a transaction of the caller's. */
export async function takeComment(
  site: Site,
  tx: Db,
  { post, html, proof = noProof }: { post: Post; html: CleanHtml; proof?: Proof },
): Promise<Outcome<Posted>> {
  const settings = await settingsIn(tx);
  const article = await lockArticle(tx, post.articleId);
  if (!article) return refuse('no-article', 'There is no such article.');
  const before = await resentRequest(site, tx, post);
  if (before) return before;
  const same = await sameWords(site, tx, post);
  if (same) return done(same);
  const { address } = post.writer;
  const sender = { address, settings };
  const refusal =
    closedRefusal(site, article, settings) ??
    (await suspensionRefusal(site, tx, { ...post.writer, settings })) ??
    (await replyRefusal(tx, post)) ??
    (await paceRefusal(site, tx, sender)) ??
    (await slowRefusal(site, tx, { post, article, settings }));
  if (refusal) return refusal;

  const signed = await signatureOf(site, tx, { post, settings });
  if (!signed.ok) return signed;
  const { pseudonymId, trusted, secret } = signed.value;
  const findings = whyHeld(
    {
      ...{ policy: policyOf(article, settings), trusted, honeypot: post.writer.honeypot },
      ...{ name: post.input.name, url: post.input.url, html, links: linksOf(html).length },
      learned: await learnedFor(site, tx, settings),
      paces: await countPaces(site, tx, { pseudonymId, address, articleId: post.articleId, settings }),
      flood: await meetFlood(site, tx, { most: Number(settings['comments.flood']), proof }),
    },
    settings,
  );
  const heldFor = codesOf(findings);
  const { id, ...kept } = await insertComment(site, tx, { post, html, heldFor, pseudonymId });
  await keepFindings(tx, id, findings);
  await countSent(site, tx, sender);
  await countSlow(site, tx, {
    post: { ...post, writer: { ...post.writer, secret: secret ?? post.writer.secret } },
    article,
    settings,
  });
  await keepUnmarked(tx, id, post.unmarked ?? []);
  await rememberKey(site, tx, { post, id });
  if (heldFor.length > 0) {
    if (pseudonymId !== null) await reserveName(site, tx, pseudonymId);
    await enterHeld(site, tx, {
      id,
      ...kept,
      articleId: post.articleId,
      input: post.input,
      heldFor,
      pseudonymId,
    });
    return done({ id, number: null, state: 'held', heldFor, again: false, own: true, secret });
  }
  const { number } = await publishComment(site, tx, {
    id,
    by: { role: 'writer', ...(pseudonymId === null ? {} : { pseudonym: pseudonymId }) },
  });
  return done({ id, number, state: 'published', heldFor, again: false, own: true, secret });
}

const noProof: Proof = { state: 'none' };

/** Where no number of responses is a flood, nothing is looked at. */
async function proofOf(site: Site, { articleId, proof = '' }: Post): Promise<Proof> {
  if ((await readSettings(site))['comments.flood'] === '0') return noProof;
  return readProof(site, { text: proof, articleId });
}

/** Who signs; nobody for a response without a name, which nobody is known or trusted by. */
async function signatureOf(
  site: Site,
  tx: Db,
  { post: { writer, input, articleId }, settings }: { post: Post; settings: Settings },
): Promise<Outcome<Omit<Signed, 'pseudonymId'> & { pseudonymId: string | null }>> {
  if (input.name !== '') return signAs(site, tx, { secret: writer.secret, name: input.name, articleId });
  return settings['comments.anonymous'] === 'yes'
    ? done({ pseudonymId: null, trusted: false, secret: null })
    : nameMissing;
}

const nameMissing = refuse('name-missing', nameNeeded, 'name');

/** Whose browser would sign, by its secret where it has one, with which name under which article. */
export type Signing = { secret: string | null; name: string; articleId: string };

/** Why a response could not be sent under a name now, as `postComment` would say it; null where it could. */
export async function nameRefusal(site: Site, { secret, ...signing }: Signing): Promise<Refusal | null> {
  const db = site.store.read;
  if (signing.name === '') return (await settingsIn(db))['comments.anonymous'] === 'yes' ? null : nameMissing;
  const writer = secret === null ? null : await findWriter(db, secret);
  return whyNotClaimed(site, db, { ...signing, writerId: writer?.id ?? '' });
}

async function insertComment(
  site: Site,
  tx: Db,
  {
    post,
    html,
    heldFor,
    pseudonymId,
  }: { post: Post; html: string; heldFor: HoldReason[]; pseudonymId: string | null },
): Promise<{ id: string; salt: string; at: string }> {
  const { input, writer, articleId } = post;
  const id = newId(site.clock, site.random);
  const at = site.clock.now().toISOString();
  const salt = newSecret(site.random);
  await tx
    .insertInto('comments')
    .values({
      id,
      article_id: articleId,
      number: null,
      state: 'held',
      pseudonym_id: pseudonymId,
      name: input.name,
      url: input.url,
      email: input.email,
      source: input.text,
      html,
      html_version: cleanerVersion,
      in_reply_to: input.inReplyTo,
      posted_at: at,
      dated: null,
      address_hash: addressHash(site, writer.address),
      words_hash: wordsHash(articleId, input),
      salt,
      origin: 'reader',
      kind: 'comment',
      held_for: heldFor.length > 0 ? JSON.stringify(heldFor) : null,
      queue_at: queuePlace(at, heldFor, { atRisk: Boolean(await openMark(tx, articleId)) }),
    })
    .execute();
  return { id, salt, at };
}
