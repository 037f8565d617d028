import { foundWords } from './filters.ts';
import { count, seconds, some } from './phrases.ts';

/** Held, published and decided responses. */
export const responsesWords = {
  // Held responses
  queue: {
    heading: (waiting: number) => `${count(waiting)} waiting`,
    headingMore: (found: number) => `${count(found)} waiting and more`,
    order: 'Oldest and riskiest first.',
    waiting: (least: string, most: string) =>
      least === most ? `Waiting: ${least}` : `Waiting: ${least} to ${most}`,
    filters: 'Filters',
    byArticle: 'By article',
    all: 'All',
    empty: 'Nothing waits for a decision.',
    rules: 'The rules',
    waited: (text: string) => `waiting ${text}`,
    heldBecause: 'Held because:',
    because: {
      first: 'first by this writer',
      all: 'everybody is held',
      links: 'links',
      honeypot: 'hidden field filled in',
      words: 'a word of the list',
      name: 'a name of the list',
      pace: 'many in ten minutes',
      learned: 'reads like what was removed',
      flood: 'in a flood, without proof of work',
    } as Record<string, string>,
    found: foundWords,
    noReason: 'no reason was kept',
    links: (number: number) => some(number, 'link', 'links'),
    page: 'Their page:',
    on: 'on',
    inReplyTo: (number: number) => `In reply to ${count(number)}`,
    targetGone: 'That response is no longer shown.',
    release: 'Release',
    undo: 'Undo',
    remove: 'Remove…',
    the: (name: string) => ` the response by ${name}`,
    takesEffect: (left: number) =>
      left <= 0 ? 'Release takes effect now.' : `Release takes effect in ${seconds(left)}.`,
    releaseOf: 'Release of',
    takesEffectIn: (left: number) => (left <= 0 ? 'takes effect now.' : `takes effect in ${seconds(left)}.`),
  },

  // What only the desk may know of a name
  hints: {
    onlyHere: 'Only the desk sees this:',
    sameWriter: { before: 'the same writer also signs as', behind: '' },
    sameAddress: {
      before: 'the same network address also wrote as',
      behind: ' in the last 30 days',
    },
    archive: { before: 'the name looks like', behind: ', of the archive of this article' },
    others: ' and others',
  },

  // Removing
  removal: {
    legend: 'Remove: for which reason?',
    sentence: 'A sentence to the writer: needed with the last two reasons',
    says: 'The public record will say that a response was removed, when, by whose part and for which reason. It will not repeat the words or your sentence.',
    button: 'Remove',
    restore: 'Restore',
    choose: 'Choose a reason for the removal.',
    tooLong: (most: number) =>
      `The sentence to the writer is longer than ${count(most)} characters: shorten it.`,
    heading: 'Not removed yet',
  },

  // Decided and published responses
  responses: {
    heading: 'Responses',
    under: 'Under',
    intro: 'Published and decided, newest first.',
    everyState: 'All',
    states: {
      held: 'Held',
      published: 'Published',
      removed: 'Removed',
      refused: 'Refused while held',
      withdrawn: 'Withdrawn',
      erased: 'Erased',
    },
    byState: 'By state',
    byArticle: 'By article',
    everyArticle: 'All articles',
    find: 'Find by number',
    number: 'Number of the response',
    show: 'Show',
    empty: 'No response is listed here.',
    notShown: 'Its words are no longer shown, to nobody.',
    asReaders: 'As readers see it',
    decisions: {
      release: 'Released',
      remove: 'Removed',
      withhold: 'Withheld while a complaint is considered',
      refuse: 'Refused while held',
      restore: 'Restored',
      withdraw: 'Withdrawn by its writer',
      erase: 'Words and name erased',
      unname: 'Name taken off',
      suspend: 'Suspended',
      keep: 'Reported, and left as it stands',
    } as Record<string, string>,
    by: (name: string, role: string) => `by ${name}, ${role}`,
    byRole: (role: string) => `by ${role}`,
    told: 'Told to the writer:',
  },

  // What was done just now
  done: {
    published: (number: number) => `is published as response ${count(number)}.`,
    held: 'is held again: the release was undone.',
    removed: 'was removed. Its number stays.',
    refused: 'was removed. It gets no number.',
    restored: (number: number) => `is restored, as response ${count(number)}.`,
    response: 'The response by',
  },
};
