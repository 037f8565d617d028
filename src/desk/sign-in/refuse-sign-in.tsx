import type { Refusal } from '../../lib/refusal.ts';
import { carriedBy } from '../step-up/carried.ts';
import { type Call, field, show } from '../visit.ts';
import { SignInPage } from './sign-in-page.tsx';

const statuses: Record<string, 409 | 410 | 429> = {
  'link-invalid': 410,
  'no-mail': 409,
  'tries-many': 429,
};

/** Where somebody wants to go once signed in: to their own account, or where the desk begins. Nowhere else. */
export function goalOf({ c, form }: Call): 'you' | null {
  return [c.req.query('for'), form.fields.get('for')].includes('you') ? 'you' : null;
}

/** The page with every way in, why this one was none, and the e-mail address that was typed. */
export function refuseSignIn(call: Call, refusal: Refusal): Response {
  const { site, publication, form } = call;
  const page = (
    <SignInPage
      {...{ publication, token: null, refusal, goal: goalOf(call), letters: site.mail !== null }}
      email={field(form, 'email')}
      carried={carriedBy(form)}
    />
  );
  return show(call, page, statuses[refusal.code] ?? 422);
}
