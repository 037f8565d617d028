import { commit, type EntryBody } from '../record/entry.ts';
import { entryProofs, recordKey } from '../record/log/log.ts';
import { entriesOf, type StoredEntry } from '../record/queries.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import { type CommentWords, commentWords } from './comment.ts';
import { earlierWordings } from './edits/earlier-wordings.ts';

/** What opens a commitment: the salt, and the text that was committed to. */
export type Opening = { salt: string; text: string };

/**
 * A line of the record that is about one response: its number, the bytes that are hashed, and their proof. Of a private
 * line, which is a commitment itself, `sealed` opens it: its body. `words` open the body's own commitment, where its
 * writer changed them later and they are kept.
 */
export type ProvenLine = { line: number; leaf: string; proof: string; sealed?: Opening; words?: Opening };

/**
 * What a writer needs to prove, to whoever has the record's key and without asking the publication, that a response was
 * taken in and what became of it: each line with its proof (C2SP tlog-proof), and the words with their salt, which open
 * the commitment in the line's `words`. `words` is null where they are gone.
 */
export type ProofOfResponse = { key: string; lines: ProvenLine[]; words: Opening | null };

/** Private lines that a response's own writer may have; notes and reports are others'. */
const writersOwn = ['comment.hold', 'comment.withdraw', 'comment.erase', 'comment.unname'] as const;

/** The proof of one response; null where there is none. Entries that wait for their place are not in it yet. */
export async function proofOfResponse(site: Site, id: string): Promise<ProofOfResponse | null> {
  const db = site.store.read;
  const row = await db
    .selectFrom('comments')
    .select(['name', 'url', 'source', 'in_reply_to', 'by_staff', 'salt'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const entries = await entriesOf(db, id, { privately: writersOwn });
  const proofs = await entryProofs(
    site,
    entries.map(({ seq }) => seq),
  );
  const words = row.salt === '' || row.source === '' ? null : opening(row);
  const earlier = await earlierOpenings(db, id, row.by_staff);
  const lines = entries.flatMap((entry, index): ProvenLine[] => {
    const proof = proofs[index];
    return proof ? [{ line: entry.seq, leaf: entry.leaf, proof, ...openingsOf(entry, earlier) }] : [];
  });
  return { key: recordKey(site), lines, words };
}

const opening = (wording: CommentWords & { salt: string }): Opening => ({
  salt: wording.salt,
  text: commentWords(wording),
});

/** By what they were committed to: the wordings that the response had before. */
async function earlierOpenings(db: Db, id: string, by_staff: string | null): Promise<Map<string, Opening>> {
  const wordings = (await earlierWordings(db, [id])).get(id) ?? [];
  return new Map(
    wordings.map((wording) => {
      const open = opening({ ...wording, by_staff });
      return [commit(open.salt, open.text), open];
    }),
  );
}

function openingsOf(entry: StoredEntry, earlier: Map<string, Opening>): Pick<ProvenLine, 'sealed' | 'words'> {
  const { leaf, private_body: text, private_salt: salt } = entry;
  const { words } = JSON.parse(text ?? leaf) as EntryBody;
  const before = words === null ? undefined : earlier.get(words);
  return {
    ...(text === null || salt === null ? {} : { sealed: { salt, text } }),
    ...(before ? { words: before } : {}),
  };
}
