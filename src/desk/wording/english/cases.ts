import { count } from './phrases.ts';

/** Complaints as the desk sees them. */
export const casesWords = {
  cases: {
    nav: (open: number) => (open === 0 ? 'Cases' : `Cases ${count(open)}`),
    heading: 'Cases',
    intro:
      'Complaints that came by the public form, the soonest due first. The times are counted by the clock of each law. They are no legal advice: nothing is sent, removed or shown by itself.',
    filtersLabel: 'Which',
    open: 'Open',
    closed: 'Closed',
    none: { open: 'No complaint is open.', closed: 'No complaint was closed yet.' },
    received: 'Received',
    due: 'Due',
    overdue: 'Overdue since',
    nothingDue: 'Nothing is due.',
    response: (number: number, title: string) => `Response ${count(number)} on “${title}”`,
    held: (title: string) => `A response on “${title}”`,
    nowhere: 'No place was given.',
    title: (number: string) => `Case ${number}`,
    back: 'All cases',
    done: {
      withheld: 'It is withheld: readers see that a complaint is considered, and no word of it.',
      restored: 'It is shown again.',
      removed: 'It is removed.',
      checked: 'Noted. The clock follows it.',
    } as Record<string, string>,
    refused: 'Nothing was done',

    clock: 'The clock',
    london: 'Times of London.',
    notAdvice:
      'A clock and a checklist, no legal advice. To follow section 5 of the Defamation Act is your choice: it is a defence, and nothing here forces you to take it.',
    states: {
      invalid: 'The notice is incomplete. Tell the complainant so, and what a notice must contain.',
      'remove-repeat':
        'The same words by the same writer were removed twice before: remove them; the writer is not asked again.',
      'remove-no-contact': 'The writer cannot be reached: remove the words, and tell the complainant so.',
      notify: 'Send the notice to the writer, and tell the complainant that you did.',
      'awaiting-reply':
        'The writer may answer. Without an answer in time, remove the words and tell the complainant.',
      remove: 'Remove the words, and tell the complainant.',
      keep: 'Leave the words, and tell the complainant that the writer stands by them.',
      acknowledge: 'Acknowledge the complaint.',
      decide: 'Decide, and tell the complainant what was decided and why.',
      decided: 'Decided.',
    },
    by: 'By',
    replyBy: 'The writer may answer until',

    theResponse: 'The response',
    noResponse: 'The complaint is about no single response.',
    standings: {
      held: 'It is held.',
      published: 'It is published.',
      removed: 'It is removed.',
      withdrawn: 'Its writer has withdrawn it.',
      withheld: 'It is withheld while this is considered.',
      refused: 'It was refused while it was held.',
      erased: 'Its words are erased.',
    },
    reachable: {
      confirmed: 'Its writer left an e-mail address, and has confirmed it.',
      unconfirmed:
        'Its writer left an e-mail address and has not confirmed it: a letter to it may say no more than that there is news.',
      none: 'Its writer left no e-mail address: they are reached only when they open the page of their response again.',
    },
    withhold: 'Withhold it now',
    withholdHint: 'Out of every page, feed, search and letter at once. Its words are kept for the case.',
    putBack: 'Show it again',
    remove: 'Remove it for a legal reason',
    evidence: 'The words as they were',
    frozen: 'Kept',
    posted: 'sent',
    nameless: 'No name',

    check: 'What you found',
    checkHint: 'Read the notice, then say what you found. The clock follows it.',
    ticks: {
      invalid: 'A part of a full notice is missing',
      repeat:
        'The complainant says that the same words by the same writer were removed at least twice before, after notices',
      noContact: 'There is no private electronic way to the writer',
    },
    note: 'Note it',
    missing: 'Missing, as the form counts it:',
    saysBefore: 'The complainant says of earlier removals:',

    notice: 'What the complainant wrote',
    email: { confirmed: 'The complainant has confirmed their e-mail address.', unconfirmed: 'The complainant has not confirmed their e-mail address: letters only tell of news at their page.', none: 'The complainant gave no e-mail address.' },
    history: 'What was done',
    steps: {
      received: 'Received',
      confirmed: 'E-mail address confirmed',
      checked: 'Read and checked',
      withheld: 'Response withheld',
      restored: 'Response shown again',
      removed: 'Response removed',
      acknowledged: 'Acknowledged',
      'told-incomplete': 'Told that it is incomplete',
      notified: 'Writer notified',
      replied: 'Writer answered',
      decided: 'Decided',
    },
    byRole: (role: string) => `by ${role}`,
  },
};
