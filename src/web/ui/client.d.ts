/** A script for the browser, made of `src/client/NAME.ts`: its address, which changes with its text, and its text. */
declare module 'client:*' {
  export const href: string;
  export const load: () => Promise<string>;
}
