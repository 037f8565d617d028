import type { Role } from '../../../staff/permissions.ts';
import { count, duration } from './phrases.ts';

/** What every page of the desk says, and what it says to whoever is turned away. */
export const frameWords = {
  count,
  duration,
  roles: {
    owner: 'owner',
    editor: 'editor',
    author: 'author',
    moderator: 'moderator',
  } satisfies Record<Role, string>,

  // Every page
  desk: 'Desk',
  skip: 'Skip to the content',
  nav: {
    home: 'Desk',
    queue: (held: number) => `Queue ${count(held)}`,
    articles: 'Articles',
    claims: (due: number) => (due === 0 ? 'Claims' : `Claims due ${count(due)}`),
    pictures: 'Pictures',
    responses: 'Responses',
    record: 'Record',
    staff: 'Staff',
    programs: 'Programs',
    settings: 'Settings',
  },
  signOut: 'Sign out',
  pages: 'Pages',
  newer: 'Newer',
  older: 'Older',
  next: 'Next',
  previous: 'Previous',
  kept: 'Your words, kept',
  keptHint: 'Nothing was stored. Copy what you want to keep.',
  refused: 'Nothing was changed. What you typed is kept.',
  back: 'To the desk',

  // Turned away
  away: {
    401: {
      heading: 'You are not signed in',
      sentence: 'Your session has ended, so nothing was done. Sign in again, then send this once more.',
      link: 'To signing in',
    },
    403: {
      heading: 'This is not yours to do',
      sentence: (role: Role) =>
        `Your part here is ${role}, and this needs another. Ask an owner or an editor of the publication.`,
    },
    404: {
      heading: 'There is no page here',
      sentence: 'There is nothing at this address of the desk.',
    },
    405: {
      heading: 'This address does not take that',
      sentence: 'Go back, and send the form again from the page where it stands.',
    },
    409: { heading: 'It was decided already' },
    413: { heading: 'That is too long' },
    415: { heading: 'This could not be read' },
    422: { heading: 'That could not be kept as it is' },
  },
};
