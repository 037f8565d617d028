import { APIError } from 'better-auth/api';
import type { Site } from '../site.ts';
import { enterPrivately } from './enter.ts';
import { queueLetter } from './letters.ts';
import { activeStaffById } from './queries.ts';

/**
 * How passkeys are set up: for this publication's host alone, found by the browser without a name being typed,
 * and only where the device has asked for its owner (WebAuthn, “user verification”), as a passkey is the whole of
 * signing in here. None comes to be without its entry in the record.
 */
export function passkeyOptions(site: Site) {
  const { hostname, origin } = new URL(site.config.url);
  return {
    rpID: hostname,
    rpName: hostname,
    origin,
    advanced: { webAuthnChallengeCookie: 'passkey' },
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    registration: {
      async afterVerification({ verification, user }: Registered) {
        if (!verification.registrationInfo?.userVerified) throw new APIError('BAD_REQUEST');
        await enter(site, user.id);
      },
    },
    authentication: {
      async afterVerification({ verification }: Authenticated) {
        if (!verification.authenticationInfo.userVerified) throw new APIError('UNAUTHORIZED');
      },
    },
    schema: { passkey: { modelName: 'staff_passkeys' } },
  } as const;
}

type Registered = { verification: { registrationInfo?: { userVerified: boolean } }; user: { id: string } };
type Authenticated = { verification: { authenticationInfo: { userVerified: boolean } } };

async function enter(site: Site, staffId: string): Promise<void> {
  await site.store.write(async (tx) => {
    const staff = await activeStaffById(tx, staffId);
    if (staff === null) throw new APIError('UNAUTHORIZED');
    await enterPrivately(site, tx, {
      action: 'staff.credential-add',
      by: staff.role,
      staffId: staff.id,
      reason: 'passkey',
    });
    await queueLetter(site, tx, { about: 'passkey', staffId: staff.id });
  });
}
