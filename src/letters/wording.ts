import type { WaitingNumbers } from '../staff/letters.ts';
import type { Role } from '../staff/permissions.ts';

type About = { name: string; role: Role; url: string; publication: string; counts: WaitingNumbers };

/** A letter to one of the staff about their own account, and what to do if it was not them. */
const own = (news: (to: About) => string) => (to: About) =>
  `${to.name},\n\n${news(to)} If it was not you, tell an owner; sign in, end all other sessions and look at what signs you in:\n\n${to.url}\n`;

const kindWords: Record<string, string> = {
  held: 'Held',
  report: 'Reported',
  review: 'Reviews',
  case: 'Complaints',
};

function countLines(counts: WaitingNumbers): string {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${kindWords[kind] ?? kind}: ${count.toLocaleString('en-GB')}`)
    .join('\n');
}

/** What letters say, in English. */
export const letterWords = {
  invitation: {
    subject: (publication: string) => `You are invited to the desk of ${publication}`,
    text: (to: About) =>
      `${to.name},\n\nyou are invited to the desk of ${to.publication} as ${to.role}. Accept here, within seven days; the address works once:\n\n${to.url}\n\nIf you expect no such invitation, do nothing.\n`,
  },
  'sign-in': {
    subject: (publication: string) => `A link to sign in at ${publication}`,
    text: (to: About) =>
      `This signs you in to the desk of ${to.publication}, once, within half an hour:\n\n${to.url}\n\nIf you did not ask for it, do nothing.\n`,
  },
  'sign-in-by-passkey': {
    subject: (publication: string) => `Signing in at ${publication}`,
    text: (to: About) =>
      `You asked for a link to the desk of ${to.publication}. A passkey is set up for you there, which no letter replaces. Sign in with it here; if it is lost, ask an owner for a link:\n\n${to.url}\n\nIf you did not ask, do nothing.\n`,
  },
  role: {
    subject: (publication: string) => `Your role at ${publication} has changed`,
    text: (to: About) =>
      `${to.name},\n\nat the desk of ${to.publication} you now are ${to.role}. You were signed out everywhere; sign in again:\n\n${to.url}\n`,
  },
  link: {
    subject: (publication: string) => `A sign-in link was made for you at ${publication}`,
    text: (to: About) =>
      `${to.name},\n\nan owner of ${to.publication} made a link by which somebody signs in as you, and hands it to you by themselves. If you did not ask them for it, ask why. What signs you in, and where you are signed in, stands here:\n\n${to.url}\n`,
  },
  passkey: {
    subject: (publication: string) => `A passkey was added to your account at ${publication}`,
    text: own(({ publication }) => `a passkey was added to your account at the desk of ${publication}.`),
  },
  'passkey-removed': {
    subject: (publication: string) => `A passkey was removed from your account at ${publication}`,
    text: own(({ publication }) => `a passkey was removed from your account at the desk of ${publication}.`),
  },
  password: {
    subject: (publication: string) => `A password was set for your account at ${publication}`,
    text: own(
      ({ publication }) =>
        `a password was set for your account at the desk of ${publication}. All other sessions have ended.`,
    ),
  },
  'password-removed': {
    subject: (publication: string) => `The password of your account at ${publication} was removed`,
    text: own(
      ({ publication }) =>
        `the password of your account at the desk of ${publication} was removed, with its authenticator and recovery codes.`,
    ),
  },
  'recovery-codes': {
    subject: (publication: string) => `New recovery codes for your account at ${publication}`,
    text: own(
      ({ publication }) =>
        `new recovery codes were made for your account at the desk of ${publication}. The older ones work no more.`,
    ),
  },
  'case-due': {
    subject: (publication: string) => `A complaint comes due at ${publication}`,
    text: (to: About) =>
      `${to.name},\n\na complaint at ${to.publication} comes due within a day, or is overdue. The soonest stands first:\n\n${to.url}\n`,
  },
  waiting: {
    subject: (publication: string) => `Something waits for a decision at ${publication}`,
    text: (to: About) =>
      `${to.name},\n\nat the desk of ${to.publication} something new waits for a decision.\n\n${countLines(to.counts)}\n\nDecide here:\n\n${to.url}\n\nHow often you get this letter, and whether at all, is yours to choose:\n\n${to.url}telling/\n`,
  },
  test: {
    subject: (publication: string) => `A test letter from ${publication}`,
    text: (to: About) =>
      `${to.name},\n\nyou asked for this letter at the desk of ${to.publication}: letters go out.\n`,
  },
};
