import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import { readScopes, type TokenView } from './token.ts';

/** Tokens, the newest first: somebody's own, or with null everybody's. */
export async function listTokens(
  db: Db,
  { staffId, limit, offset }: { staffId: string | null; limit: number; offset: number },
): Promise<TokenView[]> {
  let query = db
    .selectFrom('api_tokens')
    .innerJoin('staff', 'staff.id', 'api_tokens.staff_id')
    .select(['api_tokens.id', 'api_tokens.name', 'scopes', 'staff_id', 'staff.name as holder'])
    .select(['created_at', 'expires_at', 'last_used_on', 'revoked_at'])
    .orderBy('api_tokens.id', 'desc');
  if (staffId !== null) query = query.where('staff_id', '=', staffId);
  const rows = await query.limit(limit).offset(offset).execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    scopes: readScopes(row.scopes),
    holder: { id: row.staff_id, name: row.holder },
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedOn: row.last_used_on,
    revokedAt: row.revoked_at,
  }));
}

/** The token with this hash of a secret, however it stands, and who holds it. */
export async function tokenByHash(db: Db, hash: string) {
  return db
    .selectFrom('api_tokens')
    .innerJoin('staff', 'staff.id', 'api_tokens.staff_id')
    .select(['api_tokens.id', 'secret_hash', 'scopes', 'expires_at', 'revoked_at', 'last_used_on'])
    .select(['staff.id as staff_id', 'staff.name', 'staff.email', 'staff.role', 'staff.disabledAt'])
    .where('secret_hash', '=', hash)
    .executeTakeFirst();
}

/** Notes the day on which a token was last used: once a day, not at each use. */
export async function noteUse(site: Site, { id, day }: { id: string; day: string }): Promise<void> {
  await site.store.write((tx) =>
    tx.updateTable('api_tokens').set({ last_used_on: day }).where('id', '=', id).execute(),
  );
}
