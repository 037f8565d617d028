/** What a letter to a writer says, in English: who runs it, where it leads, and nothing of any response. */
export type LetterWords = {
  subject: (title: string) => string;
  text: (title: string, url: string) => string;
};

const ignore = 'If you did not ask for it, do nothing: nothing changes.';

/** By what the letter is about. */
export const letterWords = {
  'confirm-email': {
    subject: (title: string) => `Your e-mail address at ${title}`,
    text: (title: string, url: string) =>
      `Somebody wants to keep the name under which they write at ${title} by this e-mail address. If it was you, confirm it in the browser in which you write there, once, within an hour:\n\n${url}\n\n${ignore}\n`,
  },
  'bring-names': {
    subject: (title: string) => `Your names at ${title}`,
    text: (title: string, url: string) =>
      `This brings the names that you keep by this e-mail address at ${title} to the browser in which you open it, once, within an hour:\n\n${url}\n\nGive it to nobody. ${ignore}\n`,
  },
  'claim-archive': {
    subject: (title: string) => `Something about this address at ${title}`,
    text: (title: string, url: string) =>
      `Somebody asks ${title} about this e-mail address. If it was you, look here, once, within an hour; whoever opens it can go on as the owner of the address:\n\n${url}\n\nGive it to nobody. ${ignore}\n`,
  },
  'own-data': {
    subject: (title: string) => `Something about this address at ${title}`,
    text: (title: string, url: string) =>
      `Somebody asks what ${title} keeps of whoever uses this e-mail address. If it was you, look here, once, within an hour; whoever opens it can have it, or have it erased:\n\n${url}\n\nGive it to nobody. ${ignore}\n`,
  },
} as const satisfies Record<string, LetterWords>;
