import { some } from './phrases.ts';

/** How one article takes responses. */
export const articleResponsesWords = {
  articleResponses: {
    title: (title: string) => `Responses to “${title}”`,
    link: 'How it takes responses',
    saved: 'Slow mode is set.',
    refused: 'Nothing was changed:',
    policy: 'New responses',
    closing: 'Closing',
    slow: 'Slow mode',
    none: 'off',
    own: 'this article’s own',
    publications: 'the publication’s',
    closesAfter: (days: number) =>
      days === 0 ? 'never by themselves' : `${some(days, 'day', 'days')} after publication`,
    inForm: 'Change the policy and the closing, beside the text',
    seconds: 'Slow mode: seconds between two responses of one writer',
    hint: 'Empty: as the publication has it. 0: none. Whoever writes too soon keeps their words and is told when they can be sent. It is in the public record that slow mode was set.',
    save: 'Set slow mode',
  },
};
