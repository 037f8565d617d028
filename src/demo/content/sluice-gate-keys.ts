import type { DemoArticle } from './types.ts';

export const sluiceGateKeys: DemoArticle = {
  slug: 'sluice-gate-keys',
  title: 'Seven keys to one flood gate, and six of them astray',
  standfirst:
    'The gate at the foot of Sluice Lane keeps the spring tides out of 140 houses. On the night it was needed, it was shut by a man with a crowbar.',
  byline: ['Imogen Thrale'],
  published: '2026-09-18T06:00Z',
  tags: ['Flooding', 'Sluice Lane', 'County council', 'Harbour board'],
  body: `There is one flood gate at the foot of Sluice Lane, and by the county council’s register there are seven keys to it. On the night of 29 August, with the tide forty minutes from the top of the wall, none of the seven could be found by anybody who was awake.

The gate was shut in the end by Absalom Reeve, who keeps the chandlery, with a crowbar that he was good enough to invoice for. The water came within eleven inches. Behind the gate are 140 houses, the infants’ school and the substation.

## Where the keys are

The *Ledger* has been through the register, which is a public document and a short one.

- Key 1 is at the county’s depot in Pellbury, nineteen miles away.
- Keys 2 and 3 are with the harbour board, which says that it returned them in 2017.
- Key 4 was issued to a flood warden who moved to Portugal.
- Key 5 is “with fire station”. The fire station became flats in 2020.
- Key 6 is signed for, illegibly.
- Key 7 hangs on a hook in the gatehouse, inside the gate that it opens.

The county does not dispute the list. “The register is a record of issue rather than of location,” said its head of drainage, Verity Standish, who took up the post in June and did not choose the hook.

## What is to be done

Ms Standish has been franker than her predecessors. She said that the county would fit new locks, with codes instead of keys, by 30 October, and that from then on four people living within half a mile would hold the code and be paid a retainer for it.

A full exercise, gate and pumps together, is set for the spring tide of Wednesday 25 November, in daylight, with the harbour board present. It will be the first since 2016. The last one was abandoned when a key broke in the lock, which may account for one of the seven.

The harbour board’s clerk said that the board welcomed the exercise and would be looking for its receipt.`,
  claims: [
    {
      passage:
        'She said that the county would fit new locks, with codes instead of keys, by 30 October, and that from then on four people living within half a mile would hold the code and be paid a retainer for it.',
      due: '2026-10-30',
    },
    {
      passage:
        'A full exercise, gate and pumps together, is set for the spring tide of Wednesday 25 November, in daylight, with the harbour board present.',
      due: '2026-11-25',
    },
  ],
  sources: [
    { class: 'Public records', count: 1, note: 'Register of keys, county drainage section' },
    { class: 'On the record', count: 3 },
    { class: 'People in the room', count: 2, note: 'At the gate on 29 August' },
  ],
  comments: [
    {
      name: 'Mudlark',
      at: '2026-09-18T06:40Z',
      text: 'I was there. Absalom did not ask anyone’s leave, he just walked down in his slippers. If he gets so much as a letter about damage to county property I will frame it and hang it in the Packet.',
    },
    {
      name: 'Quay Resident',
      at: '2026-09-18T07:58Z',
      url: 'https://quayresident.example/',
      text: 'The one I cannot get over is key 7. Somebody had to go through the gate, hang the key on the hook, come out again, and lock it with a different key. It was *thought about*.',
    },
    {
      name: 'Retired Pilot',
      at: '2026-09-18T09:15Z',
      text: 'Eleven inches below the top of the wall is 3.1 metres on the Customs Quay gauge. We have had 3.1 metres four times since I came here in 1979, and three of the four have been since 2019. So the article might have said “the night it was needed” in the plural.',
    },
    {
      name: 'Gannet',
      at: '2026-09-18T12:22Z',
      text: 'HEADS SHOULD ROLL. Ideally one of them should roll down Sluice Lane and see how far it gets.',
    },
    {
      name: 'Ex-Clerk',
      at: '2026-09-18T13:05Z',
      inReplyTo: 4,
      text: 'Whose? The register has passed through four departments and two reorganisations, and the last person who plainly owned the problem retired in 2014 with a carriage clock. I was at the party. I do not say that this is better. I say that there is no head.',
    },
    {
      name: 'Sgt Whelk',
      at: '2026-09-18T20:47Z',
      text: 'Everyone on the Lane knows who broke the key off in 2016 and that he was drunk on duty, and his initials are the same as the bloke that signed for number 6.',
      state: 'removed',
      reason: {
        code: 'unsourced-allegation',
        sentence:
          'It accused a person who can be identified of misconduct, with no source that can be checked.',
      },
      decidedAt: '2026-09-19T07:12Z',
    },
    {
      name: 'Mudlark',
      at: '2026-09-18T21:30Z',
      inReplyTo: 6,
      text: 'No, everyone on the Lane does not. I live on it.',
    },
    {
      name: 'Siân o’r Aber',
      at: '2026-09-19T08:20Z',
      text: 'In my last town the code for the flood gate was painted on the flood gate, in Welsh, on the theory that the sea does not read it. It worked very well.',
    },
    {
      name: 'Third Bollard',
      at: '2026-09-19T08:44Z',
      inReplyTo: 8,
      text: '“On the theory that the sea does not read it” is the best description of a county policy I have seen.',
    },
    {
      name: 'Quay Resident',
      at: '2026-09-20T16:18Z',
      url: 'https://quayresident.example/',
      inReplyTo: 3,
      text: `Retired Pilot is right and understates it. From the gauge, which [anybody may download](https://tidegauges.example/stations/customs-quay/annual-maxima.csv):

- 1979 to 2018: over 3.1 m once
- 2019 to 2026: over 3.1 m three times

That is not a key problem. New locks are the cheap half of this.`,
    },
    {
      name: 'Half-Tide',
      at: '2026-09-20T18:00Z',
      inReplyTo: 10,
      text: 'Agree with Quay-Resident, and I would like it noted that I do not make a habit of it.',
    },
    {
      name: 'Mudlark',
      at: '2026-11-01T09:12Z',
      text: 'The 30th has been and gone. I walked down this morning: there is a new box on the gate, a very smart one, and it has a keyhole.',
    },
  ],
};
