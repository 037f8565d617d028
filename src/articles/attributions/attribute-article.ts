import { newSecret } from '../../lib/ids.ts';
import { done, type Outcome, refuse } from '../../lib/refusal.ts';
import { appendEntry } from '../../record/append.ts';
import type { Site } from '../../site.ts';
import type { Db, Schema } from '../../store/schema.ts';
import { foundOf } from '../claims/claim.ts';
import { textIn } from '../claims/queries.ts';
import type { Editor } from '../keep-revision.ts';
import { lockArticle } from '../lock-article.ts';
import { whyUnsaid } from '../unread.ts';
import { type Attribution, attributionWords } from './attribution.ts';
import { attributionOf } from './queries.ts';

/**
 * Says how an article's author knows. Of a published one it is public at once and a further version; of a draft it is
 * overwritten. `version` is the one that was seen, 0 for none. Refusals: `no-article`, `withdrawn`, `stale`, `same`,
 * `not-named` (a reply was sought from somebody whom the article does not name), `needs-reader`.
 */
export async function attributeArticle(
  site: Site,
  editor: Editor,
  { id, version, attribution }: { id: string; version: number; attribution: Attribution },
): Promise<Outcome<{ version: number }>> {
  return site.store.write(async (tx) => {
    const article = await lockArticle(tx, id);
    if (!article) return refuse('no-article', 'There is no such article: save it first.');
    if (article.state === 'withdrawn')
      return refuse('withdrawn', 'The article is withdrawn: it shows nothing.');
    const before = await attributionOf(tx, id);
    if ((before?.version ?? 0) !== version)
      return refuse('stale', 'Somebody changed this since you opened it: open it again and compare.');
    const content = attributionWords(attribution);
    if (before && attributionWords(before.attribution) === content)
      return refuse('same', 'Nothing in it was changed: there is nothing to save.');
    const unnamed = await unnamedIn(tx, { id, attribution });
    if (unnamed) return unnamed;
    const isPublic = article.state === 'published';
    const unsaid = isPublic ? await whyUnsaid(site, tx, { id, editor }) : null;
    if (unsaid) return unsaid;
    if (!isPublic) await tx.deleteFrom('article_attributions').where('article_id', '=', id).execute();
    const at = site.clock.now().toISOString();
    const next = isPublic ? version + 1 : 1;
    const row = { article_id: id, version: next, content, at, by_staff: editor.staffId };
    const kept = { ...row, salt: newSecret(site.random) };
    await tx.insertInto('article_attributions').values(kept).execute();
    if (isPublic) await enterAttribution(site, tx, { editor, row: kept });
    return done({ version: next });
  });
}

/** A reply is sought from those whom the article names: anybody else might be a source. */
async function unnamedIn(tx: Db, { id, attribution }: { id: string; attribution: Attribution }) {
  const text = await textIn(tx, id);
  const unnamed = attribution.replies.find(({ named }) => foundOf(named, text) !== named);
  if (!unnamed) return null;
  return refuse(
    'not-named',
    `“${unnamed.named}” is not named in the saved text: only those whom readers find there may stand here.`,
  );
}

/** Enters in the record that how an author knows is public as it now reads. */
export async function enterAttribution(
  site: Site,
  tx: Db,
  { editor, row }: { editor: Editor; row: Schema['article_attributions'] },
): Promise<void> {
  await appendEntry(site, tx, {
    action: 'article.attribute',
    by: editor.actor,
    subject: { type: 'article', id: row.article_id },
    visibility: 'public',
    words: { salt: row.salt, text: row.content },
  });
}
