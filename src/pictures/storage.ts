import type { Site } from '../site.ts';
import { bucketStorage } from './bucket-storage.ts';
import { diskStorage } from './disk-storage.ts';

/** Where the files of pictures lie. A name is `HASH-960.webp`: what lies under it never changes. */
export type PictureStorage = {
  /** Keeps a copy of a file under a name, whole or not at all. It is durable when the promise is fulfilled. */
  put(name: string, path: string): Promise<void>;
  /** Its bytes, or null where there is none. */
  get(name: string): Promise<ReadableStream<Uint8Array> | null>;
  /** Takes it away, if it is there. */
  remove(name: string): Promise<void>;
  /** Where what lies about can be seen: what an upload left that was cut off before its rows were written. */
  sweeper?: Sweeper;
};

/** What lies about, by parts, so that none takes long. */
export type Sweeper = {
  parts(): Promise<string[]>;
  /** Takes away files of a part that came before a time and that nothing names. Answers how many. */
  sweep(part: string, spared: Spared): Promise<number>;
};

/** What stays: whatever came, or was kept once more, since a time; and the names that are in use. */
export type Spared = { since: Date; named(names: string[]): Promise<Set<string>> };

const opened = new WeakMap<Site, PictureStorage>();

/** The storage that the configuration names: a bucket, or the data folder. */
export function storageOf(site: Site): PictureStorage {
  const known = opened.get(site);
  if (known) return known;
  const { bucket, dataFolder } = site.config;
  const storage = bucket ? bucketStorage(bucket) : diskStorage(dataFolder, site.clock);
  opened.set(site, storage);
  return storage;
}
