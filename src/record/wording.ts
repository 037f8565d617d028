import type { Action, Actor, Subject } from './entry.ts';

/** What was done, in plain words: one sentence for each action, never the words that it was done to. */
export const actionWords: Record<Action, (subject: Subject) => string> = {
  'article.publish': () => 'Article published',
  'article.revise': () => 'Article revised',
  'article.import': () => 'Article brought in from an archive',
  'article.withdraw': () => 'Article withdrawn',
  'article.restore': () => 'Article put back',
  'article.move': () => 'Article given another address',
  'article.ask-review': () => 'A reader asked for before publication',
  'article.answer-review': () => 'A review answered',
  'article.schedule': () => 'A time set for an article',
  'article.unschedule': () => 'The time of an article taken away',
  'article.correct': ({ number }) => `Correction ${number} given, changed or withdrawn`,
  'revision.withhold': ({ number }) => `The words of version ${number} withheld`,
  'revision.show': ({ number }) => `The words of version ${number} shown again`,
  'comment.publish': ({ number }) => `Response ${number} published`,
  'comment.remove': ({ number }) => `Response ${number} removed`,
  'comment.restore': ({ number }) => `Response ${number} restored`,
  'comment.withdraw': ({ number }) => `Response ${number} withdrawn by its writer`,
  'comment.refuse': () => 'A held response refused',
  'picture.show': () => 'A picture published with an article',
  'picture.replace': ({ number }) => `A picture replaced by its version ${number}`,
  'picture.delete': () => 'An unused picture deleted',
  'setting.change': ({ id }) => `Setting changed: ${id}`,
  'token.make': () => 'A token for the API made',
  'token.revoke': () => 'A token for the API revoked',
  'staff.add': () => 'A member of staff added',
  'staff.disable': () => 'A member of staff’s account closed',
  'staff.sign-in': () => 'A member of staff signed in',
  'staff.credential-add': () => 'A member of staff added a way to sign in',
  'staff.credential-remove': () => 'A member of staff’s way to sign in removed',
  'staff.invite': () => 'Somebody was invited to the staff',
  'staff.invite-withdraw': () => 'An invitation to the staff withdrawn',
  'staff.role': () => 'A member of staff’s role changed',
  'staff.link': () => 'A sign-in link made for a member of staff',
  'staff.session-end': () => 'Sessions of a member of staff ended',
};

/** Why, where the reason is none of the numbered rules. */
export const reasonWords: Record<string, string> = {
  wrong: 'It was wrong in substance.',
  rights: 'For somebody else’s rights.',
  approved: 'Approved.',
  'sent-back': 'Sent back.',
  'taken-back': 'Taken back.',
  minor: 'Minor: a typing error mended.',
  correction: 'Given: a correction.',
  clarification: 'Given: a clarification.',
  apology: 'Given: an apology.',
  update: 'Given: an update.',
  changed: 'The note was changed; the earlier one is kept.',
  withdrawn: 'The note was withdrawn; a line is left.',
  'court-order': 'By order of a court.',
  defamation: 'After a complaint of defamation.',
  privacy: 'For somebody’s privacy or safety.',
  copyright: 'After a complaint about copyright.',
  'contempt-of-court': 'While a case is before a court.',
};

/** Who did it: a role, never a name. */
export const roleWords: Record<Actor['role'], string> = {
  owner: 'the owner',
  editor: 'an editor',
  author: 'an author',
  moderator: 'a moderator',
  writer: 'its writer',
  importer: 'an import',
  program: 'the program',
};

/** The kinds of line that the record's page can be narrowed to. */
export const kinds = [
  { name: 'all', label: 'All', actions: null },
  { name: 'removed', label: 'Removed', actions: ['comment.remove', 'comment.refuse'] },
  { name: 'restored', label: 'Restored', actions: ['comment.restore'] },
  { name: 'withdrawn', label: 'Withdrawn', actions: ['comment.withdraw', 'article.withdraw'] },
  {
    name: 'articles',
    label: 'Articles',
    actions: [
      'article.publish',
      'article.revise',
      'article.import',
      'article.withdraw',
      'article.restore',
      'article.move',
      'revision.withhold',
      'revision.show',
    ],
  },
  { name: 'corrections', label: 'Corrections', actions: ['article.correct'] },
  { name: 'pictures', label: 'Pictures', actions: ['picture.show', 'picture.replace'] },
  { name: 'settings', label: 'Settings', actions: ['setting.change'] },
] as const satisfies { name: string; label: string; actions: readonly Action[] | null }[];
