import { some } from './phrases.ts';

const kinds: Record<string, string> = {
  'article.publish-due': 'To publish an article at its time',
  'citation.kept': 'To look for words of a cited page in the responses',
  'comment.quote-cited': 'To look for words of cited pages in a response',
  'comment.release': 'To publish a released response',
  'mail.send': 'To send a letter by mail',
  'mail.writer': 'To send a letter to a reader who asked for it',
  'letters.confirm': 'To ask a reader whether they want letters',
  'letters.news': 'To find out who is to be told of a response',
  'letters.send': 'To tell a reader of new responses by mail',
  'picture.remove-files': 'To take away files that no picture has',
  'statements.send': 'To send statements of reasons to the Transparency Database',
  'record.witness': 'To ask a witness to cosign the record',
  'webhook.send': 'To tell another program what happened',
};

/** Jobs that gave up. */
export const jobsWords = {
  jobs: {
    heading: 'Failed jobs',
    none: 'No job has failed.',
    some: (jobs: number) =>
      `${some(jobs, 'job was', 'jobs were')} tried as often as it may be and stays undone until you decide.`,
    refused: (addresses: number) =>
      `No more letters go to ${some(addresses, 'address', 'addresses')} of readers, because the mail server refused one for ever. Each reader can start them again on the page of their letters.`,
    kind: (kind: string) => kinds[kind] ?? kind,
    failed: (attempts: number) => `Given up after ${some(attempts, 'attempt', 'attempts')},`,
    because: 'It says:',
    addressForgotten: 'The address is not kept any more: whoever wants this letter asks for it again.',
    again: 'Try again',
    letGo: 'Let go',
    done: {
      again: 'It is tried again now.',
      'let-go': 'It was let go: it stays undone.',
    },
  },
};
