// The rest of a very long thread on SQLite: the same rows that the verb `takeComment` leaves, search index and record
// included, by statements that are prepared once. A row that the verb left is the pattern for all others.
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { commentWords, wordsHash } from '../src/comments/comment.ts';
import { foldForSearch } from '../src/lib/fold-text.ts';
import { keyedHash, newId, newSecret } from '../src/lib/ids.ts';
import { markdownToHtml } from '../src/lib/markdown.ts';
import { canonical, commit, type EntryBody } from '../src/record/entry.ts';
import type { Site } from '../src/site.ts';
import type { BenchComment } from './text.ts';

type Row = Record<string, SQLInputValue>;
type Rest = {
  articleId: string;
  comments: BenchComment[];
  postedAt: (number: number) => Date;
  tell: (number: number) => void;
};

const perTransaction = 10_000;

/** Adds comments behind those that an article has; their writers must be among those of the first ones. */
export function addRows(site: Site, { articleId, comments, postedAt, tell }: Rest): void {
  if (site.store.engine !== 'sqlite') throw new Error('Rows are added to SQLite only.');
  const db = new DatabaseSync(join(site.config.dataFolder, 'hustings.db'), { timeout: 10_000 });
  const one = (sql: string, ...values: SQLInputValue[]) => db.prepare(sql).get(...values) as Row;
  const pattern = one('SELECT * FROM comments WHERE article_id = ? ORDER BY number DESC LIMIT 1', articleId);
  const { subject_id, ...entryPattern } = one(
    `SELECT * FROM record_entries WHERE action = 'comment.publish' LIMIT 1`,
  ); // without what the engine makes of the other columns
  const insertComment = inserter(db, 'comments', pattern);
  const insertEntry = inserter(db, 'record_entries', entryPattern);
  const insertDocument = db.prepare(
    `INSERT INTO search_documents (kind, id, article_id) VALUES ('comment', ?, ?) RETURNING rowid`,
  );
  const insertWords = db.prepare('INSERT INTO search_text (rowid, words) VALUES (?, ?)');
  const pseudonyms = new Map(
    db
      .prepare('SELECT name, pseudonym_id FROM comments WHERE article_id = ?')
      .all(articleId)
      .map((row) => [row.name, String(row.pseudonym_id)]),
  );

  const add = ({ name, text, inReplyTo }: BenchComment, number: number) => {
    const clock = { now: () => postedAt(number) };
    const at = clock.now().toISOString();
    const id = newId(clock, site.random);
    const salt = newSecret(site.random);
    const pseudonym = pseudonyms.get(name);
    if (pseudonym === undefined) throw new Error(`${name} has written nothing yet.`);
    insertComment({
      id,
      number,
      pseudonym_id: pseudonym,
      name,
      source: text,
      html: htmlOf(text, number),
      in_reply_to: inReplyTo,
      posted_at: at,
      published_at: at,
      dated: at,
      address_hash: keyedHash(site.secrets.addressKey, name),
      words_hash: wordsHash(articleId, { name, text }),
      salt,
    });
    const document = insertDocument.get(id, articleId) as Row;
    insertWords.run(document.rowid ?? null, foldForSearch(`${name} ${text}`));
    const body: EntryBody = {
      v: 1,
      id: newId(clock, site.random),
      at,
      action: 'comment.publish',
      by: { role: 'writer', pseudonym },
      subject: { type: 'comment', id, article: articleId, number },
      reason: null,
      visibility: 'public',
      words: commit(
        salt,
        commentWords({ name, url: pattern.url as string | null, source: text, in_reply_to: inReplyTo }),
      ),
    };
    insertEntry({ id: body.id, at, leaf: canonical(body), seq: null, hash: null });
  };

  const first = Number(pattern.number) + 1;
  for (let from = 0; from < comments.length; from += perTransaction) {
    const batch = comments.slice(from, from + perTransaction);
    const last = first + from + batch.length - 1;
    db.exec('BEGIN IMMEDIATE');
    for (const [index, comment] of batch.entries()) add(comment, first + from + index);
    db.prepare('UPDATE articles SET last_number = ? WHERE id = ?').run(last, articleId);
    db.exec('COMMIT');
    tell(last);
  }
  db.close();
}

/** Answers what inserts a row like the pattern, with some columns of its own. */
function inserter(db: DatabaseSync, table: string, pattern: Row): (own: Row) => void {
  const columns = Object.keys(pattern);
  const statement = db.prepare(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  return (own) => {
    const row = { ...pattern, ...own };
    statement.run(...columns.map((column) => row[column] ?? null));
  };
}

/** The texts are plain words, which Markdown only wraps: asked of the real thing now and then. */
function htmlOf(text: string, number: number): string {
  const html = `<p>${text}</p>`;
  if (number % 1_000 === 0 && markdownToHtml(text, 'comment').trim() !== html)
    throw new Error('Markdown makes something else of the texts: see htmlOf in bench/add-rows.ts.');
  return html;
}
