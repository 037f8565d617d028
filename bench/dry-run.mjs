// What filters would have held of 300,000 responses: how long that takes, and how long it holds others up.
import { finish, node, start, temporaryFolder } from './children.mjs';
import { environment } from './hustings.mjs';
import { figure, table } from './table.mjs';

/** A trial takes at most so many times a bare pass over the same text, and holds a request up so many milliseconds at most. */
const most = { ratio: 5, wait: 100 };

/** Answers a table and whether the aims are met. */
export async function measureDryRun(filler, { plan, tell }) {
  const count = plan.dryRun;
  tell(`what filters would have held of ${count.toLocaleString('en-GB')} responses`);
  const env = environment({ folder: temporaryFolder('dry-run') });
  const args = ['--disable-warning=ExperimentalWarning', filler.dryRun, String(count)];
  const { bare, rules } = JSON.parse(
    await finish(start(node, args, { env, stderr: 'inherit' }), { seconds: 900 }),
  );
  const ratio = Math.max(...rules.map(({ seconds }) => seconds / bare));
  const wait = Math.max(...rules.map(({ longest }) => longest));
  const whole = rules.every(({ looked }) => looked === count);
  const isMet = whole && ratio <= most.ratio && wait <= most.wait;
  const markdown = [
    table(
      ['Rule', 'looked at', 'held', 'seconds', 'µs each', 'ratio to the bare pass', 'longest wait (ms)'],
      rules.map(({ rule, looked, caught, seconds, longest }) => [
        rule,
        looked.toLocaleString('en-GB'),
        caught.toLocaleString('en-GB'),
        ...[seconds, (seconds * 1e6) / looked, seconds / bare, longest].map(figure),
      ]),
      { texts: 1 },
    ),
    `The bare pass took ${figure(bare)} s. Aims: at most ${most.ratio} times as long, and no wait over ${most.wait} ms. ${isMet ? 'Met' : 'Missed'}.`,
  ].join('\n\n');
  return { markdown, isMet };
}
