// What this software sets itself, and whether this run shows it.
import { threads } from './plan.mjs';

const [, hundred] = threads.short;

/** Answers each aim with what was measured and whether that meets it. */
export function checkAims({ warm, anew, starts, memories }) {
  const lowest = least(warm, 'ratio');
  const dearest = least(warm, 'costRatio');
  const slowest = starts.reduce((worst, row) => (row.median > worst.median ? row : worst));
  const known = memories.filter(({ idle }) => idle !== null);
  const aims = [
    {
      aim: 'warm pages at least 0.6 of a bare Node server, at every size',
      found: `lowest ${lowest.ratio.toFixed(2)} (${nameOf(lowest)}); by processor time ${dearest.costRatio.toFixed(2)} (${nameOf(dearest)})`,
      isMet: lowest.ratio >= 0.6,
    },
    withinFactor('page one of 100,000 within 1.3× of the page with 100, warm', longBeside(warm)),
    withinFactor('page one of 100,000 within 1.3× of the page with 100, built anew', longBeside(anew)),
    {
      aim: 'cold start under 0.5 s',
      found: `slowest median ${slowest.median.toFixed(0)} ms (${slowest.launch}, ${slowest.data}, ${slowest.path})`,
      isMet: slowest.median < 500,
    },
  ];
  if (known.length > 0) {
    const most = Math.max(...known.map(({ idle }) => idle.rss));
    aims.push({
      aim: 'idle memory under 120 MB',
      found: `${most.toFixed(0)} MB resident at most`,
      isMet: most < 120,
    });
  }
  return aims;
}

function least(rows, name) {
  return rows.reduce((worst, row) => (row[name] < worst[name] ? row : worst));
}

function nameOf({ responses, encoding, connections }) {
  const page = typeof responses === 'string' ? responses : `${responses.toLocaleString('en-GB')} responses`;
  return `${page}, ${encoding}, ${connections === 1 ? '1 connection' : `${connections} connections`}`;
}

/** By which factor the long thread's page is slower than the page with 100, at worst. */
function longBeside(rows) {
  const same = (a, b) => a.encoding === b.encoding && a.connections === b.connections;
  const speed = (row) => row.ours?.perSecond ?? row.perSecond;
  const factors = rows
    .filter((row) => row.responses === threads.long)
    .map((long) => {
      const short = rows.find((row) => row.responses === hundred && same(row, long));
      return speed(short) / speed(long);
    });
  return Math.max(...factors);
}

function withinFactor(aim, factor) {
  return { aim, found: `${factor.toFixed(2)}× at worst`, isMet: factor <= 1.3 };
}
