import type { DemoArticle } from './types.ts';

export const townCrier: DemoArticle = {
  slug: 'town-crier',
  title: 'Wanted: a voice, own boots preferred',
  standfirst:
    'Wrenmouth has been without a town crier since the last one lost his voice to a wedding. The council has drawn up a person specification. It runs to four pages.',
  byline: ['Bede Hallam'],
  published: '2026-10-13T06:00Z',
  tags: ['Town life', 'Town council', 'Committees', 'History'],
  policy: 'first-held',
  body: `The post of town crier of Wrenmouth is unpaid, has been held by nineteen people since 1702, and carries the right to a barrel of small beer at Michaelmas, which was last claimed in 1911. It fell vacant in July, when Ambrose Peake, who had cried for twenty-two years, attended his granddaughter’s wedding and sang.

He has been told by his doctor to whisper until Christmas. He did so at last Tuesday’s meeting of the civic committee, which had to be asked to stop rustling.

Before the committee was a person specification. It has four pages. The successful candidate will be able to “project unamplified to a distance of ninety metres, in conditions”, will show “a track record of engagement with stakeholders”, and will hold a clean driving licence. No vehicle goes with the post.

“I have read it twice,” Mr Peake is understood to have whispered, “and I would not have got it.”

Councillor Hesper Dunn, who drafted it, said that the council was obliged to be able to show why it had picked one person and not another. The last appointment, in 2004, was made by having the three candidates stand at the end of Customs Quay in a westerly and seeing which of them could be heard at the Packet. “Which is a perfectly good test,” she said, “but it was not written down.”

It has now been written down. It is on page three, under *Assessment*, with a provision for postponement in the event of fog.

Two other matters took the committee until ten. One was the hat, which is the town’s property, dates from 1887 and fits Mr Peake. The other was whether the crier may decline to cry things. Mr Peake had done so twice in twenty-two years, and would not say what they were. The committee resolved that the next one may decline on grounds of conscience, but not of length.

Applications close on 31 October. The candidates will be heard on Customs Quay on Saturday 28 November at noon, high water, and the public is invited to stand outside the Packet and put its hand up.`,
  claims: [
    {
      passage:
        'The candidates will be heard on Customs Quay on Saturday 28 November at noon, high water, and the public is invited to stand outside the Packet and put its hand up.',
      due: '2026-11-28',
    },
  ],
  sources: [
    { class: 'Public meetings', count: 1, note: 'Civic committee, 6 October' },
    { class: 'Documents read in full', count: 1, note: 'The person specification' },
  ],
  comments: [
    {
      name: 'Third Bollard',
      at: '2026-10-13T06:33Z',
      text: 'I have engaged with a great many stakeholders outside the Packet and none of them has ever asked to see my driving licence.',
    },
    {
      name: 'Gannet',
      at: '2026-10-13T06:58Z',
      text: 'I SHALL BE APPLYING.',
    },
    {
      name: 'Half-Tide',
      at: '2026-10-13T07:04Z',
      inReplyTo: 2,
      text: 'We heard.',
    },
    {
      name: 'Pedant in Residence',
      at: '2026-10-13T08:47Z',
      text: 'Nineteen “since 1702” cannot be right unless you leave out the two who served jointly in the cholera year. The board in the Guildhall has twenty names, and one of the twenty is on it twice, having been dismissed and thought better of. I make it twenty criers, nineteen persons.',
    },
    {
      name: 'Ex-Clerk',
      at: '2026-10-13T09:30Z',
      text: 'I was the clerk in 2004 and I wrote it down. It is in the minute book, page 211: “Mr Peake was heard at the Packet. Mr Sorrell was heard at the ice house. Mr Vane was not heard.”',
    },
    {
      name: 'Not Heard',
      at: '2026-10-13T18:21Z',
      inReplyTo: 5,
      text: 'I was Mr Vane’s lift home. It was a very strong westerly, and he has never been right about it since. “Mr Vane was not heard” is going on a mug.',
    },
    {
      name: 'نور على الرصيف',
      at: '2026-10-13T20:16Z',
      text: `In the port where I grew up there was also such a man, who called the boats, and when he became old his daughter took it over because she had learned all the names. Nobody wrote a specification. Everyone would have laughed if it was someone else.

Can a woman apply? I ask because the hat sounds small.`,
    },
    {
      name: 'Mudlark',
      at: '2026-10-13T20:55Z',
      inReplyTo: 7,
      text: 'Yes! Three of the nineteen (or twenty, see comment 4) were women, and Widow Tranter did it for thirty-one years in that very hat’s predecessor. Please do.',
    },
    {
      name: 'Brasso',
      at: '2026-10-14T10:02Z',
      text: 'Try our bells, hand cast, ten per cent off for councils, message me.',
      state: 'removed',
      reason: {
        code: 'advertising',
        sentence: 'It offered goods for sale and said nothing about the article.',
      },
      decidedAt: '2026-10-14T10:40Z',
    },
    {
      name: 'Siân o’r Aber',
      at: '2026-10-14T11:15Z',
      text: 'What were the two things he would not cry? That is the story, Mr Hallam. Everything else is hats.',
    },
    {
      name: 'Third Bollard',
      at: '2026-10-14T12:00Z',
      inReplyTo: 10,
      text: 'Agree with Sian. “Everything else is hats” should be over the door of the Guildhall.',
    },
    {
      name: 'Ex-Clerk',
      at: '2026-10-14T17:44Z',
      inReplyTo: 10,
      text: 'One was the opening of the ring road. I shall not say what the other was, but he was right.',
    },
    {
      name: 'Quay Resident',
      at: '2026-10-18T12:38Z',
      url: 'https://quayresident.example/',
      text: 'A practical note: high water on 28 November is 12.52 by the tables, so “noon, high water” is nearly an hour out, and at noon the wind funnels up the steps. If they want a fair test they should start at a quarter to one. If they want a short one, noon is ideal.',
    },
    {
      name: 'Loud Hailer',
      at: '2026-11-21T19:22Z',
      state: 'held',
      text: 'Is it true they are down to two because the third one withdrew when he saw who the judges were? I work with his wife and that is the talk. No names. I will be outside the Packet with my hand *down*.',
    },
  ],
};
