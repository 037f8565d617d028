import type { BetterAuthOptions } from 'better-auth';
import { newSecret } from '../lib/ids.ts';
import { appendEntry } from '../record/append.ts';
import type { Site } from '../site.ts';
import { activeStaffById } from './queries.ts';
import { cookiePrefix, secureCookies } from './session-cookie.ts';

/** How long a sign-in link works. */
export const linkSeconds = 60 * 60;
const day = 24 * 60 * 60;

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
  const [{ betterAuth }, { magicLink }] = await Promise.all([
    import('better-auth'),
    import('better-auth/plugins/magic-link'),
  ]);
  const links = magicLink({
    storeToken: 'hashed',
    expiresIn: linkSeconds,
    disableSignUp: true,
    generateToken: () => newSecret(site.random),
    sendMagicLink: ({ token, metadata }) => metadata?.receive(token),
  });
  return betterAuth({ ...options(site), plugins: [links] });
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
      updateAge: day,
      cookieCache: { enabled: false },
    },
    databaseHooks: { session: { create: { before: ({ userId }) => admit(site, userId) } } },
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
      database: { validateSchema: false }, // the tables are our migrations', and the tests drive them
    },
  } satisfies BetterAuthOptions;
}

/** `input: false`: no request can set them. */
const ownFields = {
  role: { type: 'string', required: true, input: false },
  disabledAt: { type: 'string', required: false, input: false },
} as const;

/** Whether a session may begin, whatever the way of signing in: it never does without its entry in the record. */
async function admit(site: Site, staffId: string): Promise<boolean> {
  const staff = await activeStaffById(site.store.read, staffId);
  if (staff === null) return false;
  await site.store.write((tx) =>
    appendEntry(site, tx, {
      action: 'staff.sign-in',
      by: { role: staff.role },
      visibility: 'private',
      subject: { type: 'staff', id: staff.id },
    }),
  );
  return true;
}
