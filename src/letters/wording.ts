import type { Role } from '../staff/permissions.ts';

/** What letters say, in English. */
export const letterWords = {
  invitation: {
    subject: (publication: string) => `You are invited to the desk of ${publication}`,
    text: (to: { name: string; role: Role; url: string; publication: string }) =>
      `${to.name},\n\nyou are invited to the desk of ${to.publication} as ${to.role}. Accept here, within seven days; the address works once:\n\n${to.url}\n\nIf you expect no such invitation, do nothing.\n`,
  },
  role: {
    subject: (publication: string) => `Your role at ${publication} has changed`,
    text: (to: { name: string; role: Role; url: string; publication: string }) =>
      `${to.name},\n\nat the desk of ${to.publication} you now are ${to.role}. You were signed out everywhere; sign in again:\n\n${to.url}\n`,
  },
  passkey: {
    subject: (publication: string) => `A passkey was added to your account at ${publication}`,
    text: (to: { name: string; role: Role; url: string; publication: string }) =>
      `${to.name},\n\na passkey was added to your account at the desk of ${to.publication}. If it was not you, sign in, remove it, end all sessions and tell an owner:\n\n${to.url}\n`,
  },
  test: {
    subject: (publication: string) => `A test letter from ${publication}`,
    text: (to: { name: string; role: Role; url: string; publication: string }) =>
      `${to.name},\n\nyou asked for this letter at the desk of ${to.publication}: letters go out.\n`,
  },
};
