/** Who wrote a response, where that is more or less than a name. */
export const nameWords = {
  anonymous: 'Anonymous',
  anonymousColophon: ', without a name',
  nameMayBeEmpty: 'Need not be your own. Empty: your response is anonymous, and nothing shows whose it is.',
  byStaff: 'Of the publication',
  byStaffColophon: ', of the publication',
};

/** A response's name as lists, feeds and the desk print it. */
export function shownName(name: string): string {
  return name === '' ? nameWords.anonymous : name;
}
