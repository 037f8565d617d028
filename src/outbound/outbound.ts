/** Why nothing came back. */
export type FetchFault =
  | 'off'
  | 'bad-address'
  | 'bad-port'
  | 'bad-header'
  | 'unknown-name'
  | 'not-public'
  | 'busy'
  | 'unreachable'
  | 'insecure'
  | 'too-slow'
  | 'too-large'
  | 'wrong-type'
  | 'bad-encoding'
  | 'bad-redirect'
  | 'too-many-redirects';

/** What to ask another host for. Limits left out are the fetcher's own. */
export type OutboundRequest = {
  url: string;
  method?: 'GET' | 'POST';
  /** Never credentials, cookies, or what the connection itself needs. */
  headers?: Record<string, string>;
  /**
   * A token of the operator’s for just this host, sent as `Authorization: Bearer`: by https alone, never along a redirect,
   * and never kept with what was sent.
   */
  bearer?: string;
  /** What is posted. */
  body?: { type: string; content: string };
  /** Media types that are taken, such as `text/html` or `image/*`; left out for any. */
  types?: string[];
  /** Bytes of the answer's body, as sent and as unpacked. */
  largest?: number;
  /** What to do with a larger one: refuse it, or take its beginning. */
  whenLarger?: 'refuse' | 'cut';
  /** How many redirects are followed, at most 5. */
  redirects?: number;
  /** Milliseconds for everything together: the name, waiting for one's turn, each redirect, the body. */
  within?: number;
};

/** What came back, whatever its status. `url` is where it came from in the end. */
export type Fetched = {
  ok: true;
  url: string;
  status: number;
  headers: Headers;
  body: Uint8Array;
  /** True where the body is only the beginning. */
  cut: boolean;
  exchange: Exchange;
};

/**
 * The last request and its answer as they went over the wire, for whoever keeps them: both heads, without cookies, and
 * the addresses that led there by redirects.
 */
export type Exchange = { request: string; response: string; via: string[] };

/** Nothing usable came back: an outcome to store, with a sentence for people. `url` is where it ended. */
export type NotFetched = { ok: false; fault: FetchFault; sentence: string; url: string };

export type FetchOutcome = Fetched | NotFetched;

/** The one way out: asks another host for something. Never rejects. */
export type Fetch = (request: OutboundRequest) => Promise<FetchOutcome>;

/** Whether anything may be asked of other hosts, and which `host:port` are exempt from the checks. */
export type OutboundRules = { on: boolean; allow: string[] };

/** Ends a request early; the fetcher turns it into an outcome. */
export class FetchStopped extends Error {
  readonly fault: FetchFault;
  constructor(fault: FetchFault, sentence: string) {
    super(sentence);
    this.fault = fault;
  }
}
