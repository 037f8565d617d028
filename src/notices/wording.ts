/** What a letter says that only tells of news, in English: nothing of the complaint, nor its number. */
export const newsWords = {
  subject: (title: string) => `There is news for you at ${title}`,
  text: (title: string, url: string) =>
    `Somebody gave this e-mail address to ${title} with a complaint. If it was you, what was sent and what became of it stands here:\n\n${url}\n\nWhoever has this address can read it: give it to nobody. If it was not you, do nothing.\n`,
};
