/** What a writer reads of what is kept of them, in English. */
export const ownResponsesWords = {
  link: 'Your responses: change, withdraw, download or erase them',
  title: 'Your responses',
  explained: 'What was written with the names that this browser keeps. Only this browser sees this page.',
  nobody: 'This browser keeps no name, so nothing is known to be yours here.',
  toYou: 'Bring your names to this browser',
  none: 'No response of yours is kept.',
  number: (number: number) => `Response ${number}`,
  noNumber: 'Without a number',
  on: 'on',
  sent: 'Sent',
  open: 'Change or withdraw it',
  newer: 'Newer',
  older: 'Older',
  download: 'Download everything (JSON)',
  downloadHint:
    'Your responses with their earlier wordings, the names and addresses you gave, what was decided on them and why, reviews that you asked for, and suspensions. Nothing of anybody else.',
  erase: 'Erase',
  eraseHint:
    'Of all your responses, for good. Numbers stay, and the public record says that something was taken back, never what. Letters to you end.',
  depth: 'What goes',
  depths: {
    name: 'Your names and addresses: the words stay, under “Name removed”',
    words: 'Your words as well: each number keeps a tombstone',
  },
  sure: 'Type “erase” to confirm',
  sureWord: 'erase',
  noDepth: 'Choose what goes.',
  notSure: 'Type the word erase, so that nothing goes by a slip.',
  refused: 'Nothing was erased',
  erased: 'Done: it is erased.',
};
