/** What readers see of letters to them, in English. */
export const lettersWords = {
  checkbox: 'Write to me when somebody answers, quotes or refers to me here',
  checkboxHint:
    'To the e-mail address above, after you said yes to a first letter. Each letter ends it by one press.',
  needsEmail: 'Letters need an e-mail address: give one, or take the tick out.',
  receiptHeading: 'Letters',
  receiptHint: 'A first letter asks whether the address is yours. Nothing else comes before you say yes.',
  email: 'E-mail address',
  kind: 'Of what',
  kinds: { answers: 'What answers, quotes or refers to me', thread: 'Every response to the article' },
  pace: 'How often',
  paces: { each: 'A letter for each', daily: 'One letter a day' },
  ask: 'Write to me',
  badEmail: 'This is not a whole e-mail address, such as name@post.example: mend it.',
  asked:
    'Asked for. If the address has not said yes yet, a letter is on its way to it: open the address in it.',
  refused: 'Nothing was asked for',
  title: 'Letters to you',
  to: 'To',
  confirmHint: 'Somebody asked for letters to this address. Is it yours, and do you want them?',
  confirm: 'Yes, write to me',
  notConfirmed:
    'No letters come before you say yes. Without a yes the address is forgotten within seven days.',
  moreAsked:
    'More was asked for since you said yes. Those letters come when you say yes to them too; without it they are forgotten within seven days.',
  waits: 'Waits for your yes.',
  undeliverable: 'Its mail server refused a letter for ever, so no more are sent. It said:',
  againHint: 'If it takes letters again, start them: they come until it refuses one once more.',
  again: 'Start letters again',
  none: 'No letters are sent to this address.',
  of: { answers: 'What answers, quotes or refers to you on', thread: 'Every response to' },
  change: 'Change',
  stop: 'No more of this article',
  stopAll: 'No more letters at all',
  stopTitle: 'No more letters',
  stopHint: {
    article: 'This ends letters about one article.',
    all: 'This ends all letters to your address.',
  },
  stopButton: 'No more letters',
  stopped: 'Done: these letters have ended.',
  secret: 'Keep this address: whoever has it can change your letters.',
};
