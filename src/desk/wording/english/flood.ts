import { count, some } from './phrases.ts';

/** How many responses arrive, and whether that is a flood. */
export const floodWords = {
  flood: {
    isOn: (sent: number, counted: number) =>
      `A flood is on: ${sent < counted ? some(sent, 'response', 'responses') : `${count(sent)} responses and more`} in ten minutes,`,
    since: 'since',
    longer: 'for longer than is looked back.',
    whatWaits:
      'Whoever writes has to bring a proof of work. What comes without waits in the queue, behind the others.',
    narrow: 'What came without',
    busiest: (number: number) =>
      number === 0
        ? 'No response came in the last 90 days.'
        : `In the last 90 days at most ${some(number, 'response', 'responses')} came within ten minutes: what is a flood is a setting, and should be several times as many.`,
    calm: (sent: number, most: number) =>
      `There is no flood: ${some(sent, 'response', 'responses')} in the last ten minutes. While more than ${count(most)} come, each has to bring a proof of work or waits.`,
  },
};
