import { count } from './phrases.ts';

/** The record as staff read it. */
export const recordWords = {
  // The record
  record: {
    heading: 'Record',
    intro: 'The newest lines first.',
    withPrivate: 'Private lines are marked; readers see only that they exist.',
    line: (seq: number) => `Line ${count(seq)}`,
    by: (role: string) => `By ${role}.`,
    on: 'On',
    reason: 'Reason:',
    code: (code: string) => `code ${code}`,
    hash: 'Hash:',
    private: 'Private',
    sealed: 'A private line whose content is no longer kept',
    public: 'The record as readers see it',
    empty: 'Nothing is in the record yet.',
  },
};
