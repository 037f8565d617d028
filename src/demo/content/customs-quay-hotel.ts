import type { DemoArticle } from './types.ts';

export const customsQuayHotel: DemoArticle = {
  slug: 'customs-quay-hotel',
  title: 'Five storeys, sixty-four beds and the last of the fish market',
  standfirst:
    'A hotel on Customs Quay would give the harbour board £1.1 million and the town a roof bar. It would also give the bowling green a shadow until eleven in the morning.',
  byline: ['Imogen Thrale'],
  published: '2026-10-30T07:00Z',
  tags: ['Planning', 'Customs Quay', 'Harbour board', 'Money', 'Town council'],
  body: `The old fish market on Customs Quay is a shed with a good clock on it. Since the auctions went to Pellbury in 2011 it has held, in turn, a circus school, the council’s grit, and pigeons. If a planning application lodged this week succeeds, it will be taken down, all but the clock, and a hotel of sixty-four beds put in its place.

Fairlead Estates, of Pellbury, proposes five storeys in pale brick, with a restaurant on the water, a bar on the roof and eleven parking spaces. It says that there would be thirty-eight jobs, counted as full-time. The harbour board, which owns the land, would grant a lease of 125 years and be paid £1.1 million at once, and after that a share of the takings that neither side will state.

“The channel wants dredging and the bridge wants bolts,” said Dunstan Peverell, the board’s chairman. “I have been round the back of the sofa. This is what was there.”

## What it would do

The drawings are [on the planning register](https://planning.wrencounty.example/register/26-0817), 214 pages of them. The shadow is on page 88. From October to March it would lie across the bowling green until eleven in the morning, and across the tea stall until ten. The stall is at its busiest at half past seven.

Of the wind, the application says that a study “will follow”. Customs Quay faces west down three miles of open water, and the gap between the market and the bonded store is known locally as the Chimney. Fairlead said that the wind study would be published by 16 November.

By last night there were 212 objections on the register and 97 letters in support. The Estuary Conservation Panel, which advises the council, likes the clock. The Packet, which would lose its view and gain sixty-four neighbours with nothing to do in the evening, has written in support and against, from two addresses.

The officers’ report is due on 25 November, and the town council’s planning committee will decide on 3 December.`,
  claims: [
    { passage: 'Fairlead said that the wind study would be published by 16 November.', due: '2026-11-16' },
    {
      passage:
        'The officers’ report is due on 25 November, and the town council’s planning committee will decide on 3 December.',
      due: '2026-12-03',
    },
  ],
  sources: [
    { class: 'Public records', count: 3, note: 'The application; the register of responses; board minutes' },
    { class: 'On the record', count: 3 },
    { class: 'Officials', count: 1, note: 'Of the town council, not free to be quoted' },
  ],
  comments: [
    {
      name: 'Quay Resident',
      at: '2026-10-30T07:19Z',
      url: 'https://quayresident.example/',
      text: `I have lived on Customs Quay for twenty-six years and have watched four schemes for that shed come and go. There was the aquarium, the call centre, the other aquarium, and the thing with the domes. I was against three of them.

I am not sure that I am against this one. I am against five storeys.`,
    },
    {
      name: 'Gannet',
      at: '2026-10-30T07:24Z',
      text: 'A ROOF BAR. In the Chimney. They will be fishing the guests out of the channel with a boathook.',
    },
    {
      name: 'Thirty-Eight Jobs',
      at: '2026-10-30T07:51Z',
      text: 'There are 140 people under twenty-five signing on in this town. There is a shed with pigeons in it. Someone offers to pay over a million pounds to take away the pigeons and employ thirty-eight of us, and the first two responses are about the *height*.',
    },
    {
      name: 'Half-Tide',
      at: '2026-10-30T08:10Z',
      inReplyTo: 3,
      text: 'Only one of them is about the height. The other is about boathooks.',
    },
    {
      name: 'Bowls Secretary',
      at: '2026-10-30T08:33Z',
      text: 'For the avoidance of doubt, because I have been rung twice already: we do not play from October to March. The green is dormant. But it does need the frost off it by nine or the fungus gets in, and *that* is the objection. It is on the register under our name and is two pages long, with a photograph of the fungus.',
    },
    {
      name: 'Third Bollard',
      at: '2026-10-30T08:40Z',
      inReplyTo: 5,
      text: 'I have been waiting all my life for somebody to attach a photograph of the fungus.',
    },
    {
      name: 'Ex-Clerk',
      at: '2026-10-30T09:02Z',
      text: `Procedure, since it will come up. The harbour board as landowner wants the money. The town council as planning authority must not take the money into account. Three members of the planning committee also sit on the harbour board. They will have to leave the room, and that leaves six, and the quorum is six.

So nobody else may be ill on 3 December.`,
    },
    {
      name: 'Sceptic, Sluice Lane',
      at: '2026-10-30T09:44Z',
      inReplyTo: 3,
      text: '“Thirty-eight jobs, counted as full-time” is a forecast by the people who want the permission. The call centre forecast two hundred. It opened with nineteen and closed with a raffle.',
    },
    {
      name: 'Thirty-Eight Jobs',
      at: '2026-10-30T10:15Z',
      inReplyTo: 8,
      text: 'Then make it a condition. You can do that. You cannot put a condition on a pigeon.',
    },
    {
      name: 'Retired Pilot',
      at: '2026-10-30T10:58Z',
      text: 'The Chimney is real. In a westerly over thirty knots we would not bring a vessel alongside there at all, because she would sail off again by herself. Put up a flat wall of five storeys on the north side of it and you narrow the throat. I am no engineer, and would very much like to read one. Why is the wind study the one thing that “will follow”?',
    },
    {
      name: 'Planner, Retired (Elsewhere)',
      at: '2026-10-30T11:30Z',
      inReplyTo: 10,
      text: 'Usually because it has been done, and somebody did not care for it. Not an accusation. It is just what I used to assume, and I was seldom disappointed.',
    },
    {
      name: 'Nan of Chandler Row',
      at: '2026-10-30T12:20Z',
      text: 'My father was a porter in that market. At four in the morning with the lamps lit it was the most beautiful place in the world, and it stank. I should like somebody in it again before I go, and I do not mind if they are having cocktails.',
    },
    {
      name: 'Quay Resident',
      at: '2026-10-30T12:55Z',
      url: 'https://quayresident.example/',
      inReplyTo: 12,
      text: 'That is the strongest case for it I have seen, and it is not in the 214 pages.',
    },
    {
      name: 'Tern Left',
      at: '2026-10-30T13:08Z',
      text: 'Sixty-four beds, eleven parking spaces. Either this is the most enlightened transport policy in the county or fifty-three cars are going to spend the night in Ropewalk. I looked for the travel plan. It is on page 191, and it is a photograph of a bicycle.',
    },
    {
      name: 'Ropewalk Ron',
      at: '2026-10-30T13:31Z',
      inReplyTo: 14,
      text: 'They are not coming down Ropewalk, I will tell you that for nothing. I can hardly get out of my own gate when there is a christening.',
    },
    {
      name: 'Guesthouse',
      at: '2026-10-30T15:40Z',
      text: `I declare an interest: I have six rooms on Tallow Steps, and in a good August I turn away ten couples a week. They go to Pellbury. So the demand is there in August.

In February I have a man called Neville. What will sixty-four beds do in February?`,
    },
    {
      name: 'Third Bollard',
      at: '2026-10-30T15:52Z',
      inReplyTo: 16,
      text: 'Neville will have a choice.',
    },
    {
      name: 'Neville',
      at: '2026-10-30T18:06Z',
      inReplyTo: 16,
      text: 'I am very comfortable where I am, thank you. I come for the birds.',
    },
    {
      name: 'Mudlark',
      at: '2026-10-30T18:14Z',
      inReplyTo: 18,
      text: 'Neville!!',
    },
    {
      name: 'Sgt Whelk',
      at: '2026-10-30T20:25Z',
      text: 'How much is Peverell getting out of it, that is the question, he did not buy that boat on a chairman’s allowance. Brown envelope, roof bar, you do the maths.',
      state: 'removed',
      reason: {
        code: 'unsourced-allegation',
        sentence: 'It accused a named person of taking a bribe and gave nothing that can be checked.',
      },
      decidedAt: '2026-10-30T20:49Z',
    },
    {
      name: 'Half-Tide',
      at: '2026-10-30T21:02Z',
      inReplyTo: 20,
      text: 'Comment 20 was gone before I could disagree with it, which is a pity, as I had a good line about his boat. It is a very bad boat.',
    },
    {
      name: 'Pedant in Residence',
      at: '2026-10-31T07:15Z',
      text: 'The auctions went to Pellbury in March 2012, not 2011: the last lot was a halibut, and the *Ledger* had it on the front page. And the clock is not original to the shed. It was the Customs House’s until 1954, which may matter to the Conservation Panel, who like it.',
    },
    {
      name: 'Pound Street Landlord',
      at: '2026-10-31T08:22Z',
      text: 'As ever, the people who already have a house with a view of the water explain why nobody else should have a room with one.',
    },
    {
      name: 'Quay Resident',
      at: '2026-10-31T09:10Z',
      url: 'https://quayresident.example/',
      inReplyTo: 23,
      text: 'If that is meant for me: I can see the shed, the bins of the Packet, and on a clear day the bins of the Packet’s neighbour. I said that I was “not sure that I am against this one”. Please argue with what I wrote. There is plenty wrong with it.',
    },
    {
      name: 'Sceptic, Sluice Lane',
      at: '2026-10-31T09:35Z',
      inReplyTo: 24,
      text: 'What you wrote was that you had “watched five schemes for that shed come and go”, and that you were against most of them.',
    },
    {
      name: 'Quay Resident',
      at: '2026-10-31T09:58Z',
      url: 'https://quayresident.example/',
      inReplyTo: 25,
      text: 'Four. And three of them, which I grant you is most. It is all up there in the first response; it has not moved.',
    },
    {
      name: 'Łucja z Nabrzeża',
      at: '2026-10-31T11:47Z',
      text: 'I clean rooms in a hotel in Pellbury, forty minutes each way on two buses, and after April there will not be the second bus. I would walk to this one. When we say “jobs” I would like us to see a person with a mop. It is me, hello.',
    },
    {
      name: 'Thirty-Eight Jobs',
      at: '2026-10-31T12:15Z',
      inReplyTo: 27,
      text: 'Thank you. “When we say ‘jobs’ I would like us to see a person with a mop” should be read out on 3 December.',
    },
    {
      name: 'Tea Stall Regular',
      at: '2026-10-31T14:20Z',
      text: `Nobody has asked the stall, so I did. She says:

> “I have been in the shade of that shed since I was nineteen. It is the *customers* I want in the sun. They buy a second one.”`,
    },
    {
      name: 'Dilwyn ap Mot',
      at: '2026-10-31T16:33Z',
      text: 'There is a German word for the committee that sits to decide who shall sit on a committee, and having tried to follow Ex-Clerk’s sums I went and made one: Planungsausschussbeschlussfähigkeitsfeststellungssitzungsteilnehmerverzeichnis. It needs six.',
    },
    {
      name: 'Ex-Clerk',
      at: '2026-10-31T17:01Z',
      inReplyTo: 30,
      text: 'I have sat through that meeting. There were five.',
    },
    {
      name: 'Incomer (1987)',
      at: '2026-11-01T10:12Z',
      text: 'We came here on holiday, fell in love with the place and stayed, so I suppose that I am what comes of hotels.',
      state: 'withdrawn',
      decidedAt: '2026-11-01T19:40Z',
    },
    {
      name: 'Tern Left',
      at: '2026-11-01T11:25Z',
      text: 'For those who want to see the shadow for themselves, this address goes straight to page 88, or did this morning: https://planning.wrencounty.example/online-applications/applicationDetails.do?activeTab=documents&caseNumber=26-0817-FUL&keyVal=QX7T0ZKLM3F00&documentOrdering.orderBy=date&documentOrdering.orderDirection=descending&page=88',
    },
    {
      name: 'Mudlark',
      at: '2026-11-01T12:40Z',
      inReplyTo: 33,
      text: 'I printed that and it used up my ink before it got to the shadow.',
    },
    {
      name: 'Sums Not Adding',
      at: '2026-11-02T08:05Z',
      text: '£1.1 million over 125 years is £8,800 a year, or £24.11 a day. One of those rooms will cost more than that for breakfast. What is the “share of the takings”? Without it nobody can say whether this is a good bargain, and the board is a public body.',
    },
    {
      name: 'Harbour Leaseholder',
      at: '2026-11-02T09:30Z',
      inReplyTo: 35,
      text: 'The premium is paid now, so you cannot spread it like butter. At five per cent, £1.1 million today is worth about £55,000 a year for ever. That buys the dredger every other winter. I agree about the share: it should be published, and I have asked for it under [the information rules](https://harbourboard.example/information-requests/2026-41). They have until 30 November.',
    },
    {
      name: 'Sums Not Adding',
      at: '2026-11-02T10:02Z',
      inReplyTo: 36,
      text: 'That is twice in three weeks that I have been corrected on this site by somebody who was right. I am thinking of changing my name.',
    },
    {
      name: 'Bowls Secretary',
      at: '2026-11-09T19:18Z',
      text: 'Fairlead came to the clubhouse this evening, two young people with a model. They were perfectly civil. They have offered to take the top storey back by four metres on our side, which gets the frost off by twenty to ten. We have told them about the fungus. One of them wrote it down.',
    },
    {
      name: 'Retired Pilot',
      at: '2026-11-17T07:02Z',
      text: 'It is the 17th. I cannot find a wind study.',
    },
    {
      name: 'Gannet',
      at: '2026-11-17T07:20Z',
      inReplyTo: 39,
      text: 'BLOWN AWAY.',
    },
    {
      name: 'Planner, Retired (Elsewhere)',
      at: '2026-11-17T09:45Z',
      inReplyTo: 39,
      text: 'Write to the case officer today and ask that the report on the 25th say in terms whether she has seen one. She need not show it to you. But she will not put her name to “yes” if it is “no”. Agree with Retired Pilot, in short, and with my own cynicism in 11.',
    },
    {
      name: 'Nan of Chandler Row',
      at: '2026-11-18T16:30Z',
      text: 'I went to look at the shed with my grandson. He is six. I told him about the lamps and the ice and his great-grandfather’s hands. He said, “What is the clock waiting for?” I had nothing to say to that, so I am putting it here.',
    },
    {
      name: 'Imogen Thrale',
      at: '2026-11-19T10:15Z',
      isStaff: true,
      inReplyTo: 39,
      text: 'I rang the case officer this morning. There is no wind study on the file, and Fairlead has not said when there will be one. I have asked whether her report will say so, and shall put the answer into the article, whatever it is.',
    },
    {
      name: 'Ropewalk Ron',
      at: '2026-11-21T22:40Z',
      inReplyTo: 15,
      state: 'held',
      text: 'Right, I have been up there with a tape. If one more surveyor parks across my gate I will not be answerable for what happens to his theodolite. I have told the police I said that, so you may as well print it.',
    },
    {
      name: 'Packet Regular',
      at: '2026-11-22T00:31Z',
      state: 'held',
      text: 'Word at the bar is that the wind study was finished in AUGUST and has been sitting in a drawer. Bloke who told me carries the post at Fairlead. Not naming him obviously. You are journalists, go and ask for the one dated 21 August and see what colour they go.',
    },
  ],
};
