import { count, some } from './phrases.ts';

/** What stands beside a held response, and how the queue is worked through. */
export const queueWords = {
  // The order
  order: {
    heading: 'The order',
    rule: 'The longest waiting stands first. What is held for a sign of risk counts as having waited longer:',
    more: (reason: string, hours: number) => `${reason}: ${some(hours, 'hour', 'hours')}`,
    reasons: { links: 'many links', honeypot: 'hidden field filled in' } as Record<string, string>,
  },

  // What its writer sent before
  past: {
    before: 'Earlier under this name:',
    nothing: 'Nothing earlier under this name.',
    noName: 'Signed with no name that anybody holds.',
    counted: {
      published: (number: number) => `${count(number)} published`,
      removed: (number: number) => `${count(number)} removed`,
      refused: (number: number) => `${count(number)} refused while held`,
      withdrawn: (number: number) => `${count(number)} withdrawn`,
      erased: (number: number) => `${count(number)} erased`,
      held: (number: number) => `${count(number)} held now`,
    },
  },
};
