import type { Time } from './schema.ts';

/** How a writer is known: by what is in a browser, by words kept on paper, by an address, by a device. */
export type WriterKeyKind = 'browser' | 'phrase' | 'email' | 'passkey';

/** Who writes responses without an account, and which names are theirs, as Kysely types the tables. */
export type WriterTables = {
  writers: { id: string; created_at: Time };
  writer_keys: {
    id: string;
    writer_id: string;
    kind: WriterKeyKind;
    /** SHA-256 of a secret; a passkey's id. */
    hash: string;
    /** An e-mail address; a passkey's public part, JSON. Null once the key has ended. */
    content: string | null;
    made_at: Time;
    used_at: Time | null;
    ended_at: Time | null;
    ended_why: string | null;
  };
  writer_tokens: {
    token_hash: string;
    purpose: string;
    writer_id: string | null;
    content: string | null;
    expires_at: Time;
    used_at: Time | null;
  };
  pseudonyms: {
    id: string;
    writer_id: string | null;
    name: string;
    /** First publication: from then the name is this holder's. */
    bound_at: Time | null;
    /** A held comment keeps the name until then. */
    reserved_until: Time | null;
    /** When staff first released a comment of this holder: `first-held` holds no more. */
    trusted_at: Time | null;
    /** The holder lets it go. While responses stand under it, nobody else can have it. */
    given_up_at: Time | null;
    looks_version: number;
    created_at: Time;
  };
  name_looks: { scope: string; look: string; pseudonym_id: string | null };
  own_looks: { look: string; name: string; looks_version: number };
};
