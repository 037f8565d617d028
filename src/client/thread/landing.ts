import { fill } from '../../lib/fill.ts';
import { make, type Thread } from './page.ts';

/** Leads an address with `#response-N` to the page on which N stands, where it is not this one. */
export async function land({ path, say, status }: Thread): Promise<void> {
  const number = /^#response-([1-9]\d{0,8})$/.exec(location.hash)?.[1];
  if (number === undefined || document.getElementById(`response-${number}`)) return;
  if (location.pathname === `${path}responses/`) return; // a form with typed words stands here
  const answer = await fetch(`${path}responses/${number}/`, { method: 'HEAD' }).catch(() => null);
  if (!answer) return;
  const there = new URL(answer.url).pathname;
  if (answer.ok && there !== location.pathname) location.replace(`${there}#response-${number}`);
  else if (answer.status === 404) status.append(make('span', {}, fill(say.noSuch, { n: number })));
}
