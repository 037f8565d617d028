import { count, seconds, some } from './phrases.ts';

type Who = { mine: boolean; name: string; did: string; at: string; reason: string | null };
type Late = { writer: string; wanted: string; first: string; other: string };

/** What somebody did to a response, by the code of the decision; `press` is a release that can still be undone. */
const did: Record<string, string> = {
  press: 'pressed release on',
  release: 'released',
  refuse: 'removed',
  remove: 'removed',
  restore: 'restored',
  erase: 'erased',
  unname: 'took the name off',
  'press-keep': 'pressed keep on',
  keep: 'kept',
};

/** What was pressed and could still be undone. */
const pressed: Record<string, string> = { press: 'release', 'press-keep': 'keeping' };

/** What stands beside a held response, and how the queue is worked through. */
export const queueWords = {
  // The order
  order: {
    heading: 'The order',
    rule: 'The longest waiting stands first. A sign of risk counts as having waited longer:',
    more: (reason: string, hours: number) => `${reason}: ${some(hours, 'hour', 'hours')}`,
    reasons: {
      links: 'many links',
      honeypot: 'hidden field filled in',
      words: 'a word of the list',
      name: 'a name of the list',
      pace: 'many in ten minutes',
      learned: 'reads like what was removed',
      flood: 'in a flood, without proof of work',
    } as Record<string, string>,
    atRisk: 'under an article marked as a legal risk',
    legal: 'reported as against the law',
    each: (hours: number, most: number) =>
      `reported from each further address: ${some(hours, 'hour', 'hours')}, up to ${count(most)}`,
    flood: (hours: number) =>
      `What came in a flood without proof of work stands behind: it counts as having come ${some(hours, 'hour', 'hours')} later.`,
    complaint: (hours: number) =>
      `A complaint counts as waiting from ${some(hours, 'hour', 'hours')} before it is due, and never from before it came.`,
  },

  // Notes of staff
  notes: {
    heading: (number: number) =>
      number === 0 ? 'Note of staff…' : some(number, 'note of staff', 'notes of staff'),
    label: 'A note on this writer, for the desk alone',
    add: 'Add the note',
    noted: 'The note is kept.',
  },

  // What is quoted
  inQueue: {
    seeMarked: 'See what it quotes',
    around: (number: number) =>
      number === 1 ? 'The response beside it' : `The ${count(number)} responses around it`,
  },

  // Two at once
  together: {
    openBy: (name: string) => `${name} has it open.`,
    take: 'Show others that I have it',
    decided: 'decided on',
    did,
    who: ({ mine, name, did, at, reason }: Who) =>
      `${mine ? 'You' : name} ${did} it, ${at}${reason === null ? '' : ` (${reason})`}.`,
    youWereLate: ({ writer, wanted, first, other }: Late) =>
      wanted === 'remove' && first in pressed
        ? `You removed the response by ${writer}, whose ${pressed[first]} ${other} had pressed.`
        : `You wanted to ${wanted} the response by ${writer}, but ${other} had ${did[first] ?? 'decided on'} it before.`,
    theyWereLate: ({ writer, wanted, first, other }: Late) =>
      wanted === 'remove' && first in pressed
        ? `${other} removed the response by ${writer}, whose ${pressed[first]} you had pressed.`
        : `${other} wanted to ${wanted} the response by ${writer}, after you had ${did[first] ?? 'decided on'} it.`,
  },

  // Narrowing
  narrowing: {
    byKind: 'By kind',
    more: 'By article, reason, name or words',
    kinds: { held: 'Held', report: 'Reported', review: 'Reviews', case: 'Complaints' },
    byReason: 'Held because',
    anyReason: 'Any reason',
    name: 'Name has',
    words: 'Words have',
    find: 'Find',
    clear: 'Clear',
    views: 'My views',
    viewName: 'Name of this view',
    keep: 'Keep this as a view',
    forget: (name: string) => `Forget the view ${name}`,
    load: 'Load the page again',
    nothing: 'Nothing that waits is like that.',
    arrived: (number: number) => `${some(number, 'more waits', 'more wait')}: load the page again`,
  },

  // Reported by readers
  reported: {
    heading: 'Reported:',
    first: 'first reported',
    counted: (number: number, withinHour: number) =>
      number === 1
        ? 'once'
        : `${count(number)} times, from as many network addresses, ${withinHour === number ? 'all' : count(withinHour)} within an hour`,
    times: (number: number) => `${count(number)} ×`,
    withheld: 'So many reports withheld it until you decide: keeping it shows it again.',
    texts: (number: number) =>
      number === 1 ? 'What a reporter wrote' : `What ${count(number)} reporters wrote`,
    own: {
      alone: 'You wrote this yourself. Nobody else of the staff may decide, so you may.',
      others: 'You wrote this yourself: somebody else of the staff has to decide on it.',
    },
    keep: 'Keep',
    takesEffect: (left: number) =>
      left <= 0 ? 'It is kept now.' : `It is kept, and its reports settled, in ${seconds(left)}.`,
    keeping: 'Keeping of',
    waitsAgain: 'is reported and waits again: the decision was undone.',
    kept: 'is kept, and its reports are settled.',
    saysWaits: (name: string) => `The reports of ${name} wait again.`,
    settled: 'The reports on this response were settled',
  },

  // Many at once
  many: {
    tick: 'Tick',
    ticked: 'Everything that is ticked:',
    release: 'Release the ticked',
    remove: 'Remove the ticked…',
    none: 'Nothing was ticked: go back and tick at least one response.',
    tooMany: (most: number) => `At most ${count(most)} can be decided at once: tick fewer.`,
    released: (number: number) => `Release pressed on ${some(number, 'response', 'responses')}`,
    undone: (number: number) => `${some(number, 'response is', 'responses are')} held again`,
    removing: (number: number) => `Remove ${some(number, 'response', 'responses')}`,
    removed: (number: number) => `${some(number, 'response was', 'responses were')} removed`,
    undoAll: (number: number) => (number === 1 ? 'Undo the release' : `Undo all ${count(number)} releases`),
    back: 'Back to the queue',
  },

  // Deciding by key
  keys: {
    button: 'Keys…',
    heading: 'Keys of the queue',
    what: 'They decide on the response with the heavy frame, and are off while you type. With the reasons open, 1 to 9 and 0 remove for the first ten of them at once; where a sentence is needed they lead to it, and Enter removes. Escape closes them. Choose other keys if you like: this browser keeps them.',
    does: {
      next: 'The next response',
      previous: 'The one before',
      release: 'Release',
      remove: 'Remove: open the reasons',
      undo: 'Undo the last release',
      help: 'This list',
    },
    on: 'Keys are on',
    clash: 'Each key must be one character, no digit, and another than the rest.',
    keep: 'Keep',
    first: 'As they were at first',
    lastOne: 'That is the last one on this page.',
    nothingToUndo: 'There is no release to undo here: it was undone, or it has taken effect.',
    removed: (name: string, reason: string | null) =>
      reason === null ? `Decided: ${name}.` : `Removed: ${name}. ${reason}`,
    heldAgain: (name: string) => `${name} is held again.`,
  },

  // What its writer sent before
  past: {
    before: 'Earlier under this name:',
    nothing: 'Nothing earlier under this name.',
    noName: 'Signed with no name that anybody holds.',
    counted: {
      published: (number: number) => `${count(number)} published`,
      removed: (number: number) => `${count(number)} removed`,
      refused: (number: number) => `${count(number)} refused while held`,
      withdrawn: (number: number) => `${count(number)} withdrawn`,
      erased: (number: number) => `${count(number)} erased`,
      held: (number: number) => `${count(number)} held now`,
    },
  },
};
