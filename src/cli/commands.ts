import type { Io } from './io.ts';

/** A command of the command line: its module is loaded only when it is called. */
export type Command = {
  usage: string;
  summary: string;
  load: () => Promise<{ run: (args: string[], io: Io) => Promise<number> }>;
};

/** Every command. The documentation is tested against this table. */
export const commands: Record<string, Command> = {
  serve: {
    usage: 'hustings serve [--demo] [--no-jobs]',
    summary: 'Serves the publication, and does its jobs.',
    load: () => import('./serve.ts'),
  },
  work: {
    usage: 'hustings work',
    summary: 'Does the jobs alone, beside a server with --no-jobs.',
    load: () => import('./work.ts'),
  },
  init: {
    usage: 'hustings init --title T --url U',
    summary: 'Begins a new, empty publication in the data folder.',
    load: () => import('./init.ts'),
  },
  import: {
    usage: 'hustings import FILE… [--dry-run] [--json] [--publish] [--from FORMAT]',
    summary: 'Brings articles and responses in; a text capture becomes a private draft unless --publish.',
    load: () => import('./import.ts'),
  },
  verify: {
    usage: 'hustings verify [FILE] [--against CHECKPOINT] [--key KEY] [--witness KEY] [--json]',
    summary:
      'Checks that the record, of this install or downloaded, is whole, and names the entry that is not.',
    load: () => import('./verify.ts'),
  },
  report: {
    usage: 'hustings report [--from DAY] [--to DAY] [--json | --csv]',
    summary: 'The transparency report of a period, counted from the record alone.',
    load: () => import('./report.ts'),
  },
  statements: {
    usage: 'hustings statements --from DAY --to DAY [--out FILE] | --sent [--again] [--json]',
    summary:
      'Statements of reasons in the schema of the Commission’s Transparency Database, one a line; or what became of those that are sent.',
    load: () => import('./statements.ts'),
  },
  annotate: {
    usage: 'hustings annotate FILE.json',
    summary: 'Prints the quotations and references that would be marked in a thread.',
    load: () => import('./annotate.ts'),
  },
  'name-check': {
    usage: 'hustings name-check NAME NAME',
    summary: 'Prints whether one name would be taken for the other: same or different.',
    load: () => import('./name-check.ts'),
  },
  clock: {
    usage:
      'hustings clock uk-s5|dsa-16|copyright|personal-data|accuracy --received TIME [--invalid] [--repeat] [--no-contact] [--notified TIME] [--reply TIME --reply-kind agreed|stands|defective] [--acknowledged TIME] [--decided TIME] [--acknowledge-days N] [--decide-days N] [--json]',
    summary: 'Where a legal notice stands, and by when its next step is due.',
    load: () => import('./clock.ts'),
  },
  staff: {
    usage: 'hustings staff add NAME --email E --role R | list [--json] | link EMAIL | disable EMAIL',
    summary: 'Accounts of the people who sign in at the desk.',
    load: () => import('./staff.ts'),
  },
  moderate: {
    usage:
      'hustings moderate list [--json] | release ID | remove ID|PATH NUMBER [--reason TEXT] | restore ID|PATH NUMBER',
    summary: 'The desk’s decisions from a terminal, as the owner.',
    load: () => import('./moderate.ts'),
  },
  setting: {
    usage: 'hustings setting [KEY [VALUE]] [--json]',
    summary: 'Lists, reads or sets what the publication decides.',
    load: () => import('./setting.ts'),
  },
};
