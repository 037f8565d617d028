/** Why something is held by what an article or the publication has set, whatever it says: nothing was found in its words. */
const policies: readonly string[] = ['first', 'all'];

/** Whether a code of why a response was held names what holds everybody alike, not a filter that found something. */
export function isPolicy(code: string): boolean {
  return policies.includes(code);
}
