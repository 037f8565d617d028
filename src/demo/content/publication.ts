import { allotmentReadmission } from './allotment-readmission.ts';
import { bridgeBolts } from './bridge-bolts.ts';
import { busFourteen } from './bus-fourteen.ts';
import { customsQuayHotel } from './customs-quay-hotel.ts';
import { lidoHeater } from './lido-heater.ts';
import { memorialName } from './memorial-name.ts';
import { musselBeds } from './mussel-beds.ts';
import { rowingClubTreasurer } from './rowing-club-treasurer.ts';
import { saltingsHouseFees } from './saltings-house-fees.ts';
import { sluiceGateKeys } from './sluice-gate-keys.ts';
import { townCrier } from './town-crier.ts';
import type { DemoArticle, DemoPublication } from './types.ts';
import { whaleBones } from './whale-bones.ts';

export const publication: DemoPublication = {
  title: 'The Wrenmouth Ledger',
  tagline: 'What happens in Wrenmouth and on the estuary, and what came of it',
  place: 'Wrenmouth',
  language: 'en-GB',
  series: {
    title: 'Getting across Wrenmouth',
    introduction:
      'A street, a bus and a bridge: three ways across the town that somebody wants to close, cut or mend, and what each would mean for whoever has to be on the other side by nine.',
    parts: ['chandler-row-trial', 'bus-fourteen', 'bridge-bolts'],
    made: '2026-11-20T07:05Z',
  },
  about: `The *Ledger* has covered Wrenmouth and the estuary since 2011: the two councils, the harbour board, the courts, the schools, the allotments and the tides. It is written by four people above a chandlery. No article has ever been taken down without a line in the record to say so.

We print who said a thing whenever we may. Where we may not, the article says what kind of source it was and how many there were, and no more than that. We do not keep sources’ names in the system that publishes these pages, so that nobody can get them out of it.

When an article says that something will happen by a certain day, we note the day, and come back to it, whether or not that flatters us.

## Who we are

- Sunniva Rook, editor: courts, history, and the last word
- Imogen Thrale: harbour, roads, councils
- Kester Adeyinka: money, care, the river
- Bede Hallam: everything that has a committee

## Who pays

Eleven hundred readers pay four pounds a month, forty local firms pay for the small advertisements in the printed Friday sheet, and a bequest from the late Miss Edith Pask pays for the coffee. [The accounts](https://ledger.example/accounts/2025-26.pdf) are a page and a half long. No advertiser sees an article before you do.`,
  firstRules: [
    'Argue with what was said, not with the weather in general or with what you suppose the other person to be.',
    'Nothing about a private person’s home, health, family or children.',
    'No accusation of a crime or of dishonesty without a source that anybody can check.',
    'No threats, and no hatred of people for what they are.',
    'No advertisements.',
  ],
  rules: [
    'Argue with what was said, not with the weather in general or with what you suppose the other person to be.',
    'Nothing about a private person’s home, health, family or children.',
    'No accusation of a crime or of dishonesty without a source that anybody can check.',
    'No threats, and no hatred of people for what they are.',
    'No advertisements. A link to what you are talking about is welcome; a shop is not.',
  ],
  howDecided: `You need no account. Choose a name; it need not be your own, but it should be one that you could bear to be argued with under.

## How it is decided

Most responses appear at once. A writer’s first is held until one of us has read it, as are those with many links and all of those on articles where we say so beforehand. We aim to decide within two hours by day. At night we are asleep.

A response that breaks a rule is removed. Its number stays, with the rule it was removed under and the date; its words are not repeated anywhere. You learn what was decided, and why, at the address that you were shown when you posted.

You may withdraw your own response at any time. Its number stays, and its words go.`,
  privacy: `**What we keep, and for how long.** Your words, the name you chose and the time are kept for as long as the *Ledger* is, because other people’s answers lean on them. Your e-mail address, if you gave one, is never shown, and goes when you withdraw the response that it came with. Your network address is turned into a code, with a key that is kept apart from it, and that code is kept for 30 days.

**What we do not do.** No trackers, no advertising identifiers, no third-party fonts, scripts or pictures. Reading sets no cookie. We do not ask for your real name and make no attempt to find it out.

**Why we may.** Publishing readers’ responses is journalism and a legitimate interest of ours and of yours; keeping out abuse is another. Where the law requires us to keep something, we say which law.

**What you may ask.** To see what we hold on you, to have it put right, to have your e-mail address forgotten, to withdraw your words. Write to [privacy@ledger.example](mailto:privacy@ledger.example) or to the address below; we answer within a month. If you are not content with our handling of your data you may complain to us first, which we acknowledge within 30 days, and after that to the Information Commissioner.

The controller is The Wrenmouth Ledger Ltd, 4 Tallow Steps, Wrenmouth.`,
  contact: `The Wrenmouth Ledger, 4 Tallow Steps, Wrenmouth, above Reeve’s. Ring twice; the first one is for the chandlery.

- News and corrections: [desk@ledger.example](mailto:desk@ledger.example), 01632 960174
- A legal complaint: by letter, or to [complaints@ledger.example](mailto:complaints@ledger.example)
- To tell us something in confidence: a letter, or come up the stairs. Please do not use e-mail.`,
  email: 'desk@ledger.example',
};

/** The articles with threads written by hand, oldest first. The long thread's article is apart from them. */
export const articles: DemoArticle[] = [
  lidoHeater,
  sluiceGateKeys,
  whaleBones,
  saltingsHouseFees,
  townCrier,
  busFourteen,
  rowingClubTreasurer,
  customsQuayHotel,
  allotmentReadmission,
  memorialName,
  musselBeds,
  bridgeBolts,
];
