import type { DemoDraft } from './types.ts';

/** What is still being written: one draft waits to be read, one for its time, one for its writer. */
export const drafts: DemoDraft[] = [
  {
    title: 'The tide clock on the bonded store is right twice a fortnight',
    standfirst: 'It was mended in June, for £2,300. Three skippers have set their watches by it, once each.',
    byline: ['Imogen Thrale'],
    tags: ['Customs Quay', 'Money'],
    stands: {
      is: 'in-review',
      note: 'Please look at the second paragraph: is it fair to the clockmaker? He has not rung back.',
    },
    body: `The tide clock on the bonded store was mended in June. It shows high water at a quarter past four, on every day of the week, and has done since the second week of July.

The clockmaker, of Pellbury, says on his invoice that the moon is not covered by the guarantee.

“It is a very handsome dial,” said the harbour master’s office. “We use the tables.”`,
  },
  {
    title: 'What is on in the week of the regatta supper',
    standfirst: 'A jumble sale, two choirs, one lecture on dredging with slides.',
    byline: ['Bede Hallam'],
    tags: ['Town council'],
    stands: { is: 'scheduled' },
    body: `The regatta supper is on Saturday at seven, in the sail loft. Bring a plate, a chair and an opinion of the handicap.

On Tuesday the Saltings choir and the Customs Quay choir sing on the same evening, in the same street, as they have since they were one choir.

On Thursday there is a lecture: *Forty years of dredging, with slides*. There will be a second projector.`,
  },
  {
    title: 'Nine lamps on Sluice Lane',
    standfirst: '',
    byline: ['Imogen Thrale'],
    tags: [],
    stands: { is: 'unfinished' },
    body: `Nine of the fourteen lamps on Sluice Lane were out on Monday. Count again on a dry night.

Ask the county who owns the other five.`,
  },
];
