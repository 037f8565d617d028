import type { Figures } from '../../../comments/filters/learned/hold-out.ts';
import { count, some } from './phrases.ts';

/** What was found in a held response, by the code of why it is held. Quoted words keep their own direction. */
export const foundWords: Record<string, (found: readonly string[]) => string> = {
  words: (found) =>
    found.length === 1
      ? `it has ${quoted(found)} of the list of words`
      : `it has ${quoted(found)}, all of the list of words`,
  learned: (found) =>
    found.length === 0
      ? 'it reads like what was removed here before'
      : `it reads like what was removed here before, by ${quoted(found)} most`,
  pace: (found) => `it was ${found.map(paceText).join(', ')}`,
  flood: ([proof = '']) => floodProofs[proof] ?? 'it came in a flood, without proof of work',
  name: (found) => `its name looks like ${quoted(found)} of the list of names`,
};

/** By what became of a proof of work. */
const floodProofs: Record<string, string> = {
  none: 'it came without a proof of work',
  wrong: 'its proof of work was wrong',
  late: 'its proof of work came too late',
  used: 'its proof of work had come with another response',
};

const paces: Record<string, string> = {
  writer: 'under this name',
  address: 'from this network address',
  article: 'under this article',
};

/** “writer 6”, as it is kept. */
function paceText(found: string): string {
  const [of = '', number = ''] = found.split(' ');
  return `number ${number} in ten minutes ${paces[of] ?? of}`;
}

/** “one”, “two”: each isolated, so that one written from the right does not turn the line round. */
function quoted(found: readonly string[]): string {
  return found.map((each) => `“\u2068${each}\u2069”`).join(', ');
}

/** The page of filters, and what a rule would have held. */
export const filtersWords = {
  filters: {
    heading: 'Filters',
    intro:
      'A filter holds a response for a moderator; it never removes one. Before you save a rule, see what it would have held of the responses of the last 90 days.',
    others: 'All settings of filters',
    toTrials: 'See what a rule would have held before you save it',
    rules: {
      words: 'Words that hold',
      name: 'Names that hold',
      links: 'Links',
      learned: 'Learned from decisions',
    },
    learn: 'Learn anew now',
    asked: 'It is being learned: load this page again in a moment.',
    neverLearned: 'Nothing was learned yet.',
    tooFew: ({ kept, removed }: { kept: number; removed: number }, least: number) =>
      `Too few to learn from: ${count(kept)} kept and ${count(removed)} removed for a rule, where at least ${least} of each are needed.`,
    learnedFrom: ({ kept, removed }: { kept: number; removed: number }) =>
      `Learned from the last ${count(kept)} that were kept and ${count(removed)} that were removed for a rule.`,
    learnedWell: (figures: Figures) =>
      figures.tested === 0
        ? 'None was held out to see how well.'
        : `Of ${count(figures.tested)} that were held out it was right on ${percent(figures.right / figures.tested)}. It would have held ${count(figures.held)}, of which ${count(figures.heldRemoved)} were removed; of ${count(figures.testedRemoved)} removed ones it missed ${count(figures.testedRemoved - figures.heldRemoved)}.`,
    learnedTrial:
      'It has learned from many of these responses, so it does better here than on what is to come.',
    try: 'See what it would have held',
    save: 'Save',
    refused: 'Nothing was done:',
    done: {
      saved: (rule: string) => `${rule}: saved.`,
      same: (rule: string) => `${rule}: it was so already.`,
    },
    lately: 'Tried in the last week',
    trial: (rule: string) => `What it would have held: ${rule}`,
    tried: 'The rule that was tried',
    emptyList: 'The list that was tried is empty: it holds nothing.',
    looking: 'Responses looked at',
    progress: (looked: number, total: number) => `${count(looked)} of ${count(total)} looked at.`,
    look: 'See how far it is',
    result: (caught: number, looked: number) =>
      `It would have held ${count(caught)} of ${some(looked, 'response', 'responses')} in 90 days${looked === 0 ? '' : ` (${percent(caught / looked)})`}.`,
    warning: (caught: number, looked: number) => {
      if (caught === 0) return '';
      if (caught === looked) return 'That is every single one: whoever writes would wait.';
      return caught * 2 > looked ? 'That is more than half of all.' : '';
    },
    decided: ({ kept, removed, open }: { kept: number; removed: number; open: number }) =>
      `Of these, ${count(removed)} were removed or refused in the end, ${count(kept)} stand published, ${count(open)} are not decided.`,
    precision: (share: number) =>
      `Of those that were decided, ${percent(share)} were removed: so often it would have been right.`,
    noPrecision: 'None of these was decided, so nothing tells how often it would have been right.',
    recall: (share: number, removed: number) =>
      `Of ${some(removed, 'response that was', 'responses that were')} removed or refused in that time, it would have held ${percent(share)}.`,
    noRecall: 'Nothing was removed or refused in that time.',
    chart: 'Responses day by day',
    came: 'Came',
    held: 'It would have held',
    examples: (shown: number, caught: number) =>
      shown === caught ? 'All that it would have held' : `The last ${shown} that it would have held`,
    saveTried: 'Save this rule',
    isStored: 'This is the rule that is in force.',
    change: 'Change the rule and try again',
  },
};

function percent(share: number): string {
  const rounded = Math.round(share * 1000) / 10;
  return `${rounded.toLocaleString('en-GB')} %`;
}
