/** What is kept of one reader, at the desk. */
export const peopleWords = {
  words: {
    heading: 'What it said before',
    never: 'Its writer has not changed it.',
    link: (count: number) =>
      count === 1 ? 'Changed once by its writer' : `Changed ${count} times by its writer`,
    change: (number: number) => `Change ${number}`,
    shown: 'Readers had seen the earlier words.',
    notShown: 'Nobody but staff had seen the earlier words.',
    unchanged: (count: number) => (count === 1 ? 'One paragraph unchanged' : `${count} paragraphs unchanged`),
    takenOut: 'taken out: ',
    putIn: 'put in: ',
    end: ' (end)',
  },
  people: {
    heading: 'What is kept of a reader',
    lead: 'Somebody who asks what is kept of them is told, or has it erased. First be sure that it is theirs: the address they write from is the one they gave, or they send you the secret address of one of their receipts.',
    by: 'Find by',
    ways: { email: 'E-mail address', name: 'Name', response: 'Writer of the response with this id' },
    value: 'Address, name or id',
    find: 'Find',
    none: 'Nothing is kept under this.',
    found: (count: number) => (count === 1 ? 'One response.' : `${count.toLocaleString('en-GB')} responses.`),
    reports: (count: number) =>
      count === 1
        ? 'One report was sent with this address.'
        : `${count.toLocaleString('en-GB')} reports were sent with this address.`,
    manyWriters: 'Different people may have signed with one name: look before you erase.',
    number: (number: number) => `Response ${number}`,
    noNumber: 'Without a number',
    on: 'on',
    sent: 'sent',
    name: 'Name:',
    email: 'E-mail:',
    export: 'Download it (JSON)',
    exportHint:
      'Their responses with earlier wordings, names, addresses and decisions, the letters and reviews that they asked for, and suspensions; where you looked by an address, what they reported; where by a response, all names and keys of its writer. Notes of staff, what filters found and that readers reported it are in it too: read it before you give it out. That you did is entered in the private part of the record.',
    erase: 'Erase',
    eraseHint:
      'For good, of all responses and reports that were found. Numbers stay, and each has its line in the public record with the reason and your role, never your name. Backups made before still hold the words.',
    depth: 'What goes',
    depths: {
      name: 'The name and the addresses: the words stay, under “Name removed”',
      words: 'The words as well: a tombstone stays under each number',
    },
    reason: 'Reason, as the public reads it',
    sure: 'Type “erase” to confirm',
    sureWord: 'erase',
    notSure: 'Type the word erase, so that nothing goes by a slip.',
    noDepth: 'Choose what goes.',
    noReason: 'Choose a reason.',
    refused: 'Nothing was erased',
    done: (count: number) =>
      count === 1 ? 'One response was changed.' : `${count.toLocaleString('en-GB')} responses were changed.`,
    reportsDone: (count: number) =>
      count === 1 ? 'One report was changed.' : `${count.toLocaleString('en-GB')} reports were changed.`,
    thisWriter: 'What is kept of this writer',
  },
};
