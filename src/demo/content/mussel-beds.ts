import type { DemoArticle } from './types.ts';

export const musselBeds: DemoArticle = {
  slug: 'mussel-beds',
  title: 'Mussel beds shut for a fortnight after a bad sample',
  standfirst:
    'Four boats are tied up and one wholesaler is furious. The bacteria came down the Wren, everybody agrees. From whose pipe is a longer conversation.',
  byline: ['Kester Adeyinka'],
  published: '2026-11-12T07:00Z',
  tags: ['Fishing', 'Harbour board', 'Customs Quay', 'County council'],
  body: `The mussel beds below Gannet Point were closed on Tuesday evening, after a sample taken the week before was found to have eleven times as much *E. coli* in it as the law allows. Nothing may be gathered there until two clean samples have been taken, a week apart.

The earliest that could be is 27 November, the county’s environmental health office says. The second of the two samples is to be drawn on the 24th, and the laboratory takes three days.

For the four boats that work the beds it is the wrong fortnight. The Pellbury Christmas orders go out in the last week of November, and mussels that are not there will be bought from somebody else. Jory Penhale, who has the *Second Wind*, put his loss at £1,900 a week. “And the mortgage on the boat did not get a bad sample,” he said.

Nobody has been reported ill. Mussels landed before 3 November are not affected; those landed on the 3rd and 4th, about six hundred kilos, have been called back from two wholesalers, one of whom told us at some volume that they had been eaten.

## Whose pipe

It rained for thirty hours on 1 and 2 November. When it does that, three things run into the Wren above the town: the overflow of the treatment works at Marl Cross, which is allowed to spill in a storm; the yards of two dairy farms, which are not; and Sluice Lane, which is a road.

Wrenvale Water said that its overflow had run for nine hours and that this was “within the terms of its permit”. It publishes the times but not the amount, because the overflow has no meter. One is to be fitted by 31 March.

The harbour board, which leases out the beds and takes £14 a tonne, took samples of its own on Wednesday at six places from Marl Cross to the Point. It hopes to have the results next week and says that it will print them, whatever they say. The chairman of the mussel men’s association, who is also Mr Penhale, said that he would believe it when he could not smell it.`,
  claims: [
    {
      passage: 'The earliest that could be is 27 November, the county’s environmental health office says.',
      due: '2026-11-27',
    },
    { passage: 'One is to be fitted by 31 March.', due: '2027-03-31' },
    {
      passage: 'It hopes to have the results next week and says that it will print them, whatever they say.',
      due: '2026-11-20',
    },
  ],
  sources: [
    { class: 'Public records', count: 2, note: 'Closure notice; overflow times' },
    { class: 'On the record', count: 5 },
  ],
  comments: [
    {
      name: 'Retired Pilot',
      at: '2026-11-12T08:10Z',
      text: 'On a spring ebb, water from Marl Cross is at the beds in two hours and a half. From the farms it is nearer four. The overflow times are published, and the state of the tide is in the almanac. The sample of the 3rd was taken at 09.15. Somebody with a pencil could get a long way before the board’s results come in.',
    },
    {
      name: 'Somebody with a Pencil',
      at: '2026-11-12T21:55Z',
      inReplyTo: 1,
      text: `All right then. The overflow ran from 19.40 on the 2nd to 04.40 on the 3rd, [says the company](https://wrenvalewater.example/overflows/marl-cross/2026-11). High water was at 05.05. So the last five hours of it went *up* the river on the flood and came down again on the ebb, at the beds by about half past seven at the earliest, and the sample was at 09.15.

That fits. But it does not rule the farms out: theirs would have been there by nine.

Two suspects, then, and neither has an alibi.`,
    },
    {
      name: 'Dairy Ashes',
      at: '2026-11-13T06:48Z',
      inReplyTo: 2,
      text: 'One of the two farms here. Our yard drains to a lagoon, it was inspected in September, and it was a foot and a half below the brim on the 3rd; I have a photograph with the date on it and will show it to anybody who comes. “Neither has an alibi” is a good line but one of us does.',
    },
    {
      name: 'Somebody with a Pencil',
      at: '2026-11-13T07:30Z',
      inReplyTo: 3,
      text: 'Then I was too quick and I am sorry. One farm, one works, one road.',
    },
    {
      name: 'FreshCatchDeals',
      at: '2026-11-22T03:17Z',
      url: 'https://freshcatchdeals.example/',
      state: 'held',
      text: 'Great post, very informative!! Missing your mussels this Christmas? We deliver EVERYWHERE 🦐 See [frozen mussels 1 kg](https://freshcatchdeals.example/mussels?ref=wrm1), [party platters](https://freshcatchdeals.example/platters?ref=wrm1), [luxury hampers](https://hampers.freshcatchdeals.example/?ref=wrm1) and [our best prices on knives](https://knifebarn.example/sale?aff=2281). Code WREN15 for 15 % off, today only.',
    },
  ],
};
