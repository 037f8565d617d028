import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { securityHeaders } from './security.ts';

/** A page as it is sent: its bytes and media type. */
export type Page = { body: string; type: string; lastModified?: string; cacheControl?: string };

/** A page may depend on the clock (responses close by date): none is served unlooked-at for longer. */
const oldestMilliseconds = 60_000;
const mostBytes = 48 * 1024 * 1024;

type Encoding = 'identity' | 'gzip' | 'br';
type Variant = { bytes: Buffer; headers: Record<string, string | number> };

/** One version of one page: each encoding is made when it is first asked for, and then served to everybody. */
export class BuiltPage {
  readonly etag: string;
  readonly version: number;
  readonly builtAt: number;
  private readonly page: Page;
  private readonly plain: Buffer;
  private readonly variants = new Map<Encoding, Variant>();

  constructor(page: Page, version: number, builtAt: number) {
    this.page = page;
    this.version = version;
    this.builtAt = builtAt;
    this.plain = Buffer.from(page.body);
    this.etag = `"${createHash('sha256').update(this.plain).digest('base64url').slice(0, 22)}"`;
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
      'cache-control': this.page.cacheControl ?? 'public, max-age=0, must-revalidate',
      vary: 'accept-encoding',
      ...securityHeaders,
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

/** Built pages by path, for as long as nothing has changed. Bounded: the longest unread goes first. */
export class PageCache {
  private readonly pages = new Map<string, BuiltPage>();
  private readonly version: () => number;
  private bytes = 0;

  constructor(version: () => number) {
    this.version = version;
  }

  /** The page at a path if it is still true. */
  fresh(path: string): BuiltPage | undefined {
    const page = this.pages.get(path);
    if (!page) return undefined;
    if (page.version === this.version() && Date.now() - page.builtAt < oldestMilliseconds) return page;
    this.forget(path, page);
    return undefined;
  }

  /** Builds a page and keeps it, unless something changed in the meantime: then it is only sent. */
  async build(path: string, make: () => Promise<Page | null>): Promise<BuiltPage | null> {
    const version = this.version();
    const page = await make();
    if (!page) return null;
    const built = new BuiltPage(page, version, Date.now());
    if (version === this.version()) this.keep(path, built);
    return built;
  }

  private keep(path: string, page: BuiltPage): void {
    const before = this.pages.get(path);
    if (before) this.forget(path, before);
    this.pages.set(path, page);
    this.bytes += page.size;
    for (const [oldest, old] of this.pages) {
      if (this.bytes <= mostBytes) return;
      this.forget(oldest, old);
    }
  }

  private forget(path: string, page: BuiltPage): void {
    if (this.pages.delete(path)) this.bytes -= page.size;
  }

  /** Answers straight from memory where it can. Answers whether it did. */
  answer(request: IncomingMessage, response: ServerResponse): boolean {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
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
