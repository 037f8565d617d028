import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { securityHeaders } from './security.ts';

/** A page as it is sent: its text, media type and headers of its own. */
export type Page = {
  body: string;
  type: string;
  lastModified?: string;
  headers?: Record<string, string>;
};

/** How a page is made, and a text that changes with whatever it is made of: asked before the page is made again. */
export type Recipe = { stamp: () => Promise<string>; make: () => Promise<Page | null> };

/** A page may depend on the clock (responses close by date): none is kept for longer. */
const oldestMilliseconds = 60_000;
const mostBytes = 48 * 1024 * 1024;

type Encoding = 'identity' | 'gzip' | 'br';
type Variant = { bytes: Buffer; headers: Record<string, string | number> };

/** One version of one page: each encoding is made when it is first asked for, and then served to everybody. */
export class BuiltPage {
  readonly etag: string;
  /** The state of the database in which it was last known to be true. */
  version: number;
  readonly stamp: string;
  readonly builtAt = performance.now();
  private readonly page: Page;
  private readonly plain: Buffer;
  private readonly variants = new Map<Encoding, Variant>();

  constructor(page: Page, { version, stamp }: { version: number; stamp: string }) {
    this.page = page;
    this.version = version;
    this.stamp = stamp;
    this.plain = Buffer.from(page.body);
    this.etag = `"${createHash('sha256').update(this.plain).digest('base64url').slice(0, 22)}"`;
  }

  get isYoung(): boolean {
    return performance.now() - this.builtAt < oldestMilliseconds;
  }

  get size(): number {
    return this.plain.length * 2;
  }

  variant(accepted: string | undefined): Variant {
    const encoding = chooseEncoding(accepted);
    const known = this.variants.get(encoding);
    if (known) return known;
    const bytes = encode(this.plain, encoding);
    const made = { bytes, headers: this.headers(bytes, encoding) };
    this.variants.set(encoding, made);
    return made;
  }

  private headers(bytes: Buffer, encoding: Encoding): Record<string, string | number> {
    return {
      'content-type': this.page.type,
      'content-length': bytes.length,
      ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
      etag: this.etag,
      ...(this.page.lastModified ? { 'last-modified': this.page.lastModified } : {}),
      'cache-control': 'public, max-age=0, must-revalidate',
      vary: 'accept-encoding',
      ...securityHeaders,
      ...this.page.headers,
    };
  }

  /** True when the client's copy is this one (RFC 9110, conditional requests). */
  isKnown(ifNoneMatch: string | undefined, ifModifiedSince: string | undefined): boolean {
    if (ifNoneMatch !== undefined)
      return ifNoneMatch
        .split(',')
        .some((tag) => tag.trim().replace(/^W\//, '') === this.etag || tag.trim() === '*');
    const { lastModified } = this.page;
    if (ifModifiedSince === undefined || lastModified === undefined) return false;
    return Date.parse(ifModifiedSince) >= Date.parse(lastModified);
  }
}

function chooseEncoding(accepted = ''): Encoding {
  const allows = (name: string) =>
    accepted
      .split(',')
      .some((part) => new RegExp(`^\\s*${name}\\s*(?:;\\s*q=(?!0(?:\\.0*)?\\s*$).*)?$`, 'i').test(part));
  if (accepted === '') return 'identity';
  if (allows('br')) return 'br';
  return allows('gzip') ? 'gzip' : 'identity';
}

function encode(bytes: Buffer, encoding: Encoding): Buffer {
  if (encoding === 'gzip') return gzipSync(bytes, { level: 6 });
  if (encoding === 'br')
    return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
  return bytes;
}

/** Built pages by path, for as long as they are true. Bounded: the longest kept goes first. */
export class PageCache {
  private readonly pages = new Map<string, BuiltPage>();
  private readonly building = new Map<string, { version: number; page: Promise<BuiltPage | null> }>();
  private readonly version: () => number;
  private bytes = 0;

  constructor(version: () => number) {
    this.version = version;
  }

  /** The page at a path if nothing at all has changed since it was known to be true. */
  fresh(path: string): BuiltPage | undefined {
    const page = this.pages.get(path);
    return page?.version === this.version() && page.isYoung ? page : undefined;
  }

  /**
   * The page at a path: as it is kept, where its stamp says that what changed was something else; or made anew.
   * Readers who ask for the same page at the same time wait for one making of it.
   */
  async get(path: string, recipe: Recipe): Promise<BuiltPage | null> {
    const fresh = this.fresh(path);
    if (fresh) return fresh;
    const version = this.version();
    const underWay = this.building.get(path);
    if (underWay?.version === version) return underWay.page;
    const page = this.renew(path, recipe, version);
    this.building.set(path, { version, page });
    try {
      return await page;
    } finally {
      if (this.building.get(path)?.page === page) this.building.delete(path);
    }
  }

  private async renew(path: string, recipe: Recipe, version: number): Promise<BuiltPage | null> {
    const stamp = await recipe.stamp();
    const kept = this.pages.get(path);
    if (kept?.stamp === stamp && kept.isYoung) {
      kept.version = version;
      return kept;
    }
    const page = await recipe.make();
    if (!page) return null;
    const built = new BuiltPage(page, { version, stamp });
    if (version === this.version()) this.keep(path, built); // else something changed while it was made
    return built;
  }

  private keep(path: string, page: BuiltPage): void {
    this.forget(path);
    this.pages.set(path, page);
    this.bytes += page.size;
    for (const oldest of this.pages.keys()) {
      if (this.bytes <= mostBytes) return;
      this.forget(oldest);
    }
  }

  private forget(path: string): void {
    const page = this.pages.get(path);
    if (!page) return;
    this.pages.delete(path);
    this.bytes -= page.size;
  }

  /** Answers straight from memory where it can. Answers whether it did. */
  answer(request: IncomingMessage, response: ServerResponse): boolean {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
    if (request.headers.authorization !== undefined) return false; // whoever is known may get another answer
    const page = this.fresh(request.url ?? '');
    if (!page) return false;
    const { headers } = request;
    const variant = page.variant(headers['accept-encoding'] as string | undefined);
    if (page.isKnown(headers['if-none-match'], headers['if-modified-since'])) {
      const { 'content-length': _, ...rest } = variant.headers;
      response.writeHead(304, rest).end();
      return true;
    }
    response.writeHead(200, variant.headers);
    response.end(request.method === 'HEAD' ? undefined : variant.bytes);
    return true;
  }
}
