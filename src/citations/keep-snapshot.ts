import { enqueue } from '../jobs/enqueue.ts';
import { newId, sha256Hex } from '../lib/ids.ts';
import { sha256Bytes } from '../lib/sha256-bytes.ts';
import type { Fetched } from '../outbound/outbound.ts';
import { readSettings } from '../publication/queries.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import { keepCopy } from './copies.ts';
import { fileTitle } from './file-title.ts';
import type { PageRead } from './page-task.ts';
import { bytesKept, type ForLook } from './queries.ts';
import { warcOf } from './warc.ts';
import { whatChanged } from './what-changed.ts';

/** A snapshot whose copy lies on the disk, and whose row is still to be written. */
export type Prepared = {
  fetched: Fetched;
  read: PageRead | null;
  hash: string;
  /** When it was made: the copy says so too. */
  at: Date;
  file: string | null;
  bytes: number;
};

/** Snapshots of one page: the first and the newest stay. */
const mostSnapshots = 6;

type There = { fetched: Fetched; read: PageRead | null; found: Map<string, string | null> };

/**
 * Why a snapshot is kept: it is the first of its page; a quotation is first found in it; it shows what a page that
 * changed has become.
 */
function isWorthKeeping({ citation, kept, uses }: ForLook, { read, found }: Omit<There, 'fetched'>): boolean {
  if (kept.length === 0) return true;
  if (read === null) return false;
  const isQuoted = uses.some(
    ({ excerpt, passages }) =>
      excerpt === null && passages.some((each) => typeof found.get(each) === 'string'),
  );
  return isQuoted || (citation.state !== 'changed' && whatChanged({ uses, kept }, { read, found }) !== null);
}

/** Makes the private copy of what came, if it is not what was kept last, and there is room. Null where nothing is new. */
export async function prepareSnapshot(
  site: Site,
  known: ForLook,
  { fetched, read, found }: There,
): Promise<Prepared | null> {
  const hash = (await sha256Bytes(fetched.body)).toString('hex');
  if (known.uses.length === 0 || known.kept.some((each) => each.hash === hash)) return null;
  if (!isWorthKeeping(known, { read, found })) return null;
  const settings = await readSettings(site);
  const at = site.clock.now();
  const prepared = { fetched, read, hash, at, file: null, bytes: 0 };
  const room = Number(settings['links.space']) * 1_000_000 - (await bytesKept(site.store.read));
  const metadata = {
    ...{ title: read?.title ?? '', 'payload-sha256': hash },
    ...Object.fromEntries(fetched.exchange.via.map((url, index) => [`via-${index + 1}`, url])),
  };
  const copy = await warcOf(
    { url: fetched.url, at, ...fetched.exchange, body: fetched.body, cut: fetched.cut, metadata },
    () => newId(site.clock, site.random),
  );
  if (copy.length > room) return prepared;
  const file = `${sha256Hex(site.random.bytes(16)).slice(0, 32)}.warc.gz`;
  await keepCopy(site, file, copy);
  return { ...prepared, file, bytes: copy.length };
}

/** The kind of the job that is asked for when a snapshot was kept. */
export const snapshotKept = 'citation.kept';

type Inserting = { known: ForLook; prepared: Prepared };

/** Writes the row of a snapshot, unless another process has written it. Answers whether it did. */
export async function insertSnapshot(site: Site, tx: Db, { known, prepared }: Inserting): Promise<boolean> {
  const { citation, kept } = known;
  const { fetched, read, hash, at, file, bytes } = prepared;
  if (kept.some((each) => each.hash === hash)) return false;
  if (kept.length >= mostSnapshots) await dropBetween(tx, known);
  await tx
    .insertInto('snapshots')
    .values({
      ...{ id: newId(site.clock, site.random), citation_id: citation.id },
      ...{ number: (kept.at(-1)?.number ?? 0) + 1, at: at.toISOString() },
      ...{ url: fetched.url, status: fetched.status, hash, file, file_bytes: bytes },
      media_type:
        (fetched.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase().slice(0, 100) ?? '',
      title: read?.title ?? fileTitle(fetched),
      site: read?.site ?? new URL(fetched.url).hostname.replace(/^www\./, ''),
      ...{ author: read?.author ?? null, dated: read?.dated ?? null, language: read?.language ?? null },
      ...{ excerpt: read?.excerpt ?? null, words: read?.paragraphs.join('\n') ?? '' },
      ...{ bytes: fetched.body.length, cut: fetched.cut ? 1 : 0 },
    })
    .execute();
  const dueAt = site.clock.now().toISOString();
  await enqueue(site, tx, { kind: snapshotKept, payload: { citation: citation.id }, dueAt });
  return true;
}

/** Makes room: what stands between the first and the newest goes; the sweep takes its copy away. */
async function dropBetween(tx: Db, { citation, kept }: ForLook): Promise<void> {
  const second = kept[1];
  if (second)
    await tx
      .deleteFrom('snapshots')
      .where('citation_id', '=', citation.id)
      .where('number', '=', second.number)
      .execute();
}
