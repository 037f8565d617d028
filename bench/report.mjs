// Says what was measured, as Markdown that can be read in a terminal as well.
import { median } from './statistics.mjs';
import { figure, table } from './table.mjs';

/** Servers that wait no longer than this for their core have it to themselves. */
const quietShare = 0.05;

/** Everything about this software itself. */
export function report({ machine, aims, pages, starts, comments, fills }) {
  const warm = pages.flatMap((page) => page.warm);
  return [
    ...machine,
    aimsTable(aims),
    '### Article pages from memory',
    pagesTable(warm),
    disturbance(warm),
    '### Article pages built anew',
    'What the first reader after a change waits for: one connection, nothing compressed.',
    anewTable(pages.flatMap(({ anew }) => anew)),
    '### Accepted comments',
    ...comments.flatMap(commentsPart),
    '### Start',
    'From spawning the process to the first answer 200, on one core.',
    startsTable(starts),
    '### Memory',
    memoryTable(pages.map(({ memory }) => memory)),
    fills,
  ].join('\n\n');
}

/** Pages alone. */
export function pagesReport({ warm, anew }) {
  return [
    pagesTable(warm),
    disturbance(warm),
    'Built anew, one connection, nothing compressed:',
    anewTable(anew),
  ].join('\n\n');
}

function aimsTable(aims) {
  const rows = aims.map(({ aim, found, isMet }) => [aim, found, isMet ? 'met' : 'not met']);
  return table(['aim', 'measured', ''], rows, { texts: 3 });
}

function pagesTable(rows) {
  const head = [
    'responses',
    'encoding',
    'bytes',
    'connections',
    'requests/s',
    'p50 / p99 ms',
    'bare requests/s',
  ];
  const beside = ['bare p50 / p99', 'ratio', 'of the rounds', 'CPU µs', 'bare CPU µs', 'CPU ratio', 'bad'];
  return table(
    [...head, ...beside],
    rows.map(
      ({ responses, encoding, bytes, connections, ours, bare, ratio, lowest, highest, costRatio, bad }) => [
        responses.toLocaleString('en-GB'),
        encoding,
        bytes.toLocaleString('en-GB'),
        String(connections),
        figure(ours.perSecond),
        `${figure(ours.p50)} / ${figure(ours.p99)}`,
        figure(bare.perSecond),
        `${figure(bare.p50)} / ${figure(bare.p99)}`,
        ratio.toFixed(2),
        `${lowest.toFixed(2)}–${highest.toFixed(2)}`,
        figure(ours.cost),
        figure(bare.cost),
        figure(costRatio),
        String(bad),
      ],
    ),
    { texts: 2 },
  );
}

/** How much of what is above is the machine's other work. */
function disturbance(rows) {
  const waited = median(rows.flatMap(({ ours, bare }) => [ours.waited, bare.waited]));
  if (!Number.isFinite(waited)) return 'Whether other work disturbed this is not known on this system.';
  const share = `${(waited * 100).toFixed(1)} % of the time`;
  return waited < quietShare
    ? `The machine was quiet: the servers waited for their core ${share}.`
    : `The machine was busy with other work: the servers waited for their core ${share}, so that requests/s are too low ` +
        'and their ratios scatter. Processor time for a request (CPU µs) suffers less from that.';
}

function anewTable(rows) {
  return table(
    ['responses', 'pages/s', 'p50 ms', 'p99 ms', 'bad'],
    rows.map(({ responses, perSecond, p50, p99, bad }) => [
      responses.toLocaleString('en-GB'),
      figure(perSecond),
      figure(p50),
      figure(p99),
      String(bad),
    ]),
    { texts: 1 },
  );
}

function commentsPart({ rows, isWhole, record }) {
  const cells = rows.map((row) => [
    row.engine,
    row.kind === 'form' ? 'form, 303' : 'API, 201',
    String(row.connections),
    figure(row.perSecond),
    figure(row.p50),
    figure(row.p99),
    String(row.accepted),
    String(row.refused),
    String(row.stored),
  ]);
  const head = ['engine', 'by', 'at once', 'accepted/s', 'p50 ms', 'p99 ms', 'accepted', 'refused', 'stored'];
  const verdict = isWhole
    ? 'Every accepted comment is in the tables, and the numbers have no gap.'
    : 'NOT every accepted comment is in the tables, or the numbers have a gap.';
  return [table(head, cells, { texts: 2 }), `${verdict} \`hustings verify\`: ${record}`];
}

function startsTable(rows) {
  return table(
    ['by', 'data', 'to', 'median ms', 'slowest ms'],
    rows.map(({ launch, data, path, median, slowest }) => [
      `\`${launch}\``,
      data,
      path,
      figure(median),
      figure(slowest),
    ]),
    { texts: 3 },
  );
}

function memoryTable(memories) {
  const both = (memory) => (memory ? `${figure(memory.rss)} / ${figure(memory.pss)}` : '–');
  return table(
    ['articles with responses', 'idle RSS / PSS, MB', 'after the load RSS / PSS, MB'],
    memories.map(({ responses, idle, loaded }) => [
      responses.map((count) => count.toLocaleString('en-GB')).join(' + '),
      both(idle),
      both(loaded),
    ]),
    { texts: 1 },
  );
}
