import type { BetterAuthOptions } from 'better-auth';
import { newId, newSecret } from '../lib/ids.ts';
import type { Site } from '../site.ts';
import { admitSession } from './admit-session.ts';
import type { Credential } from './credential.ts';
import { cookiePrefix, secureCookies } from './session-cookie.ts';

/** How long a sign-in link works. */
export const linkSeconds = 60 * 60;
/** How long after signing in somebody may add or remove ways to sign in, without signing in once more. */
export const freshSeconds = 15 * 60;
const hour = 60 * 60;
const day = 24 * hour;

type Library = ReturnType<typeof openLibrary>;
const opened = new WeakMap<Site, Library>();

/**
 * The sign-in library, set up for this site: loaded when first asked for, because reading pages need none of it
 * and must start fast. Only its server API is used; its HTTP routes are not mounted. Never call it inside
 * `store.write`: its own writes wait for that transaction to end.
 */
export function signInLibrary(site: Site): Library {
  const known = opened.get(site);
  if (known) return known;
  const library = openLibrary(site);
  opened.set(site, library);
  return library;
}

async function openLibrary(site: Site) {
  const [{ betterAuth }, { magicLink }, { passkey }, { passkeyOptions }, { ownSessions }] = await Promise.all(
    [
      import('better-auth'),
      import('better-auth/plugins/magic-link'),
      import('@better-auth/passkey'),
      import('./passkey-plug-in.ts'),
      import('./session-plug-in.ts'),
    ],
  );
  const links = magicLink({
    storeToken: 'hashed',
    expiresIn: linkSeconds,
    disableSignUp: true,
    generateToken: () => newSecret(site.random),
    sendMagicLink: ({ token, metadata }) => metadata?.receive(token),
  });
  return betterAuth({ ...options(site), plugins: [links, passkey(passkeyOptions(site)), ownSessions()] });
}

function options(site: Site) {
  return {
    database: { db: site.store.signIn, type: site.store.engine, transaction: false },
    secrets: [{ version: 1, value: site.secrets.sessionKey }], // `secret` would give way to the environment
    baseURL: site.config.url,
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    emailAndPassword: { enabled: false, disableSignUp: true },
    logger: { level: 'warn', log: (level, message, ...details) => site.log[level]({ details }, message) },
    user: { modelName: 'staff', additionalFields: ownFields },
    account: { modelName: 'staff_accounts' },
    verification: { modelName: 'staff_verifications' },
    session: {
      modelName: 'staff_sessions',
      expiresIn: 30 * day,
      updateAge: hour,
      freshAge: freshSeconds,
      cookieCache: { enabled: false },
      additionalFields: { credential: { type: 'string', required: false, input: false } },
    },
    databaseHooks: {
      session: {
        create: {
          before: ({ userId }, context) =>
            admitSession(site, { staffId: userId, credential: context && credentialOf(context) }),
        },
      },
    },
    advanced: {
      cookiePrefix: cookiePrefix(site.config),
      useSecureCookies: false, // would put `__Secure-` before our own prefix; the flag itself is set here:
      defaultCookieAttributes: {
        httpOnly: true,
        sameSite: 'lax',
        secure: secureCookies(site.config),
        path: '/',
      },
      ipAddress: { disableIpTracking: true },
      database: {
        validateSchema: false, // the tables are our migrations', and the tests drive them
        generateId: () => newId(site.clock, site.random),
      },
    },
  } satisfies BetterAuthOptions;
}

/** By what each of the library's ways in begins a session; our own says it. Null for any that nobody decided on. */
function credentialOf({
  path,
  body,
}: {
  path: string;
  body?: { credential?: Credential };
}): Credential | null {
  if (path === '/magic-link/verify') return 'link';
  if (path === '/passkey/verify-authentication') return 'passkey';
  return path === '/hustings/begin-session' ? (body?.credential ?? null) : null;
}

/** `input: false`: no request can set them. */
const ownFields = {
  role: { type: 'string', required: true, input: false },
  disabledAt: { type: 'string', required: false, input: false },
} as const;
