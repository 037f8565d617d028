import { some } from './phrases.ts';

/** Two versions of one article, and words that were not saved. */
export const mergingWords = {
  merge: {
    title: 'Two versions of this article',
    lead: (name: string | null) =>
      `${name ?? 'Somebody'} saved a newer version while you wrote. Nothing is lost: both are below, and yours is not saved yet.`,
    again: 'Yet another version was saved meanwhile. Here is yours merged with that one.',
    missing: 'Choose for each place which words shall stand. Nothing was saved.',
    conflicts: (number: number) =>
      number === 0
        ? 'What each of you changed does not meet: it is merged below. Read it, then save it.'
        : `${some(number, 'place was', 'places were')} changed by both of you: choose for each. Everything else is merged.`,
    place: (number: number) => `Text, place ${number}`,
    yours: 'Yours',
    theirs: 'Theirs, as it is saved',
    nothing: 'Nothing: it was taken out here.',
    sides: { mine: 'Mine', theirs: 'Theirs', both: 'Both, theirs first' },
    save: 'Save it so',
    edit: 'Take it into the form',
    theirsAlone: 'Open their version alone',
  },
  working: {
    unsaved: 'You have words that were not saved',
    unsavedNew: 'You have words that were never saved as an article',
    from: 'From',
    take: 'Take them up',
    drop: 'Throw them away',
    taken: 'These are your words that were not saved. Save them to keep them.',
    gone: 'Those words are no longer kept: they were saved, or thrown away.',
    untitled: 'Without a title',
    openSince: (name: string) => `${name} has it open since`,
    noForm: 'This did not come from an opened form: open the article again.',
  },
};
