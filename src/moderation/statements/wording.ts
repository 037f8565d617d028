import type { HoldReason } from '../../comments/policy.ts';
import type { Restriction, Statement } from './statement.ts';

/** Filters as a writer is told of them; a code of another one stands as it is. */
const filters: Readonly<Record<string, string>> = {
  links: 'it has more links than are let through',
  honeypot: 'a field that people do not see was filled in',
  words: 'it has a word that is on the publication’s list',
  name: 'its name is on the publication’s list',
  learned: 'it is like responses that moderators here removed before',
  pace: 'many responses came in a short time',
  flood:
    'very many responses came in a short time, and it came without the work that browsers were asked for',
} satisfies Record<Exclude<HoldReason, 'first' | 'all'>, string>;

const notices: Record<string, string> = {
  'uk-s5': 'a complaint of defamation, under section 5 of the Defamation Act 2013 (England and Wales)',
  'dsa-16':
    'a notice of illegal words, under article 16 of the Digital Services Act (Regulation (EU) 2022/2065)',
  copyright: 'a complaint about copyright',
  'personal-data': 'a request about personal data',
  accuracy: 'a complaint about accuracy',
};

const done: Record<Exclude<Restriction, 'suspended'>, (which: string) => string> = {
  removed: (which) =>
    `${which} is removed. Its number stays; its words and its name are no longer shown to others.`,
  refused: (which) => `${which} is not published. It was held when it came, and it gets no number.`,
  withheld: (which) => `${which} is withheld: its words are not shown to others for now.`,
  erased: (which) => `${which} is erased: its words and its name are no longer kept.`,
};

/** What a statement of reasons says, in English. */
export const statementWords = {
  heading: 'Why, and what you can do',
  earlier: 'Earlier decisions, with their reasons',
  short: {
    removed: 'Removed',
    refused: 'Not published',
    withheld: 'Withheld',
    erased: 'Erased',
    suspended: 'Suspended',
  },
  of: ({ number, article }: Statement['response']) =>
    number === null ? `Your response to “${article.title}”` : `Your response ${number} to “${article.title}”`,
  suspension: {
    heading: 'You are suspended, and why',
    pseudonym: 'No responses are taken from you, under the name of this response or another name of yours.',
    address: 'No responses are taken from the network address that this response was sent from.',
    holds:
      'It holds for this whole publication and for nothing else. What you wrote before stays as it is: you can read it, withdraw it and take it along.',
    until: (time: string) => `It ends by itself on ${time}.`,
    untilEnded: 'It has no end date. It ends when the staff end it.',
    ended: (time: string) => `It was ended early, on ${time}.`,
  },
  decision: {
    heading: 'What was decided',
    done,
    everywhere:
      'This holds everywhere: on every page, feed and list of this publication, in the search and for programs, whatever country it is read from.',
    lasting: 'It has no end date. It ends if the decision is changed.',
    whileComplaint: 'It lasts until the complaint is decided. Nothing is decided yet.',
    whileReports: 'It lasts until somebody of the staff has read it. Nothing is decided yet.',
    when: (time: string, by: string) => `It was decided on ${time} by ${by}.`,
  },
  facts: {
    heading: 'What it is based on',
    own: 'Somebody of the staff read your response, without being asked to by anybody.',
    reportedOften: 'Many readers reported your response. Nobody of the staff has read it yet.',
    report: 'Readers reported your response, and somebody of the staff read it.',
    notice: (kind: string | null) =>
      `We received ${notices[kind ?? ''] ?? 'a legal complaint'}, and somebody of the staff read it. We do not say here who it is from.`,
  },
  programs: {
    heading: 'What a program did',
    found: (codes: readonly string[]) =>
      `A filter held your response for a person to read, because ${codes.map((code) => filters[code] ?? `of the filter “${code}”`).join(', and ')}.`,
    none: 'No program picked out your response.',
    withheld:
      'The program withheld your response, because so many readers reported it and you had nothing else published here. A person decides whether it stays so.',
    decided: 'The decision was made by a person. No program decides here.',
  },
  ground: {
    rule: 'The rule',
    law: 'The legal ground',
    other: 'The reason',
    noRule: 'The reason is none of the numbered rules.',
    reported: 'It is withheld because it was reported, until it is read. No rule was found to be broken.',
    noLaw: (kind: string | null) =>
      `The words are the subject of ${notices[kind ?? ''] ?? 'a legal complaint'}.`,
    ruleWhy: 'Whoever decided read your response, and found that it breaks this rule. No more was noted.',
    lawWhy: 'Whoever decided found that the words cannot stay for this reason. No more was noted.',
    withheldWhy: 'To withhold words says nothing about who is right.',
  },
  redress: {
    heading: 'If you disagree',
    review: (until: string) =>
      `You may ask for a review, once, on the page of your response, until ${until}. Somebody else of the staff than the first time decides; where nobody else may, the answer says so. It costs nothing.`,
    noReview: 'No review is offered of this: words that were erased cannot be brought back.',
    complain:
      'You may complain to us, by the form at /complain/ on this site. About what was done with your personal data you may also turn to the data protection authority.',
    bodies:
      'Where the Digital Services Act of the European Union applies, you may also turn to a body for out-of-court settlement that is certified under its article 21. Their list is kept by the European Commission.',
    court: 'You may go to court.',
  },
};

/** The letter that brings a statement, and the one that only tells that there is news. */
export const reasonsLetterWords = {
  statement: { subject: (title: string) => `What was decided about your response at ${title}` },
  page: (url: string) =>
    `The same stands on the page of your response. Whoever has its address can see and change it: give it to nobody.\n\n${url}`,
  news: {
    subject: (title: string) => `There is news for you at ${title}`,
    text: (title: string) =>
      `Somebody gave this e-mail address to ${title} with a response. If it was you, open the page of your response again, at the secret address that you were given when you sent it: there is news for you. If it was not you, do nothing.\n`,
  },
};
