type Told = {
  publication: string;
  url: string;
  review: string;
  outcome: 'kept' | 'removed' | 'gone';
  reason: string | null;
};

/** The letter that tells a reporter what became of a report, in English. */
export const outcomeWords = {
  subject: (publication: string) => `What became of a report to ${publication}`,
  text: ({ publication, url, review, ...told }: Told) =>
    `Somebody, perhaps you, reported a response at ${publication} and left this address to hear what became of it.\n\n${outcome(told)}\n\n${told.outcome === 'kept' ? `If you disagree, you may ask once that somebody else looks at it. Whoever has this address can: give it to nobody.\n\n${review}\n\n` : ''}It stands, or stood, here:\n\n${url}\n\nNo other letter follows, and your address is deleted.\n`,
};

function outcome({ outcome, reason }: Pick<Told, 'outcome' | 'reason'>): string {
  if (outcome === 'kept') return 'Somebody of the staff looked at it. It was left as it stands.';
  if (outcome === 'gone') return 'It is no longer there: its writer took it back, or its words were erased.';
  return reason === null ? 'It was removed.' : `It was removed. ${reason.replace(/[.]?$/, '.')}`;
}
