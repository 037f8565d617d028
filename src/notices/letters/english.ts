import type { Decision } from '../case-acts.ts';
import type { NoticeKind } from '../notice.ts';

/** What every letter of a case may speak of. */
export type LetterFacts = {
  publication: string;
  number: string;
  /** “Response 3 to “…””, with its address; or the article’s. */
  about: string;
};

type Letter = { subject: string; text: string };

const noAdvice = 'This letter is no legal advice.';
const greet = ({ number, about }: LetterFacts) => `Your complaint ${number} is about ${about}.`;
const whole = (subject: string, ...parts: string[]): Letter => ({
  subject,
  text: [...parts, noAdvice].join('\n\n'),
});

/** What a notice under section 5 must contain, as the complainant is told (SI 2013/3028, reg. 4). */
const mustContain = [
  'your name and an e-mail address;',
  'the words complained of, and where on the site they stand;',
  'why they are defamatory of you, and the meaning that you take from them;',
  'which parts of them are factually wrong, or are opinion that no fact supports;',
  'that you do not know enough about the writer to bring proceedings against them;',
  'whether the writer may be given your name, and whether they may be given your e-mail address.',
]
  .map((part) => `– ${part}`)
  .join('\n');

/** Why words were removed at the end of a track. */
export const removalReasons = {
  'remove-repeat': 'You say that the same words by the same writer were removed twice before, after notices.',
  'remove-no-contact': 'We have no private electronic way to the writer.',
  'no-reply': 'We sent your notice to the writer. No answer came in time.',
  defective: 'We sent your notice to the writer. The answer lacked something that it must contain.',
  agreed: 'We sent your notice to the writer, who agreed to the removal.',
} as const;
export type RemovalReason = keyof typeof removalReasons;

/** Where a letter may say who the writer is: filled in when the complainant reads it, never kept. */
export const identityMark = '[[who the writer is]]';

/** Letters to a complainant, in English. */
export const toComplainant = {
  incomplete: (facts: LetterFacts, missing: string[]) =>
    whole(
      `Your complaint ${facts.number}: something is missing`,
      greet(facts),
      'It does not contain all that a notice of complaint under section 5 of the Defamation Act 2013 must contain.',
      ...(missing.length === 0 ? [] : [`Missing:\n${missing.map((part) => `– ${part}`).join('\n')}`]),
      `A notice must contain:\n${mustContain}`,
      'We do nothing more about this notice. You may send a new one.',
    ),
  notified: (facts: LetterFacts, { sent, replyBy }: { sent: string; replyBy: string }) =>
    whole(
      `Your complaint ${facts.number}: the writer was notified`,
      greet(facts),
      `On ${sent} we sent it to the writer. They may answer until ${replyBy}. You hear what came of it.`,
    ),
  removed: (facts: LetterFacts, why: RemovalReason) =>
    whole(
      `Your complaint ${facts.number}: the words are removed`,
      greet(facts),
      removalReasons[why],
      'The words are removed.',
    ),
  kept: (facts: LetterFacts, disclose: boolean) =>
    whole(
      `Your complaint ${facts.number}: the writer stands by the words`,
      greet(facts),
      'We sent your notice to the writer. They do not agree to the removal, and the words stay.',
      disclose
        ? `The writer agrees that you get their name and postal address:\n\n${identityMark}`
        : 'The writer does not agree that you get their name and postal address. We give them to nobody without that consent, unless a court orders it.',
    ),
  acknowledged: (facts: LetterFacts) =>
    whole(
      `Your complaint ${facts.number} was received`,
      greet(facts),
      'We have it, and somebody of the staff looks into it. You hear what is decided.',
    ),
  decided: (
    facts: LetterFacts,
    { kind, decision, words }: { kind: NoticeKind; decision: Decision; words: string },
  ) =>
    whole(
      `Your complaint ${facts.number}: what was decided`,
      greet(facts),
      {
        upheld: 'We agree with it.',
        partly: 'We agree with it in part.',
        rejected: 'We do not agree with it.',
      }[decision],
      words,
      'A member of the staff decided this; no program did.',
      redress[kind],
    ),
};

