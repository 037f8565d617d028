import type { Context } from 'hono';
import { filePath } from '../pictures/picture.ts';
import { picturesById, readPictureFile } from '../pictures/queries.ts';
import { storageOf } from '../pictures/storage.ts';
import type { Site } from '../site.ts';
import type { Web } from '../web/site-app.ts';

const types: Record<string, string> = { webp: 'image/webp', jpeg: 'image/jpeg' };

/** What is under the name of its hash never changes; and whatever it is, nothing in it runs. */
const headers = {
  'cache-control': 'public, max-age=31536000, immutable',
  'content-security-policy': "default-src 'none'; sandbox",
  'cross-origin-resource-policy': 'cross-origin',
};

/** The files of pictures, and the lasting address of each picture, which leads to a file of now. */
export function addPictures({ app, site }: Web): void {
  app.get('/pictures/:id{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}', async (c) => {
    const { id } = c.req.param();
    const picture = (await picturesById(site.store.read, [id])).get(id);
    const files = picture?.files.filter(({ format }) => format === 'webp') ?? [];
    const file = files.find(({ width }) => width >= 960) ?? files.at(-1);
    if (!picture || !file) return c.notFound();
    c.header('cache-control', 'public, max-age=60');
    return c.redirect(filePath(picture.hash, file.name), 302);
  });
  app.get('/pictures/files/:file{[0-9a-f]{40}-[1-9]\\d{0,4}\\.(?:webp|jpg)}', (c) => sendFile(site, c));
}

/** Only what the database names is looked for: there is no other way to a file. */
async function sendFile(site: Site, c: Context): Promise<Response> {
  const [hash = '', name = ''] = (c.req.param('file') ?? '').split('-');
  const file = await readPictureFile(site.store.read, hash, name);
  if (!file) return c.notFound();
  const own = { ...headers, etag: `"${file.sha256}"` };
  if (c.req.header('if-none-match')?.includes(own.etag)) return c.body(null, 304, own);
  const whole = { ...own, 'content-type': types[file.format] ?? '', 'content-length': String(file.bytes) };
  if (c.req.method === 'HEAD') return c.body(null, 200, whole);
  const body = await storageOf(site).get(`${hash}-${name}`);
  if (body === null)
    throw new Error(`The file ${hash}-${name} is in the database, and its bytes are nowhere.`);
  return c.body(body, 200, whole);
}
