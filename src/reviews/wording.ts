import { roleWords } from '../record/wording.ts';
import type { Review, ReviewOutcome, ReviewSubject } from './review.ts';

/** What is said of a review to whoever asked for it, in English. */
export const reviewWords = {
  heading: 'Review',
  ask: 'Ask for a review',
  askHint: (day: string) =>
    `Somebody else of the staff than the first time looks at it again, and tells you here. You can ask once, until ${day}.`,
  words: 'What should they know? (if you like)',
  wordsHint: 'Whoever decides reads it. Nobody else does.',
  send: 'Ask for the review',
  refused: 'Your review was not asked for. Your words are kept.',
  askedAt: 'You asked for a review',
  yourWords: 'You said:',
  waits: 'It waits for a decision. What is decided stands here.',
  moot: 'It has ended without a decision, because there was nothing left to decide: what it was about has changed since.',
  late: 'The time in which a review could be asked for is over.',
  decidedAt: 'Decided',
  same: 'Nobody else on the staff may decide this: whoever decided first has looked at it again.',
  other: 'It was somebody else than the first time.',
  report: {
    title: 'Your report',
    of: (number: number, title: string) => `Response ${number} to “${title}”`,
    sent: 'Sent',
    settled: 'Decided',
    waits: 'It is with the staff. What they decide stands here.',
    outcomes: {
      kept: 'Somebody of the staff looked at it. The response was left as it stands.',
      removed: 'The response was removed.',
      gone: 'The response is no longer there: its writer took it back, or its words were erased.',
    },
    secret: 'Keep this address: whoever has it can see this page and ask for the review. It names nobody.',
  },
  letter: {
    subject: (title: string) => `What came of your review at ${title}`,
    page: (url: string) =>
      `It stands on the page of your response too. Whoever has its address can see and change it: give it to nobody.\n\n${url}`,
  },
};

const ends: Record<ReviewSubject, Record<'upheld' | 'reversed', string>> = {
  decision: {
    upheld: 'The decision was looked at again, and it stays.',
    reversed: 'The decision was looked at again, and it is reversed: your response is shown.',
  },
  suspension: {
    upheld: 'The suspension was looked at again, and it stays.',
    reversed: 'The suspension was looked at again, and it has ended.',
  },
  report: {
    upheld: 'What you reported was looked at again, and it stays.',
    reversed: 'What you reported was looked at again, and it is removed.',
  },
};

/** How a review ended, why, and by whom, as paragraphs of plain text; nothing while it has not. */
export function outcomeText({ subject, outcome, sentence, byRole }: Review): string[] {
  if (outcome === null) return [];
  const by = roleWords[byRole as keyof typeof roleWords] ?? byRole ?? '';
  const who = isBySame(outcome) ? reviewWords.same : reviewWords.other;
  return [
    ends[subject][outcome.startsWith('upheld') ? 'upheld' : 'reversed'],
    ...(sentence ? [sentence] : []),
    `This was decided by ${by}. ${who} No program decides.`,
  ];
}

const isBySame = (outcome: ReviewOutcome) => outcome.endsWith('-by-same');