/** What a complainant can do who disagrees. */
const redress: Record<NoticeKind, string> = {
  'uk-s5': 'If you disagree, you may write to us, and you may go to court.',
  'dsa-16':
    'If you disagree, you may write to us and ask that somebody else looks at it. You may also turn to a certified body for out-of-court settlement, where article 21 of the Digital Services Act applies, and to a court.',
  copyright: 'If you disagree, you may write to us, and you may go to court.',
  'personal-data':
    'If you disagree, you may write to us. You may also complain to the data protection authority, in the United Kingdom the Information Commissioner, and go to court.',
  accuracy:
    'If you disagree, you may write to us. If this publication belongs to a press regulator, you may turn to it; the page “About” says to which.',
};

export type PosterNotice = {
  publication: string;
  about: string;
  parts: { label: string; text: string }[];
  replyBy: string;
};

/** Letters to whoever wrote what is complained of, in English (SI 2013/3028, Schedule, para. 2). */
export const toPoster = {
  notice: ({ publication, about, parts, replyBy }: PosterNotice) =>
    whole(
      `A complaint about what you wrote at ${publication}`,
      `A notice of complaint came about ${about}, which you wrote. It says that your words defame somebody, under section 5 of the Defamation Act 2013. We have not decided whether they do. This is the notice:`,
      parts.map(({ label, text }) => `${label}:\n${text}`).join('\n\n'),
      `You may answer until ${replyBy}, on the page of your response. Say either that the words may be removed, or that you want them to stay.`,
      'If you want them to stay, your answer must give your full name and your postal address, and must say whether we may give both to the complainant. Without your consent we give them to nobody, unless a court orders it.',
      'If no answer comes until then, or one without these parts, the words are removed.',
    ),
  removed: ({ about }: { about: string }) =>
    whole('What you wrote is removed', `After a complaint ${about} is removed.`),
  kept: ({ about }: { about: string }) =>
    whole('What you wrote stays', `After your answer to a complaint ${about} stays where it is.`),
};

/** How the parts of a notice are called in the letter to the writer. */
export const noticeLabels: Record<string, string> = {
  name: 'The complainant',
  email: 'Their e-mail address',
  words: 'The words complained of',
  meaning: 'What they are said to mean',
  harm: 'Why that is said to be defamatory',
  wrong: 'What is said to be untrue, or opinion that no fact supports',
};

/** What is missing in a notice, as the letter says it. */
export const missingLabels: Record<string, string> = {
  where: 'where the words stand',
  words: 'the words complained of',
  meaning: 'the meaning that you take from them',
  harm: 'why they are defamatory of you',
  wrong: 'what is factually wrong, or opinion that no fact supports',
  unknown_poster: 'that you do not know enough about the writer to bring proceedings',
  give_name: 'whether the writer may be given your name',
  give_email: 'whether the writer may be given your e-mail address',
  name: 'your name',
  email: 'your e-mail address',
};

/** A mail that only tells of news: nothing of any complaint. */
export const newsOnly = {
  subject: (title: string) => `There is news for you at ${title}`,
  complainant: (title: string, url: string) =>
    `Somebody gave this e-mail address to ${title} with a complaint. If it was you, what was sent and what became of it stands here:\n\n${url}\n\nWhoever has this address can read it: give it to nobody. If it was not you, do nothing.\n`,
  /** Without the address of the page: who reads the mail of a mistyped address gets nothing of it. */
  poster: (title: string) =>
    `Somebody gave this e-mail address to ${title} with a response. If it was you, open the page of your response again, at the secret address that you were given when you sent it: there is news for you, and something to do within days. If it was not you, do nothing.\n`,
};
