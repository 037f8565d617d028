/** By what a session was begun. */
export const credentials = ['link', 'passkey', 'invitation'] as const;
export type Credential = (typeof credentials)[number];
