import { type Setting, text } from './shapes.ts';

const rules = [
  'Argue with what was said, not with who said it.',
  'Nothing about a private person’s home, health or children.',
  'No accusation of a crime without a source that can be checked.',
  'No threats, and no hatred of people for what they are.',
  'No advertisements.',
].join('\n');

/** What the publication says of itself, in whole sentences. */
export const textSettings = {
  rules: {
    ...text(4000),
    default: rules,
    public: true,
    meaning: 'The rules for responses, one a line: numbered from 1, and the reasons for a removal.',
  },
  'page.rules': {
    ...text(20000, 12),
    default:
      'A moderator may remove a response that breaks one of these rules, and then says which. Its number stays, and [the record](/record/) says what was done. A moderator never changes what you wrote. You learn what was decided at the address that you were given when you sent your response.',
    public: true,
    meaning: 'Text of the page Rules below the numbered rules, in Markdown.',
  },
  'page.about': {
    ...text(20000, 12),
    default: 'This publication keeps its articles and its readers’ responses as one permanent record.',
    public: true,
    meaning: 'Text of the page About, in Markdown.',
  },
} as const satisfies Record<string, Setting>;
