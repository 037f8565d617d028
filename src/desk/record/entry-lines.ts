import { articlesById } from '../../articles/queries.ts';
import { placeOfSubject } from '../../comments/place-of-subject.ts';
import { reasonLabel } from '../../moderation/reason.ts';
import { textVersions } from '../../publication/queries.ts';
import type { Settings } from '../../publication/settings.ts';
import type { TextVersion } from '../../publication/text-versions.ts';
import type { EntryBody } from '../../record/entry.ts';
import type { StoredEntry } from '../../record/queries.ts';
import { actionWords, roleWords } from '../../record/wording.ts';
import type { Db } from '../../store/schema.ts';

/** An entry of the record in plain words, for staff. */
export type EntryLine = {
  seq: number;
  at: string;
  private: boolean;
  /** Null where only the commitment to a private entry is left. */
  facts: { heading: string; role: string; reason: { code: string; label: string } | null } | null;
  on: { title: string; path: string } | null;
  hash: string;
};

/** The entries in plain words, in the order given. */
export async function entryLines(db: Db, entries: StoredEntry[], settings: Settings): Promise<EntryLine[]> {
  const rules = { now: settings, kept: await textVersions(db, ['rules']) };
  const bodies = entries.map((entry) => ({ entry, body: bodyOf(entry) }));
  const ids = bodies.map(({ body }) => articleIdOf(body)).filter((id) => id !== null);
  const articles = new Map((await articlesById(db, [...new Set(ids)])).map((row) => [row.id, row]));
  return bodies.map(({ entry, body }) => {
    const article = articles.get(articleIdOf(body) ?? '');
    return {
      seq: entry.seq,
      at: entry.at,
      private: entry.visibility === 'private',
      facts: body && factsOf(body, rules),
      on: article && body ? { title: article.title, path: placeOfSubject(article.path, body.subject) } : null,
      hash: entry.hash,
    };
  });
}

function bodyOf(entry: StoredEntry): EntryBody | null {
  const text = entry.visibility === 'public' ? entry.leaf : entry.private_body;
  return text === null ? null : (JSON.parse(text) as EntryBody);
}

type Rules = { now: Settings; kept: TextVersion[] };

function factsOf(body: EntryBody, rules: Rules): EntryLine['facts'] {
  const { reason, at } = body;
  return {
    heading: actionWords[body.action](body.subject),
    role: roleWords[body.by.role],
    reason: reason === null ? null : { code: reason, label: reasonLabel(rules, { code: reason, at }) },
  };
}

function articleIdOf(body: EntryBody | null): string | null {
  if (body === null) return null;
  return body.subject.article ?? (body.subject.type === 'article' ? body.subject.id : null);
}
