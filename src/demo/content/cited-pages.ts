import type { DemoCitedPage } from './types.ts';

/** Pages that are cited and were lost: one is gone, one says something else. */
export const citedPages: DemoCitedPage[] = [
  {
    url: 'https://estuarynotes.example/2026/10/who-is-afraid-of-a-leek',
    slug: 'allotment-readmission',
    kept: '2026-11-02T19:49Z',
    was: {
      title: 'Who is afraid of a leek?',
      site: 'Estuary Notes',
      author: 'Wilf Tansy',
      dated: '2026-10-24',
      paragraphs: [
        'There is a war on at Sluice Lane, and like most wars on the estuary it is about water, keys and who was rude first.',
        'There are old hands in the society who did what they could to flatten a man whom their own members had put up for the post until August. They say that some of his friends played rough, and I dare say they did. But those who let the word ‘poison’ out of the shed ought to look at what it has done to the price of a Sluice Lane leek, their own included.',
        'I have eaten one since. It was a good leek.',
      ],
    },
    since: '2026-11-16T06:10Z',
    now: null,
  },
  {
    url: 'https://wrencounty.example/consultations/bus-network-2027',
    slug: 'bus-fourteen',
    kept: '2026-10-16T06:30Z',
    was: {
      title: 'Have your say: the bus network from April 2027',
      site: 'Wren County Council',
      author: '',
      dated: '2026-10-12',
      paragraphs: [
        'We are looking for network efficiencies, and want to hear from everybody who uses a bus before we decide. Tell us by 13 November.',
        'The document has 91 pages. Evening journeys are on pages 61 to 66.',
      ],
    },
    since: '2026-11-17T09:00Z',
    now: {
      title: 'Closed consultations',
      site: 'Wren County Council',
      author: '',
      dated: '2026-11-14',
      paragraphs: ['Thank you for your interest. What came of it is published once a decision was taken.'],
    },
  },
];
