import type { ServerResponse } from 'node:http';
import { type LiveState, liveStates } from '../../comments/live-queries.ts';
import { type Change, changesAfter, newestChange } from '../../record/changes.ts';
import type { Site } from '../../site.ts';

/** Who waits: at most so many in all, and from one network address. */
export const mostReaders = { inAll: 20_000, ofOneAddress: 20 };
const heartbeat = 25_000;
/** Changes that come together are told together. */
const gathering = 50;
/** What a reader who takes nothing more may have waiting. */
const mostWaiting = 64 * 1024;

type Reader = { response: ServerResponse; address: string; articleId: string };

/**
 * Everybody who waits for responses to an article. Each change of the database is asked about once, whatever the number
 * of readers; what they are told is a number, never words.
 */
export class Live {
  private readonly readers = new Map<string, Set<Reader>>();
  private readonly ofAddress = new Map<string, number>();
  private readonly told = new Map<string, number>();
  private readonly site: Site;
  private count = 0;
  /** Whether it listens; null while nobody waits. */
  private begun: Promise<void> | null = null;
  private stop: (() => void) | null = null;
  private timer: NodeJS.Timeout | null = null;
  private asking = false;
  private again = false;
  /** Changes up to here are told. It lags by a heartbeat, so that one that commits late is not missed. */
  private changes = { floor: '', newest: '', told: new Set<string>() };

  constructor(site: Site) {
    this.site = site;
  }

  /** False where too many wait already. */
  hasRoom(address: string): boolean {
    return this.count < mostReaders.inAll && (this.ofAddress.get(address) ?? 0) < mostReaders.ofOneAddress;
  }

  /**
   * Keeps a reader until they or the article go. `after` is the newest number that they have. Where it cannot listen, the
   * stream ends: the browser comes again by itself.
   */
  async add(
    response: ServerResponse,
    at: { address: string; article: LiveState; after: number },
  ): Promise<void> {
    const { address, article, after } = at;
    const reader = { response, address, articleId: article.id };
    this.count += 1; // before anything is waited for: whoever leaves meanwhile is not the last
    this.begun ??= this.begin();
    const begun = this.begun;
    try {
      await begun;
    } catch (error) {
      this.count -= 1;
      if (this.begun === begun) this.listenNoMore(); // the first of all who waited for it
      this.site.log.error({ err: error }, 'a reader could not be let in to wait for responses');
      response.end();
      return;
    }
    this.ofAddress.set(address, (this.ofAddress.get(address) ?? 0) + 1);
    this.readers.set(article.id, (this.readers.get(article.id) ?? new Set()).add(reader));
    response.once('close', () => this.remove(reader));
    if (response.destroyed) return this.remove(reader);
    response.write(`retry: 5000\n\n${article.lastNumber > after ? eventOf(article) : ''}`);
    const known = this.told.get(article.id) ?? article.lastNumber;
    this.told.set(article.id, Math.min(known, article.lastNumber));
    this.changed(); // what was published while it was admitted is told now
  }

  /** Ends every stream: the browsers come again by themselves. */
  close(): void {
    for (const readers of this.readers.values())
      for (const { response } of readers) if (!response.writableEnded) response.end();
  }

  private async begin(): Promise<void> {
    const stopListening = this.site.store.onChange(() => this.changed());
    const beat = setInterval(() => this.beat(), heartbeat);
    beat.unref();
    this.stop = () => {
      stopListening();
      clearInterval(beat);
    };
    const newest = await newestChange(this.site.store.read);
    this.changes = { floor: newest, newest, told: new Set() };
  }

  private listenNoMore(): void {
    this.stop?.();
    this.stop = null;
    this.begun = null;
  }

  private remove(reader: Reader): void {
    const readers = this.readers.get(reader.articleId);
    if (!readers?.delete(reader)) return;
    if (readers.size === 0) {
      this.readers.delete(reader.articleId);
      this.told.delete(reader.articleId);
    }
    const others = (this.ofAddress.get(reader.address) ?? 1) - 1;
    if (others === 0) this.ofAddress.delete(reader.address);
    else this.ofAddress.set(reader.address, others);
    this.count -= 1;
    if (this.count === 0) this.listenNoMore();
  }

  private beat(): void {
    for (const articleId of this.readers.keys()) this.send(articleId, ':\n\n');
    const { newest, told } = this.changes;
    for (const id of told) if (id <= this.changes.floor) told.delete(id);
    this.changes.floor = newest;
  }

  private changed(): void {
    this.again = true;
    if (this.timer || this.asking || this.count === 0) return;
    this.timer = setTimeout(() => {
      this.timer = null;
      void this.ask();
    }, gathering);
    this.timer.unref();
  }

  private async ask(): Promise<void> {
    this.asking = true;
    this.again = false;
    try {
      await this.tell();
    } catch (error) {
      this.site.log.error({ err: error }, 'readers could not be told of new responses');
    } finally {
      this.asking = false;
    }
    if (this.again) this.changed();
  }

  private async tell(): Promise<void> {
    const db = this.site.store.read;
    const ids = [...this.readers.keys()];
    const states = new Map((await liveStates(db, ids)).map((state) => [state.id, state]));
    for (const id of ids) {
      const state = states.get(id);
      if (!state) this.end(id);
      else if (state.lastNumber > (this.told.get(id) ?? state.lastNumber)) this.send(id, eventOf(state));
      if (state) this.told.set(id, state.lastNumber);
    }
    for (let after: string | null = this.changes.floor; after !== null; ) {
      const { changes, last }: Awaited<ReturnType<typeof changesAfter>> = await changesAfter(db, after);
      for (const change of changes) this.tellChange(change);
      after = last;
    }
  }

  private tellChange({ id, articleId, number }: Change): void {
    if (this.changes.told.has(id)) return;
    this.changes.told.add(id);
    if (id > this.changes.newest) this.changes.newest = id;
    this.send(articleId, `event: changed\ndata: {"number":${number}}\n\n`);
  }

  private send(articleId: string, text: string): void {
    for (const { response } of this.readers.get(articleId) ?? []) {
      if (response.writableLength > mostWaiting) response.destroy();
      else if (!response.writableEnded) response.write(text);
    }
  }

  /** The article is no longer there for readers. Who was told so before and has not taken it is let go. */
  private end(articleId: string): void {
    for (const { response } of this.readers.get(articleId) ?? [])
      if (response.writableEnded) response.destroy();
      else response.end('event: end\ndata: {}\n\n');
  }
}

/** The newest number and its lasting address. */
function eventOf({ path, lastNumber }: LiveState): string {
  const data = JSON.stringify({ number: lastNumber, place: `${path}responses/${lastNumber}/` });
  return `id: ${lastNumber}\nevent: response\ndata: ${data}\n\n`;
}
