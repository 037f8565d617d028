type Gone = 'removed' | 'withdrawn' | 'withheld';
type Source =
  | { kind: 'article'; isEarlier: boolean }
  | { kind: 'comment'; number: number; gone: Gone | null; isEarlier: boolean }
  | { kind: 'citation'; isEarlier: boolean };

const verdicts = { exact: 'exact', altered: 'altered' };

/** As much of somebody’s words as a line holds. */
function short(text: string): string {
  const signs = [...text.replace(/\s+/g, ' ')];
  return signs.length > 80 ? `${signs.slice(0, 79).join('')}…` : signs.join('');
}

/** Words beside what is marked in responses. Import reads the notes back as no words of their writers. */
export const markWording = {
  /** Beside a quotation, in square brackets: “exact, response 1”. */
  quotation: (verdict: keyof typeof verdicts, source: Source) => {
    if (source.kind === 'comment') {
      if (source.gone !== null)
        return `${verdicts[verdict]}, response ${source.number}, which ${source.gone === 'withheld' ? 'is' : 'was'} ${source.gone}`;
      return `${verdicts[verdict]}, ${source.isEarlier ? 'quoted from an earlier version of ' : ''}response ${source.number}`;
    }
    const name = source.kind === 'article' ? 'article' : 'cited page';
    return `${verdicts[verdict]}, ${source.isEarlier ? `quoted from an earlier version of the ${name}` : `the ${name}`}`;
  },
  /** Beside a reference, in square brackets. */
  reference: (number: number, gone: Gone | null) => `response ${number}${gone === null ? '' : `, ${gone}`}`,
  quotedBy: 'Quoted by',
  referredBy: 'Referred to by',
  differs: (source: Source) =>
    source.kind === 'comment'
      ? `How the quotation differs from response ${source.number}`
      : `How the quotation differs from the ${source.kind === 'article' ? 'article' : 'cited page'}`,
  wrote: (source: Source) =>
    source.kind === 'comment' ? `Response ${source.number} wrote` : 'What stands there',
  quotedAs: 'Quoted here as',
  choices: 'Found in your text',
  doNotLink: (text: string) => `Do not link “${short(text)}”`,
  doNotMark: (text: string) => `Do not mark the quotation “${short(text)}”`,
};

export type MarkWording = typeof markWording;
