import { type RawBuilder, type SqlBool, sql } from 'kysely';

/**
 * That a column of addresses has this one, whatever the case in which it was written. Both databases fold ASCII letters
 * alone; of others the case is tried that is given, small letters, capitals, and a capital at the beginning.
 */
export function sameEmail(
  column: 'email' | 'comments.email' | 'reports.email',
  address: string,
): RawBuilder<SqlBool> {
  return sql<SqlBool>`lower(${sql.ref(column)}) in (${sql.join(spellings(address))})`;
}

function spellings(address: string): string[] {
  const small = address.toLowerCase();
  const [first = '', ...rest] = [...small];
  const all = [address, small, address.toUpperCase(), first.toUpperCase() + rest.join('')];
  return [...new Set(all.map((each) => each.replace(/[A-Z]/g, (letter) => letter.toLowerCase())))];
}
