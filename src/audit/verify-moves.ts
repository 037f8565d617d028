import { moveWords } from '../articles/move-article.ts';
import { type Action, commit } from '../record/entry.ts';
import { type Audit, report } from './audit.ts';
import { nameOf, publicEntries } from './public-entries.ts';

const actions = ['article.move'] as const satisfies Action[];

type Place = { id: string; path: string | null; where: string };

/**
 * Walks an article's changes of address and their entries side by side: each entry commits to the next change, each
 * change begins where the one before ended, and the article stands where the last one led.
 */
export async function verifyMoves(audit: Audit, { id, path, where }: Place): Promise<void> {
  const moves = await audit.db
    .selectFrom('article_moves')
    .select(['from_path', 'to_path', 'salt'])
    .where('article_id', '=', id)
    .orderBy('number')
    .execute();
  let at = 0;
  for await (const page of publicEntries(audit.db, { articleId: id, actions }))
    for (const entry of page) {
      const move = moves[at];
      at += 1;
      if (!move || entry.body.words !== commit(move.salt, moveWords(move)))
        report(
          audit,
          `The change of address of ${where} that ${nameOf(entry)} commits to is not kept.`,
          entry.seq,
        );
    }
  if (moves.length > at)
    report(audit, `${where} has changes of address that no entry of the record speaks of.`);
  const broken = moves.some((move, index) => index > 0 && move.from_path !== moves[index - 1]?.to_path);
  const last = moves.at(-1);
  if (broken || (last && last.to_path !== path))
    report(audit, `${where} does not stand where its changes of address led.`);
}
