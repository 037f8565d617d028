import { isIP } from 'node:net';
import { resolve } from 'node:path';

/** A mail server. `local`: on this very machine, where a password needs no TLS. */
export type SmtpConfig = {
  host: string;
  port: number;
  secure: boolean;
  user: string | null;
  password: string | null;
  local: boolean;
};

/** How the process runs. Read once from the environment; what editors decide is in `publication/settings.ts`. */
export type Config = {
  port: number;
  host: string;
  /** Absolute path of the data folder. */
  dataFolder: string;
  /** The publication's public address, without a slash at its end. */
  url: string;
  /** `postgres://…`, or null for SQLite in the data folder. */
  databaseUrl: string | null;
  /** How many connections to PostgreSQL this process works by at most, beside the one that listens. */
  connections: number;
  /** Addresses of proxies whose X-Forwarded-For is believed. The scheme is always that of `url`. */
  trustedProxies: string[];
  /** Whether other hosts may be asked for anything, and which `host:port` are exempt from the checks. */
  /** The mail server, or null for none. */
  smtp: SmtpConfig | null;
  outbound: { on: boolean; allow: string[] };
  /** Where statements of reasons are sent, and the token for it; null for nowhere. */
  statements: { api: string; token: string } | null;
  /** Where pictures lie instead of in the data folder, or null: a bucket that speaks S3, in path style. */
  bucket: { url: string; region: string; key: string; secret: string } | null;
};

/** Every environment variable that is read: the README's table is tested against this one. */
export const environment = {
  PORT: { default: '4000', secret: false, meaning: 'The TCP port to listen on.' },
  HOST: { default: '127.0.0.1', secret: false, meaning: 'The address to listen on.' },
  HUSTINGS_DATA: { default: './data', secret: false, meaning: 'The data folder.' },
  HUSTINGS_URL: {
    default: 'http://localhost:PORT',
    secret: false,
    meaning: 'The publication’s public address.',
  },
  HUSTINGS_SMTP: {
    default: 'none',
    secret: true,
    meaning: 'The mail server: smtp://USER:PASSWORD@HOST:PORT, or smtps://. Without it no letter is sent.',
  },
  DATABASE_URL: {
    default: 'SQLite in the data folder',
    secret: true,
    meaning: 'A postgres:// address to use PostgreSQL instead of SQLite.',
  },
  HUSTINGS_CONNECTIONS: {
    default: '10',
    secret: false,
    meaning:
      'How many connections to PostgreSQL one process works by at most, from 2 to 100; one more listens for changes.',
  },
  HUSTINGS_TRUSTED_PROXIES: {
    default: 'none',
    secret: false,
    meaning:
      'Addresses of proxies, separated by commas, whose X-Forwarded-For is believed. (The scheme needs no header: HUSTINGS_URL says it.)',
  },
  HUSTINGS_OUTBOUND: {
    default: 'on',
    secret: false,
    meaning: 'Whether the program may ask other hosts for anything: `on` or `off`.',
  },
  HUSTINGS_OUTBOUND_ALLOW: {
    default: 'none',
    secret: false,
    meaning:
      'Dangerous. Each `host:port`, separated by commas, that is asked although it is not public or its port is not 80 or 443. For tests and trials.',
  },
  HUSTINGS_STATEMENTS: {
    default: 'none',
    secret: false,
    meaning:
      'The API that statements of reasons are sent to: `https://transparency.dsa.ec.europa.eu/api/v1`, or the Commission’s sandbox. What is sent says a setting.',
  },
  HUSTINGS_STATEMENTS_TOKEN: { default: 'none', secret: true, meaning: 'The token for that API.' },
  HUSTINGS_S3: {
    default: 'the data folder',
    secret: false,
    meaning:
      'Keeps pictures in a bucket that speaks S3: `https://ENDPOINT/BUCKET?region=REGION`. Readers get them through this program.',
  },
  HUSTINGS_S3_KEY: { default: 'none', secret: false, meaning: 'The access key id for the bucket.' },
  HUSTINGS_S3_SECRET: { default: 'none', secret: true, meaning: 'The secret access key for the bucket.' },
} as const;

/** A setting of the environment that cannot be used; the message names it and says what to do. */
export class ConfigError extends Error {}

