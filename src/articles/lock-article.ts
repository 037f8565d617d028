import { type Refusal, refuse } from '../lib/refusal.ts';
import type { Db } from '../store/schema.ts';

/** Reads an article and locks its row: two who save it do so one after the other. */
export async function lockArticle(tx: Db, id: string) {
  return tx
    .updateTable('articles')
    .set((eb) => ({ last_number: eb.ref('last_number') }))
    .where('id', '=', id)
    .returning([
      'id',
      'state',
      'updated_at',
      'title',
      'standfirst',
      'source',
      'source_format',
      'html',
      'salt',
      'slug',
      'origin',
    ])
    .executeTakeFirst();
}

/** The refusal where there is no article to lock: `no-article`. */
export function noArticle(): Refusal {
  return refuse('no-article', 'There is no such article: it may never have been saved.');
}
