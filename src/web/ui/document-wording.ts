/** What the publication's own pages say of their wordings. */
export const documentWords = {
  since: (day: string) => `In force since ${day}.`,
  sinceUnknown: 'In force since before wordings were dated here.',
  was: (from: string | null, until: string) =>
    from === null ? `In force until ${until}.` : `In force from ${from} until ${until}.`,
  wording: (number: number) => `wording ${number}`,
  listed: (number: number, times: string) => `Wording ${number}: ${times}`,
  earlier: 'Earlier wordings',
  earlierNote: 'A decision keeps to the wording of its day.',
  inForce: 'This is the wording in force.',
  toInForce: 'To the wording in force',
  note: 'Beside the form it said:',
  changed: (number: number) => `What changed since wording ${number}`,
};
