import type { Context } from 'hono';
import { readTilePath } from '../merkle/tiles.ts';
import {
  entryProofs,
  recordCheckpoint,
  recordKey,
  tileBytes,
  witnessedCheckpoint,
} from '../record/log/log.ts';
import type { Web } from '../web/site-app.ts';
import { paths } from '../web/ui/site-paths.ts';

const text = 'text/plain; charset=utf-8';
const forGood = 'public, max-age=31536000, immutable';

/** The record as a log that other people's programs follow and check (C2SP tlog-tiles): checkpoint, key, tiles, proofs. */
export function addRecordLog({ app, site }: Web): void {
  app.get(paths.recordCheckpoint, async (c) =>
    c.body(await recordCheckpoint(site), 200, { 'content-type': text, 'cache-control': 'no-cache' }),
  );
  app.get(paths.recordWitnessed, async (c) => {
    const note = await witnessedCheckpoint(site);
    if (note === null) return c.notFound();
    return c.body(note, 200, { 'content-type': text, 'cache-control': 'no-cache' });
  });
  app.get(paths.recordKey, (c) =>
    c.body(`${recordKey(site)}\n`, 200, { 'content-type': text, 'cache-control': 'no-cache' }),
  );
  app.get(`${paths.recordTiles}*`, async (c) => {
    const tile = readTilePath(c.req.path.slice(paths.recordTiles.length));
    const bytes = tile && (await tileBytes(site, tile));
    if (!bytes) return c.notFound();
    const headers = { 'content-type': 'application/octet-stream', 'cache-control': forGood };
    return c.body(new Uint8Array(bytes), 200, headers);
  });
  app.get(`${paths.recordProofs}:file`, (c) => sendProof(c));

  async function sendProof(c: Context): Promise<Response> {
    const [, number] = /^([1-9]\d{0,9})\.tlog-proof$/.exec(c.req.param('file') ?? '') ?? [];
    const [proof] = number === undefined ? [] : await entryProofs(site, [Number(number)]);
    if (!proof) return await c.notFound();
    return c.body(proof, 200, { 'content-type': text, 'cache-control': 'no-cache' });
  }
}
