/** A process of its own, made of `src/FOLDER/NAME.ts`: how to load the text that it runs. */
declare module 'child:*' {
  export const load: () => Promise<string>;
}
