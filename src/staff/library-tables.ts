import type { Db, Flag, Time } from '../store/schema.ts';
import type { Credential } from './credential.ts';

/** A time as the engine hands it out: the sign-in library has its own types for the columns of its tables. */
type Instant = Time | Date;

/** The tables that the sign-in library fills, as far as they are read here. */
type LibraryTables = {
  staff_sessions: {
    id: string;
    token: string;
    userId: string;
    expiresAt: Instant;
    createdAt: Instant;
    updatedAt: Instant;
    credential: Credential | null;
  };
  staff_accounts: {
    id: string;
    accountId: string;
    userId: string;
    providerId: string;
    password: string | null;
    createdAt: Instant;
    updatedAt: Instant;
  };
  staff_verifications: { id: string; expiresAt: Instant };
  staff_passkeys: {
    id: string;
    name: string | null;
    userId: string;
    credentialID: string;
    createdAt: Instant;
    backedUp: Flag | boolean;
  };
};

/** The database with the sign-in library's tables. */
export const withLibrary = (db: Db) => db.withTables<LibraryTables>();

/** A time of the library's tables, as every other time is kept. */
export const timeOf = (instant: Instant): Time => new Date(instant).toISOString();
