// Asks the tables themselves what was stored.
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';

/**
 * How many published comments begin with each mark; and whether the article's numbers are exactly 1 to `expected`,
 * with its counter at the last one.
 */
export async function countRows({ folder, databaseUrl }, { articleId, marks, expected }) {
  const database = databaseUrl === undefined ? openSqlite(folder) : await openPostgres(databaseUrl);
  const stored = [];
  for (const mark of marks) {
    const { count } = await database.one(
      `SELECT count(*) AS count FROM comments WHERE article_id = $1 AND state = 'published' AND source LIKE $2`,
      [articleId, `${mark} %`],
    );
    stored.push(Number(count));
  }
  const numbers = await database.one(
    `SELECT count(number) AS numbered, count(DISTINCT number) AS different, min(number) AS first, max(number) AS last
     FROM comments WHERE article_id = $1`,
    [articleId],
  );
  const counter = await database.one('SELECT last_number FROM articles WHERE id = $1', [articleId]);
  await database.close();
  const { numbered, different, first, last } = numbers;
  const isGapFree =
    Number(first) === 1 &&
    [numbered, different, last, counter.last_number].every((value) => Number(value) === expected);
  return { stored, isGapFree };
}

function openSqlite(folder) {
  const db = new DatabaseSync(join(folder, 'hustings.db'), { readOnly: true });
  return {
    one: async (sql, values) => db.prepare(sql.replaceAll(/\$\d/g, '?')).get(...values),
    close: async () => db.close(),
  };
}

async function openPostgres(connectionString) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return {
    one: async (sql, values) => (await client.query(sql, values)).rows[0],
    close: () => client.end(),
  };
}
