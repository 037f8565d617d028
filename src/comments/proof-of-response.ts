import { entryProofs, recordKey } from '../record/log/log.ts';
import { entriesOf } from '../record/queries.ts';
import type { Site } from '../site.ts';
import { commentWords } from './comment.ts';

/** A line of the public record that is about one response: its number, the bytes that are hashed, and their proof. */
export type ProvenLine = { line: number; leaf: string; proof: string };

/**
 * What a writer needs to prove, to whoever has the record's key and without asking the publication, that a response was
 * taken in and what became of it: each line with its proof (C2SP tlog-proof), and the words with their salt, which open
 * the commitment in the line's `words`. `words` is null where they are gone.
 */
export type ProofOfResponse = {
  key: string;
  lines: ProvenLine[];
  words: { salt: string; text: string } | null;
};

/** The proof of one response; null where there is none. Entries that wait for their place are not in it yet. */
export async function proofOfResponse(site: Site, id: string): Promise<ProofOfResponse | null> {
  const row = await site.store.read
    .selectFrom('comments')
    .select(['article_id', 'name', 'url', 'source', 'in_reply_to', 'by_staff', 'salt'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const entries = await entriesOf(site.store.read, { article: row.article_id, subject: id });
  const proofs = await entryProofs(
    site,
    entries.map(({ seq }) => seq),
  );
  const lines = entries.flatMap(({ seq, leaf }, index): ProvenLine[] => {
    const proof = proofs[index];
    return proof ? [{ line: seq, leaf, proof }] : [];
  });
  const isKept = row.salt !== null && row.salt !== '' && row.source !== '';
  return {
    key: recordKey(site),
    lines,
    words: isKept ? { salt: row.salt ?? '', text: commentWords(row) } : null,
  };
}
