import { lettersWords } from './letters-wording.ts';
import { ownLinkWords } from './own-link-wording.ts';
import { ownResponsesWords } from './own-responses-wording.ts';

/** What a writer reads who changes what they wrote, in English. */
const writingAgain = {
  nameRemoved: 'Name removed',
  nameRemovedColophon: ', name taken off',
  edited: 'Edited',
  editedColophon: (when: string) => `, edited ${when}`,
  change: 'Change the words',
  changeUntil: 'Until',
  lastChanged: 'You last changed it',
  title: 'Change your response',
  hint: 'The name, the number and the place stay. Everybody sees that it was changed, and when; what it said before is kept for the editors alone.',
  heldHint:
    'The name stays. A moderator sees that it was changed; what it said before is kept for the editors alone.',
  text: 'Your words',
  textHint: 'A blank line begins a paragraph; > begins a quotation.',
  save: 'Save the change',
  preview: 'Preview',
  previewHeading: 'How it will look',
  back: 'Leave it as it is',
  refused: 'It was not changed',
};

/** Everything that is said to a writer about what they wrote before. */
export const writingAgainWording = {
  /** What a writer may keep to show others what became of a response. */
  proof: {
    download: 'Proof of what became of it',
    hint: 'The lines of the record about this response, each with its proof, and your words with what opens their commitment: a file by which anybody can check them without asking us. Keep it.',
  },
  writingAgain,
  letters: lettersWords,
  ownResponses: ownResponsesWords,
  ownLink: ownLinkWords,
};
