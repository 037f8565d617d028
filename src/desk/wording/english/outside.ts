import { count, some } from './phrases.ts';

/** What others are told, and what they answer. */
export const outsideWords = {
  outside: {
    witnesses: 'What the witnesses say',
    noWitnesses: 'Nobody is asked to cosign the record.',
    notYetAsked: 'It was not asked yet.',
    neverCosigned: 'It has not cosigned yet.',
    cosigned: (entries: number) => `It cosigned the record of ${some(entries, 'entry', 'entries')},`,
    failingSince: 'So since',
    sending: 'Statements of reasons that are sent',
    noTarget:
      'No address is set to send them to: whoever looks after the server sets HUSTINGS_STATEMENTS and HUSTINGS_STATEMENTS_TOKEN.',
    target: (address: string) => `They go to ${address}, with a token that is set on the server.`,
    onWithoutTarget:
      'A day is set from which on they are to be sent, and none is: the server knows no address.',
    counts: ({ sent, waiting, refused, exempt }: Record<'sent' | 'waiting' | 'refused' | 'exempt', number>) =>
      `${count(sent)} sent, ${count(waiting)} waiting, ${count(refused)} refused, ${count(exempt)} not to be sent.`,
    failing: (why: string) => `The last try failed: ${why}`,
    refused: 'Refused by the database',
    sendAgain: 'Once the cause is mended, `hustings statements --sent --again` has them sent once more.',
    trouble: 'Witnesses of the record',
    toWitnesses: 'To the witnesses',
  },
};
