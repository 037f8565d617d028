/** How moderators are told of what waits. */
export const tellingWords = {
  telling: {
    heading: 'How you are told',
    link: 'How you are told…',
    back: 'To the queue',
    choose: 'Choose how often you are written to.',
    letters: 'Letters',
    lettersWhat: (email: string) =>
      `When something new waits, a letter to ${email} says how much does, and no word or name of any of it.`,
    noMail: 'No mail server is set: none is sent until whoever looks after the server sets one.',
    often: 'How often',
    digests: { off: 'Never', hourly: 'Once an hour at most', daily: 'Once a day at most' },
    keep: 'Keep',
    feed: 'A feed of your own',
    feedWhat:
      'For a feed reader: which articles something waits under, and where to decide it. Whoever has the address can read that much, so it holds no words and no names of readers.',
    feedOnce: 'Its address, shown this once:',
    since: 'There is one since',
    make: 'Make a feed',
    renew: 'Make a new address; the old one ends',
    end: 'End the feed',
    said: { digest: 'Kept.', ended: 'The feed is ended: its address leads nowhere.' },
  },
};
