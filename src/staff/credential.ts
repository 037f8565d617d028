/** By what a session was begun. */
export const credentials = ['link', 'passkey', 'invitation', 'password', 'recovery'] as const;
export type Credential = (typeof credentials)[number];
