// What `npm run bench` can be told.
import { parseArgs } from 'node:util';

const usage = `Usage: npm run bench -- [--quick] [--postgres] [--peers] [--pictures] [--editor] [--marks] [--queue] [--record] [--live] [--pages] [--dry-run] [--against FOLDER] [--write]
  --quick     short and few runs: shows that it works, and roughly how fast
  --postgres  accepted comments on PostgreSQL too
  --peers     Ghost and WordPress beside it, by the scripts in ../shared/peers
  --pictures  only whether readers wait while pictures are made
  --editor    only the form of an article of 10,000 words: opening and saving it
  --marks     only quotations and references: looking for them, and posting with them
  --queue     only the moderators' queue with 100,000 held and a million decided responses, on both engines
  --record    only the record: what an entry costs, and verifying a million of them
  --live      only 10,000 readers who wait for responses to one article
  --pages     only pages with up to 1,000 responses, and the front page
  --dry-run   only what filters would have held of 300,000 responses
  --against FOLDER
              only posting, beside another edition: a checkout of it, with its packages installed and built
  --write     puts what was measured into docs/benchmarks.md`;

/** The flags; with wrong ones, a sentence and exit 2. */
export function readFlags(args) {
  try {
    const flag = { type: 'boolean', default: false };
    const { values } = parseArgs({
      args,
      options: {
        quick: flag,
        postgres: flag,
        peers: flag,
        pictures: flag,
        editor: flag,
        marks: flag,
        queue: flag,
        record: flag,
        live: flag,
        'dry-run': flag,
        pages: flag,
        against: { type: 'string' },
        write: flag,
        help: { ...flag, short: 'h' },
      },
    });
    if (values.help) end(0, usage);
    return values;
  } catch (error) {
    return end(2, `${error.message}\n${usage}`);
  }
}

function end(code, text) {
  (code === 0 ? process.stdout : process.stderr).write(`${text}\n`);
  process.exit(code);
}
