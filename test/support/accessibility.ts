import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

/** WCAG 2.2 at level AA and what goes without saying beyond it. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What axe-core finds wrong with the page that is open, one line for each place; the context must bypass the CSP. */
export async function violations(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: axe });
  const { found, passed } = await page.evaluate<{ found: string[]; passed: number }>(
    `axe.run({ runOnly: ${JSON.stringify(tags)} }).then(({ violations, passes }) => ({
      passed: passes.length,
      found: violations.flatMap(({ id, nodes }) => nodes.map((node) => id + ' ' + node.target + ' ' + node.failureSummary)),
    }))`,
  );
  assert.ok(passed > 15, `only ${passed} rules had something to look at`);
  return found;
}
