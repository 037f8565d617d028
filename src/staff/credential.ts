/** By what a session was begun. */
export const credentials = ['link', 'passkey'] as const;
export type Credential = (typeof credentials)[number];

/** Whether a text names one. */
export function isCredential(text: unknown): text is Credential {
  return credentials.some((credential) => credential === text);
}
