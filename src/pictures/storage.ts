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
};

const opened = new WeakMap<Site, PictureStorage>();

/** The storage that the configuration names: a bucket, or the data folder. */
export function storageOf(site: Site): PictureStorage {
  const known = opened.get(site);
  if (known) return known;
  const { bucket, dataFolder } = site.config;
  const storage = bucket ? bucketStorage(bucket) : diskStorage(dataFolder);
  opened.set(site, storage);
  return storage;
}
