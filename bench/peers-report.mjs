// Says what was measured of the peers, as Markdown.
import { figure, table } from './table.mjs';

/** Ratios are to the bare server's mean in the same run. */
export function peersReport({ measured, bare }) {
  const takings = (connections) =>
    bare.filter((row) => row.connections === connections).map((row) => row.perSecond);
  const yardstick = (connections) => {
    const runs = takings(connections);
    return runs.reduce((sum, perSecond) => sum + perSecond, 0) / runs.length;
  };
  const said = (connections) => {
    const runs = takings(connections);
    return `${figure(yardstick(connections))} (${figure(Math.min(...runs))} to ${figure(Math.max(...runs))})`;
  };
  const loads = measured.flatMap((system) => system.loads);
  const others = measured.filter((system) => system.posts);
  return [
    `The bare server (20 kB, taken before each system and last): ${said(1)} requests/s at 1 connection, ` +
      `${said(32)} at 32.`,
    loadsTable(loads, yardstick),
    postsTable(others),
    startsTable(others),
  ].join('\n\n');
}

function loadsTable(loads, yardstick) {
  const head = ['what', 'bytes', 'connections', 'requests/s', 'p50 ms', 'p99 ms', 'ratio', 'bad'];
  const rows = loads.map(({ label, bytes, connections, perSecond, p50, p99, bad }) => [
    label,
    Math.round(bytes).toLocaleString('en-GB'),
    String(connections),
    // A run in which no answer came to its end has no speed, and none of its other figures means anything.
    ...(perSecond > 0
      ? [figure(perSecond), figure(p50), figure(p99), (perSecond / yardstick(connections)).toPrecision(2)]
      : ['none ended', '–', '–', '–']),
    String(bad),
  ]);
  return table(head, rows, { texts: 1 });
}

function postsTable(systems) {
  const head = ['comments', 'at once', 'accepted/s', 'p50 ms', 'p99 ms', 'accepted', 'refused', 'stored'];
  const rows = systems.flatMap(({ name, posts }) =>
    posts.map(({ connections, perSecond, p50, p99, accepted, refused, stored }) => [
      name,
      connections,
      figure(perSecond),
      figure(p50),
      figure(p99),
      accepted,
      refused,
      stored,
    ]),
  );
  return table(head, rows, { texts: 1 });
}

function startsTable(systems) {
  const rows = systems.map(({ name, started, idle, loaded }) => [
    name,
    figure(started),
    figure(idle),
    figure(loaded),
  ]);
  const head = ['system', 'start to the first answer, ms', 'idle PSS, MB', 'after the load PSS, MB'];
  return table(head, rows, { texts: 1 });
}
