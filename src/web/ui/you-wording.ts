/** The page of a writer's own: their names, and the keys by which they are known. */
export const youWords = {
  title: 'Your names',
  linkBefore: 'A name under which something of yours is published is yours:',
  link: 'your names here',
  heading: 'Your names here',
  explained:
    'You write here without an account. A name under which something of yours was published is yours: nobody else can sign with it. You are known by a secret in this browser; whoever has it, or one of the keys below, writes under your names.',
  nobody:
    'No name is kept in this browser yet. Write a response, and the name that you sign with appears here.',
  done: {
    'confirm-email': 'The address is confirmed: it brings your names to another browser.',
    'bring-names': 'Your names are in this browser now.',
    passkey: 'The passkey keeps your names: it brings them to another browser.',
    taken: 'The name is kept for you for seven days, and for good once something is published under it.',
    'given-up': 'You gave the name up.',
    ended: 'The key opens nothing any more.',
    out: 'This browser holds no names any more.',
    asked:
      'If there is something to tell about this address, a letter with a link is on its way. It works once, within an hour.',
    settled: 'Done.',
  },
  refused: 'That was not done',
  names: 'Names',
  states: {
    held: 'Yours.',
    waiting: (until: string) => `Waits for something to be published under it; kept for you until ${until}.`,
    lapsed: 'Was kept for seven days; anybody can take it now.',
    'given-up': 'Given up. While responses stand under it, nobody can have it.',
  },
  used: (count: number) =>
    count === 0
      ? 'Nothing is published under it.'
      : count === 1
        ? 'One published response:'
        : `${count} published responses, the newest:`,
  place: (number: number, title: string) => `${number} under “${title}”`,
  giveUp: 'Give it up',
  giveUpOf: (name: string) => `: ${name}`,
  giveUpHint: 'You cannot sign with it again while responses stand under it, and nobody else can.',
  another: 'Sign with another name from now on',
  anotherHint:
    'What is published keeps the name that it was signed with, and that one stays yours. Nothing public says that the two are one person’s.',
  name: 'New name',
  take: 'Keep this name for me',
  keys: 'What keeps them',
  keyKinds: {
    browser: 'A browser',
    phrase: 'A recovery phrase',
    email: 'An e-mail address',
    passkey: 'A passkey',
  },
  here: 'this one',
  since: 'since',
  end: 'End this key',
  endOf: (kind: string) => `: ${kind}`,
  endOthers: 'End all other browsers',
  out: 'Take the names out of this browser',
  outHint: 'Without a recovery phrase or an address you cannot get them back.',
  phrase: 'Recovery phrase',
  phraseHint: 'Six words to write down. They are shown once. A new phrase ends the one before.',
  makePhrase: 'Make a recovery phrase',
  phraseMade: 'Your recovery phrase',
  phraseOnce:
    'Write it down now: it is not shown again. Whoever has it has your names. Case and spaces do not matter.',
  back: 'Back to your names',
  email: 'E-mail address',
  emailHint: 'A letter with a link confirms it. The address is shown to nobody.',
  keepEmail: 'Keep the names by this address',
  passkeys: {
    headings: { add: 'Passkey', use: 'By a passkey' },
    hints: {
      add: 'Your device’s lock: a finger, a face, a code. Nothing is to be written down.',
      use: 'If you have made one here for your names.',
    },
    noScript: 'It needs scripts, which are off in this browser: the other ways do without.',
    failed: {
      add: 'No passkey was added. Try it once more, or use another way.',
      use: 'No passkey was used. Try it once more, or use another way.',
    },
    known: 'This device keeps a passkey for your names already.',
    add: 'Make a passkey',
    use: 'Bring the names by a passkey',
  },
  bring: 'Bring names to this browser',
  bringHint: 'With a key that you made in another browser.',
  letGo: 'Let go of the names that this browser holds now',
  yourPhrase: 'Your recovery phrase',
  yourPhraseHint: 'Six words of five letters.',
  bringPhrase: 'Bring the names',
  yourEmail: 'The address that keeps your names',
  yourEmailHint: 'A letter with a link goes there, if it keeps any.',
  sendLink: 'Send me a link',
  archive: 'Responses of the archive',
  archiveHint:
    'Did you write here before this publication used its present system? The address that you gave then proves it: a link to it makes these responses and their names yours.',
  archiveEmail: 'The address that you gave then',
  sendClaim: 'Ask for a link',
  linkTitle: 'A link from a letter',
  links: {
    'confirm-email':
      'Confirm this address, so that it keeps the names of this browser: whoever reads its mail can from then on bring them to another one.',
    'bring-names': 'Bring the names that are kept by this address to this browser.',
    'claim-archive':
      'Somebody asked about responses of the archive that were written with this address. They, and their names, become those of this browser’s writer.',
  },
  follow: {
    'confirm-email': 'Confirm',
    'bring-names': 'Bring the names here',
    'claim-archive': 'They are mine',
  },
  linkElsewhere:
    'Somebody asked to keep names by this address, in another browser than this. It is confirmed there: copy the link from the letter to the browser in which you write. Here it does nothing, and it still works there. If it was not you, do nothing.',
  linkOver: 'This link was used before, or its hour is over. Ask for another one.',
  claimed: (count: number) =>
    count === 1 ? 'One response is yours now.' : `${count} responses are yours now.`,
  claimedHeld: (names: string) => `Yours on the whole site: ${names}.`,
  claimedHere: (names: string) =>
    `Yours on the articles where they stand, as somebody else writes under them elsewhere: ${names}.`,
};
