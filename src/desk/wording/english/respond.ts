/** Answering under an article, as one of the staff. */
export const respondWords = {
  respond: {
    title: (title: string) => `Respond to “${title}”`,
    what: (name: string) =>
      `Your response appears at once, under your name, ${name}, and is marked as the publication’s own. No reader can sign with your name.`,
    alike: (name: string) =>
      `A reader wrote as ${name} before you joined, and keeps that name. Yours bears the mark, theirs does not.`,
    text: 'Your response',
    textHint: 'As readers write: paragraphs, links, > for a quotation.',
    inReplyTo: 'In reply to the number',
    inReplyToHint: 'Empty for the article itself.',
    answer: 'Answer it as the publication',
    send: 'Publish it',
    refused: 'Nothing was published',
    see: 'The article and its responses',
  },
};
