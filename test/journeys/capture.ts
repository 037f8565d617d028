import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Install } from './install.ts';

export const title = 'Ferry company to sell the slipway clock';

/** Who answered, in order. */
export const writers = ['Lock Keeper', 'Half-Tide', 'Ms Fen', 'Lock Keeper', 'Seven Bells', 'Chandler’s Row'];

/** The flattened text of an invented weblog page with six responses, as a browser saves it. */
export const capture = `${title}

The ferry company will sell the clock from its slipway to a collector abroad, the harbour office said on Monday.

The clock has hung over the slipway since the first ferry, and has been wrong since the second.

Tags: , , ,

This entry was posted on Monday, March 3rd, 2008 at 9:12 am and is filed under Harbour. You can follow any responses to this entry through the RSS 2.0 feed. You can leave a response, or trackback from your own site.

6 Responses to “${title}”

  1. Lock Keeper Says:

  March 3rd, 2008 at 9:40 am

I wound that clock for eleven years and nobody asked me.

  2. Half-Tide Says:

  March 3rd, 2008 at 10:02 am

It was never wrong. It kept ferry time.

  3. Ms Fen Says:

  March 3rd, 2008 at 12:31 pm

My grandmother missed one boat by it and married the man who missed it too.

A clock like that should stay where it is.

  4. Lock Keeper Says:

  March 3rd, 2008 at 1:15 pm

That would be the winter of the ice.

  5. Seven Bells Says:

  March 4th, 2008 at 8:05 am

Who signed for the sale? The office does not say.

  6. Chandler’s Row Says:

  March 4th, 2008 at 6:48 pm

Sell the ferry and keep the clock.

Leave a Reply

Name (required)

Mail (will not be published) (required)

Website
`;

/** Imports and publishes the page by the command line, under another title if one is given; answers id and path. */
export async function importCapture(install: Install, named = title): Promise<{ id: string; path: string }> {
  const file = join(install.dataFolder, 'slipway-clock.txt');
  writeFileSync(file, capture.replaceAll(title, named));
  const answer = JSON.parse(await install.do('import', '--publish', '--json', file));
  const [{ id, path }] = answer.articles;
  return { id, path };
}

/** The same, in a publication whose readers wait for nobody. */
export async function openForAll(install: Install): Promise<{ id: string; path: string }> {
  const article = await importCapture(install);
  await install.do('setting', 'comments.policy', 'open');
  await install.do('setting', 'comments.pace', '0');
  return article;
}
