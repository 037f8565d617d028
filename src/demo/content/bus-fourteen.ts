import type { DemoArticle } from './types.ts';

export const busFourteen: DemoArticle = {
  slug: 'bus-fourteen',
  title: 'County would end the 14 at half past six',
  standfirst:
    'The last bus to Eastgate would leave before the shops have shut. The county says that hardly anybody rides the later ones. It counted them in half-term.',
  byline: ['Imogen Thrale'],
  published: '2026-10-16T06:00Z',
  tags: ['Buses', 'Eastgate', 'County council', 'Money'],
  body: `The last number 14 to Eastgate leaves the station at ten past eleven at night. From April, if the county council has its way, it would leave at half past six.

Four evening journeys would go, on every day of the week, and with them a subsidy of £94,000 a year. The proposal is on page 63 of a consultation on “network efficiencies” that was [published on Monday](https://wrencounty.example/consultations/bus-network-2027). Responses are wanted by 13 November, and the cabinet member for transport, Imre Vale, will decide by 18 December.

The county’s case is a table. It says that the four journeys carry, between them, an average of nineteen passengers a night. At that rate each one costs the taxpayer £13.55, which is, as the document says and as nobody disputes, more than a taxi.

## When they counted

The nineteen come from a survey. The survey has a date, in a footnote, in grey: it was made on five evenings from 16 to 20 February. That was half-term. The college was shut, the cinema was being rewired, and on two of the five evenings the swing bridge was stuck and the 14 did not reach Eastgate at all.

The drivers count too, because the ticket machine does. The *Ledger* has seen a print of the machine’s totals for the four journeys for the whole of last year. The average is forty-four a night. On Fridays in term it is seventy-one, and on the 8.10 people stand.

A county spokeswoman said that ticket data were “commercially sensitive to the operator and not used for network planning”. The operator, Wren & District, said that it had no objection to their being used and had offered them in August.

## Who is on it

We rode the four buses on Tuesday and Wednesday of this week and asked. Of eighty-seven people, thirty-four were going home from work, most of them from the hospital laundry, the fish dock and the two care homes. Twenty-two had been at the college. The rest had been to see somebody, or to choir, or were under fourteen and coming back from swimming.

Eleven said that they could drive instead. Forty said that they would have to give something up: a shift, mostly, or a class.

“I finish at eight,” said Renske Albury, who irons sheets. “They can have the bus if they come and tell my sheets.”`,
  claims: [
    {
      passage:
        'Responses are wanted by 13 November, and the cabinet member for transport, Imre Vale, will decide by 18 December.',
      due: '2026-12-18',
    },
    {
      passage: 'From April, if the county council has its way, it would leave at half past six.',
      due: '2027-04-01',
    },
  ],
  sources: [
    { class: 'Documents read in full', count: 1, note: 'The consultation paper' },
    { class: 'Documents read in part', count: 1, note: 'A print of ticket totals, 2025' },
    { class: 'People affected', count: 87, note: 'Passengers, asked on two evenings' },
    { class: 'On the record', count: 3 },
  ],
  comments: [
    {
      name: 'Number 14',
      at: '2026-10-16T06:21Z',
      text: 'I have been on the 8.10 every weeknight for nine years. In February I was not, because the bridge was stuck and I walked. So I am one of the people who were not counted for not being on a bus that was not there.',
    },
    {
      name: 'Gannet',
      at: '2026-10-16T06:45Z',
      text: 'HALF-TERM. They counted it in HALF-TERM. You could not make it up, and if you did, you would have the decency to be ashamed.',
    },
    {
      name: 'Tern Left',
      at: '2026-10-16T07:10Z',
      text: 'For anyone who wants to answer the consultation: the form asks “how would you travel instead?” and does not let you tick “I would not”. Use the box at the end. It takes 500 characters.',
    },
    {
      name: 'Ratepayer of Pound Street',
      at: '2026-10-16T08:32Z',
      text: 'Nobody likes to say it, so I will. £94,000 is two teaching assistants. Even at forty-four passengers a night that is nearly six pounds a head, every night, for ever. I do not use it, I shall never use it, and I pay for it.',
    },
    {
      name: 'Quay Resident',
      at: '2026-10-16T09:05Z',
      url: 'https://quayresident.example/',
      inReplyTo: 4,
      text: '“I do not use it, I shall never use it, and I pay for it” is also what I could say about the secondary school, the crematorium so far, and the ring road. That is what a county is.',
    },
    {
      name: 'Ratepayer of Pound Street',
      at: '2026-10-16T09:48Z',
      inReplyTo: 5,
      text: 'The crematorium will get you in the end. The 14 will not.',
    },
    {
      name: 'Half-Tide',
      at: '2026-10-16T10:01Z',
      inReplyTo: 6,
      text: 'It will if you stand in front of it.',
    },
    {
      name: 'College Tutor',
      at: '2026-10-16T12:30Z',
      text: 'I teach the Wednesday evening bricklaying. Seven of my eleven come from Eastgate on the 5.50 and go back on the 9.20. Take away the 9.20 and I have a class of four, and under the college’s rules a class of four does not run. That is how a bus ends up in a wall.',
    },
    {
      name: 'Sums Not Adding',
      at: '2026-10-16T13:14Z',
      text: 'Can someone check me? £94,000 over 365 nights is £257.53 a night. Over nineteen passengers that is £13.55, so the county’s sum is right. Over forty-four it is £5.85. Over seventy-one it is £3.63, which is about what the ticket costs.',
    },
    {
      name: 'Pedant in Residence',
      at: '2026-10-16T14:02Z',
      inReplyTo: 9,
      text: 'Checked, and correct, except that the 14 does not run on Christmas Day, so 364 nights: £258.24, £13.59, £5.87, £3.64. The county has therefore *under*stated its own case by four pence, and should be told.',
    },
    {
      name: 'Sums Not Adding',
      at: '2026-10-16T14:20Z',
      inReplyTo: 10,
      text: 'I have never been so pleased to be corrected.',
    },
    {
      name: 'Eastgate Lad',
      at: '2026-10-16T16:50Z',
      text: 'the last one at 11.10 is rammed on a saturday. they know it is because they put a security bloke on it. who is paying him if there is nobody on it',
    },
    {
      name: 'Marl Cross Mum',
      at: '2026-10-16T19:41Z',
      text: 'My girl is one of the under-fourteens coming back from swimming. Half past six is when the lesson *starts*. So no, we could not drive instead; there is one car and it is at the hospital laundry with her dad in it.',
    },
    {
      name: 'Sceptic, Sluice Lane',
      at: '2026-10-17T08:15Z',
      text: 'Before we all storm the county hall: a print of ticket totals that “the *Ledger* has seen” from a company that gets the subsidy. Wren & District would say forty-four, wouldn’t they? I am not calling it wrong. I am saying there are two counts and both of them were made by somebody with an interest.',
    },
    {
      name: 'Tern Left',
      at: '2026-10-17T09:26Z',
      inReplyTo: 14,
      text: 'Fair, and a better point than the headline. But only one of the two parties offered the other its figures. And a third count was made on two evenings by people with a notebook, and came to eighty-seven over two nights, which is 43.5.',
    },
    {
      name: 'Sceptic, Sluice Lane',
      at: '2026-10-17T10:03Z',
      inReplyTo: 15,
      text: 'Eighty-seven they *spoke to*. All right. I will give you 43.5.',
    },
    {
      name: 'Bus Stop Philosopher',
      at: '2026-10-17T21:38Z',
      text: 'Somebody in the last response conceded a point. I have been reading this site since 2012 and would like it marked in some way.',
    },
    {
      name: 'Wheelhouse',
      at: '2026-10-18T07:20Z',
      text: 'I know for a fact that the cabinet member’s brother runs the taxi firm and they have been promised the night contract.',
      state: 'removed',
      reason: {
        code: 'unsourced-allegation',
        sentence:
          'It alleged corruption by named office with no source that can be checked; the writer was asked for one and gave none.',
      },
      decidedAt: '2026-10-18T11:05Z',
    },
    {
      name: 'Ex-Clerk',
      at: '2026-10-18T09:10Z',
      inReplyTo: 18,
      text: 'If you know it for a fact then the register of members’ interests is open on weekdays from ten, and the monitoring officer has a letter box. If you know it from the taxi, say so.',
    },
    {
      name: 'Number 14',
      at: '2026-10-18T18:05Z',
      inReplyTo: 4,
      text: 'To @Ratepayer of Pound Street, meant kindly. You say that you “do not use it and never will and pay for it”. Last January, when Pound Street was ice for nine days, the hot meals for people who could not get out came from the day centre in blue boxes. I know because I carried the boxes. I carried them on the 14.',
    },
    {
      name: 'Ratepayer of Pound Street',
      at: '2026-10-18T20:59Z',
      inReplyTo: 20,
      text: 'I had one of those boxes. I did not know how it came. I would have said thank you, and I do say it.',
    },
    {
      name: 'Mudlark',
      at: '2026-10-19T06:30Z',
      text: 'Well, now there is something in my eye and I am on a bus.',
    },
    {
      name: 'نور على الرصيف',
      at: '2026-10-20T17:12Z',
      text: 'I finish at the fish dock at seven. If the 14 goes at half past six I have two choices, to leave before the work or to walk one hour in the dark by Marl Cross, where there is no pavement. I have written this in the box. It was 214 characters. I had room for the names of my children.',
    },
    {
      name: 'Tern Left',
      at: '2026-11-09T12:44Z',
      text: 'Four days left. The form is [still here](https://wrencounty.example/consultations/bus-network-2027) and there are paper copies in the library, on the counter, under the umbrella stand for some reason.',
    },
    {
      name: 'Third Bollard',
      at: '2026-11-09T13:30Z',
      inReplyTo: 24,
      text: 'Network efficiency.',
    },
    {
      name: 'Number 14',
      at: '2026-11-14T09:00Z',
      text: 'It closed last night. The lady at the library says that she sent back 611 paper ones in three boxes. She took them to the post on the 14.',
      edited: {
        at: '2026-11-14T09:06Z',
        was: 'It closed last night. The lady at the library says that she sent back 161 paper ones in three boxes. She took them to the post on the 14.',
      },
    },
    {
      name: 'Wheelhouse',
      at: '2026-11-22T08:48Z',
      inReplyTo: 19,
      state: 'held',
      text: 'You took mine down last month, so I went and looked. The [register of interests](https://wrencounty.example/members/register-of-interests/vale.pdf) has, under family, “Estuary Cars Ltd, sibling, director”. That is all I am saying this time. I leave out the bit about the contract.',
    },
  ],
};
