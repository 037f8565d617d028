/** By what a session was begun. */
export const credentials = ['link', 'passkey', 'invitation', 'password', 'recovery', 'letter'] as const;
export type Credential = (typeof credentials)[number];