/** Reads the configuration. Throws `ConfigError` with a sentence that names the wrong variable. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const port = readPort(env.PORT || environment.PORT.default);
  const outbound = {
    on: readSwitch(env.HUSTINGS_OUTBOUND || environment.HUSTINGS_OUTBOUND.default),
    allow: readAllowed(env.HUSTINGS_OUTBOUND_ALLOW || ''),
  };
  return {
    port,
    host: env.HOST || environment.HOST.default,
    dataFolder: resolve(env.HUSTINGS_DATA || environment.HUSTINGS_DATA.default),
    url: readUrl(env.HUSTINGS_URL || `http://localhost:${port}`),
    databaseUrl: readDatabaseUrl(env.DATABASE_URL || null),
    connections: readConnections(env.HUSTINGS_CONNECTIONS || environment.HUSTINGS_CONNECTIONS.default),
    smtp: readSmtp(env.HUSTINGS_SMTP || null),
    trustedProxies: readProxies(env.HUSTINGS_TRUSTED_PROXIES || ''),
    outbound,
    statements: readStatements(env, outbound.allow),
    bucket: readBucket(env),
  };
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535)
    throw new ConfigError(`PORT is “${text}”: it must be a whole number from 0 to 65535.`);
  return port;
}

function readConnections(text: string): number {
  const connections = Number(text);
  if (!/^\d+$/.test(text) || connections < 2 || connections > 100)
    throw new ConfigError(`HUSTINGS_CONNECTIONS is “${text}”: it must be a whole number from 2 to 100.`);
  return connections;
}

function readProxies(text: string): string[] {
  const addresses = text.split(/[\s,]+/).filter(Boolean);
  const wrong = addresses.find((address) => isIP(address) === 0);
  if (wrong !== undefined)
    throw new ConfigError(
      `HUSTINGS_TRUSTED_PROXIES has “${wrong}” in it: it must list IP addresses such as 127.0.0.1, apart by commas.`,
    );
  return addresses;
}

function readSwitch(text: string): boolean {
  if (text === 'on' || text === 'off') return text === 'on';
  throw new ConfigError(`HUSTINGS_OUTBOUND is “${text}”: it must be on or off.`);
}

function readAllowed(text: string): string[] {
  const places = text.split(/[\s,]+/).filter(Boolean);
  const wrong = places.find((place) => !/^(?:[a-z\d.-]+|\[[\da-f:.]+\]):\d{1,5}$/.test(place));
  if (wrong !== undefined)
    throw new ConfigError(
      `HUSTINGS_OUTBOUND_ALLOW has “${wrong}” in it: it must list places such as 127.0.0.1:8080, apart by commas.`,
    );
  return places;
}

/** Reads a publication's public address: an origin, without a path. Throws `ConfigError` with the name given. */
export function readUrl(text: string, name = 'HUSTINGS_URL'): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash)
    throw new ConfigError(
      `${name} is “${text}”: it must be an address such as https://ledger.example, without a path.`,
    );
  return url.origin;
}

function readDatabaseUrl(text: string | null): string | null {
  if (text === null || /^postgres(ql)?:\/\//.test(text)) return text;
  throw new ConfigError(
    'DATABASE_URL must begin with postgres://. Leave it out to use SQLite in the data folder.',
  );
}

function readStatements(
  env: Record<string, string | undefined>,
  allow: readonly string[],
): Config['statements'] {
  const [text, token] = [env.HUSTINGS_STATEMENTS, env.HUSTINGS_STATEMENTS_TOKEN];
  if (!text && !token) return null;
  if (!text || !token)
    throw new ConfigError('Set HUSTINGS_STATEMENTS and HUSTINGS_STATEMENTS_TOKEN together, or neither.');
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.username || url.search || url.hash)
    throw new ConfigError(
      `HUSTINGS_STATEMENTS is “${text}”: it must be an address such as https://transparency.dsa.ec.europa.eu/api/v1.`,
    );
  if (url.protocol === 'http:' && !allow.includes(`${url.hostname}:${url.port || '80'}`))
    throw new ConfigError(
      `HUSTINGS_STATEMENTS is “${text}”: it must begin with https://, because the token goes there.`,
    );
  if (!/^[\x21-\x7e]{1,1000}$/.test(token))
    throw new ConfigError('HUSTINGS_STATEMENTS_TOKEN has a sign in it that no token may have.');
  return { api: url.href.replace(/\/+$/, ''), token };
}

function readBucket(env: Record<string, string | undefined>): Config['bucket'] {
  const text = env.HUSTINGS_S3;
  if (!text) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  const name = url?.pathname.replace(/^\/|\/$/g, '') ?? '';
  if (url === null || !/^https?:$/.test(url.protocol) || !/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name))
    throw new ConfigError(
      `HUSTINGS_S3 is “${text}”: it must be an address and a bucket, such as https://s3.example/pictures?region=eu-west-2.`,
    );
  const [key, secret] = [env.HUSTINGS_S3_KEY, env.HUSTINGS_S3_SECRET];
  if (!key || !secret)
    throw new ConfigError('HUSTINGS_S3 names a bucket: set HUSTINGS_S3_KEY and HUSTINGS_S3_SECRET as well.');
  return { url: `${url.origin}/${name}`, region: url.searchParams.get('region') ?? 'us-east-1', key, secret };
}

function readSmtp(text: string | null): SmtpConfig | null {
  if (text === null) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^smtps?:$/.test(url.protocol) || url.hostname === '' || !/^\/?$/.test(url.pathname))
    throw new ConfigError(
      'HUSTINGS_SMTP must be an address such as smtp://USER:PASSWORD@mail.ledger.example:587, each special sign in it as %XX.',
    );
  const secure = url.protocol === 'smtps:';
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    user: url.username === '' ? null : decodeURIComponent(url.username),
    password: url.password === '' ? null : decodeURIComponent(url.password),
    local: /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname),
  };
}
