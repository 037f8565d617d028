/** The payload of a job that held somebody’s address and needs it no more. */
export const emptied = JSON.stringify(null);

/** What is kept of a payload once its job is done or has given up: nothing where an e-mail address is in it. */
export function leftOf(payload: string): string {
  const held: unknown = JSON.parse(payload);
  return typeof held === 'object' && held !== null && 'email' in held ? emptied : payload;
}

/** What a job's error says, without the addresses that mail servers repeat in their answers. */
export function withoutAddresses(sentence: string): string {
  return sentence.replace(/[^\s<>()[\]",:;@]+@[^\s<>()[\]",:;@]+/gu, '(an address)');
}
