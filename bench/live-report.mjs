// What came of readers who wait, in words and tables.
import { median, quantile } from './statistics.mjs';
import { figure, table } from './table.mjs';

/** Rounds of ours, an article without readers, and a bare server; medians over the rounds. */
export function liveTables({ count, wanted, rounds, memory }) {
  const delay = (of, share) => median(rounds.map((round) => quantile(round[of].delays, share)));
  const row = (name, of) => [
    name,
    ...[0.5, 0.99, 1].map((share) => figure(delay(of, share))),
    figure(memory[of] / 1_000),
  ];
  const ratio = (share) =>
    figure(
      median(rounds.map(({ ours, bare }) => quantile(ours.delays, share) / quantile(bare.delays, share))),
    );
  const posting = (of, share) =>
    quantile(
      rounds.map((round) => round[of].took),
      share,
    );
  return [
    ...(count < wanted ? [fewer(count, wanted)] : []),
    table(
      [`${count.toLocaleString('en-GB')} readers`, 'p50 ms', 'p99 ms', 'last ms', 'kB each'],
      [
        row('Hustings', 'ours'),
        row('bare server', 'bare'),
        ['ratio', ratio(0.5), ratio(0.99), ratio(1), figure(memory.ours / memory.bare)],
      ],
      { texts: 1 },
    ),
    table(
      ['posting a response to an article', 'p50 ms', 'slowest ms'],
      [
        ['that all of them read', figure(posting('ours', 0.5)), figure(posting('ours', 1))],
        ['that nobody reads just now', figure(posting('unread', 0.5)), figure(posting('unread', 1))],
        ['ratio', figure(posting('ours', 0.5) / posting('unread', 0.5)), '–'],
        ['telling all of them by the bare server', figure(posting('bare', 0.5)), figure(posting('bare', 1))],
      ],
      { texts: 1 },
    ),
    `Medians of ${rounds.length} responses; readers’ times are from sending the response.`,
  ].join('\n\n');
}

function fewer(count, wanted) {
  return `This system lets a process open too few files for ${wanted.toLocaleString('en-GB')} readers: there were ${count.toLocaleString('en-GB')}. \`ulimit -n\` says how many it lets.`;
}
