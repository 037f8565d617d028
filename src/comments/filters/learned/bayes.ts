import classifier from 'wink-naive-bayes-text-classifier';
import { foldedWords } from '../../../lib/fold-text.ts';

export type Label = 'kept' | 'removed';
export type Sample = { id: string; text: string; label: Label };

/** What was learned, and how a text looks by it. */
export type Learned = {
  /** How much likelier it is removed than kept, as the base-2 logarithm of the odds; 0 where no word is known. */
  leaning(text: string): number;
  /** The words that speak most for it being removed, the strongest first. */
  strongest(text: string): string[];
};

/** Four to one: below that nothing is held for it. */
export const leastLeaning = 2;

const mostTold = 3;
/** Words that are longer say nothing, nor do single letters. */
const word = /^.{2,30}$/su;

/** Begins to learn: texts one after another, then `json` of all. What is learned depends on the texts alone. */
export function learner(): { learn(sample: Omit<Sample, 'id'>): void; json(): string } {
  const bayes = prepared();
  return {
    learn: ({ text, label }) => {
      if (wordsOf(text).length > 0) bayes.learn(text, label);
    },
    json: () => bayes.exportJSON(),
  };
}

/** What was learned before. It must have seen texts of both labels. */
export function learnedFrom(json: string): Learned {
  const bayes = prepared();
  bayes.importJSON(json);
  bayes.consolidate();
  const leaning = (text: string) => bayes.computeOdds(text).find(([label]) => label === 'removed')?.[1] ?? 0;
  return {
    leaning,
    strongest: (text) =>
      wordsOf(text)
        .map((each) => ({ each, by: leaning(each) }))
        .filter(({ by }) => by > 0)
        .sort((one, other) => other.by - one.by || (one.each < other.each ? -1 : 1))
        .slice(0, mostTold)
        .map(({ each }) => each),
  };
}

function prepared() {
  const bayes = classifier();
  bayes.definePrepTasks([wordsOf]);
  bayes.defineConfig({ considerOnlyPresence: true, smoothingFactor: 1 });
  return bayes;
}

/** The different words of a text, folded, in their order. */
function wordsOf(text: string): string[] {
  return [...new Set(foldedWords(text))].filter((each) => word.test(each));
}
