import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import * as z from 'zod';
import { credentials } from './credential.ts';

/** A plug-in of ours to the sign-in library: its sessions and its cookies for our own ways in. */
export function ownSessions() {
  const beginSession = createAuthEndpoint(
    '/hustings/begin-session',
    {
      method: 'POST',
      body: z.object({ staffId: z.string(), credential: z.enum(credentials) }),
      metadata: { SERVER_ONLY: true },
    },
    async (ctx) => {
      const { internalAdapter } = ctx.context;
      const session = await internalAdapter.createSession(ctx.body.staffId);
      const user = session && (await internalAdapter.findUserById(ctx.body.staffId));
      if (!user) throw new APIError('FORBIDDEN');
      await setSessionCookie(ctx, { session, user });
      return ctx.json({ ok: true });
    },
  );
  return { id: 'hustings', endpoints: { beginSession } } satisfies BetterAuthPlugin;
}
