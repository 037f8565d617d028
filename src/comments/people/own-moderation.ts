import type { Db } from '../../store/schema.ts';

/** A review that the writer of a response asked for, with what came of it. */
export type AskedReview = {
  response: string;
  about: string;
  asked: string;
  words: string;
  decided: string | null;
  outcome: string | null;
  sentence: string | null;
  by: string | null;
};

/** The reviews that were asked for by the writers of some responses, the oldest first. */
export async function reviewsAskedBy(db: Db, responseIds: string[]): Promise<AskedReview[]> {
  if (responseIds.length === 0) return [];
  return db
    .selectFrom('reviews')
    .select(['comment_id as response', 'subject as about', 'asked_at as asked', 'words'])
    .select(['decided_at as decided', 'outcome', 'sentence', 'by_role as by'])
    .where('comment_id', 'in', responseIds)
    .where('asked_by', '=', 'writer')
    .orderBy('id')
    .execute();
}

/** A suspension; of a network address nothing is told but that it was one. */
export type OwnSuspension = {
  id: string;
  response: string;
  of: 'pseudonym' | 'address';
  since: string;
  until: string | null;
  ended: string | null;
  reason: string;
  sentence: string | null;
  by: string;
};

/** The suspensions that came from some responses, or that hold the names over them. */
export async function suspensionsOf(db: Db, responseIds: string[]): Promise<OwnSuspension[]> {
  if (responseIds.length === 0) return [];
  return suspensions(db)
    .where((eb) =>
      eb.or([
        eb('comment_id', 'in', responseIds),
        eb('pseudonym_id', 'in', (names) =>
          names
            .selectFrom('comments')
            .select('comments.pseudonym_id')
            .where('comments.id', 'in', responseIds)
            .where('comments.pseudonym_id', 'is not', null),
        ),
      ]),
    )
    .execute();
}

/** The suspensions of every name of a writer, of which no response may be left. */
export async function suspensionsOfWriter(db: Db, writerId: string): Promise<OwnSuspension[]> {
  return suspensions(db)
    .where('pseudonym_id', 'in', (names) =>
      names.selectFrom('pseudonyms').select('pseudonyms.id').where('writer_id', '=', writerId),
    )
    .execute();
}

function suspensions(db: Db) {
  return db
    .selectFrom('suspensions')
    .select(['suspensions.id', 'comment_id as response', 'kind as of', 'at as since', 'until'])
    .select(['ended_at as ended', 'reason_label as reason', 'reason_text as sentence', 'by_role as by'])
    .orderBy('suspensions.id');
}
