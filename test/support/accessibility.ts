import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';

/** WCAG 2.2 at level AA and what goes without saying beyond it. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Rules about where things stand and what colour they are: those of an outline that is the same at every width are not among them. */
const byLayout = [
  'color-contrast',
  'link-in-text-block',
  'scrollable-region-focusable',
  'skip-link',
  'target-size',
];
/** What a width shows or hides, as only this may be (`test/pages/schemes.test.ts`): where it stands, each width is held against every rule. */
export const shownByWidth = '.narrower';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const narrow = 360;
const widths = [narrow, 1280];
const shots = process.env.HUSTINGS_SHOTS;

/**
 * Holds the page that is open, in the state in which it is, against the rules of accessibility: wide in dark colours
 * against every rule, narrow in light ones against those about colours and places, without loading it again; and no
 * width may scroll sideways. A scheme changes the values of colours alone and a width where things stand, as
 * `test/pages/schemes.test.ts` shows: the other pairs would say nothing new. axe comes in by the debugger, so that the
 * page's content policy stands. Leaves the page narrow and light. `at` are other widths, for what only some have.
 */
export async function lookOver(page: Page, name: string, at: readonly number[] = widths): Promise<void> {
  await bringAxe(page);
  const changes = (await page.locator(shownByWidth).count()) > 0;
  for (const width of at.toReversed()) {
    const colorScheme = width === narrow ? 'light' : 'dark';
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    const every = changes || width === at.at(-1);
    const { found, passed } = await run(
      page,
      every ? { type: 'tag', values: tags } : { type: 'rule', values: byLayout },
    );
    assert.deepEqual(found, [], `${name}, ${width} pixels wide, ${colorScheme}`);
    assert.ok(passed > (every ? 15 : 0), `only ${passed} rules had something to look at`);
    const wide = Number(await page.evaluate('document.documentElement.scrollWidth'));
    assert.ok(wide <= width, `${name} is ${wide} pixels wide on ${width}`);
    await shoot(page, `${name}-${colorScheme}-${width}`);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

type Found = { found: string[]; passed: number };

function run(page: Page, runOnly: { type: string; values: string[] }): Promise<Found> {
  const options = { runOnly, resultTypes: ['violations'], elementRef: false };
  return page.evaluate<Found>(
    `axe.run(${JSON.stringify(options)}).then(({ violations, passes }) => ({
      passed: passes.length,
      found: violations.flatMap(({ id, nodes }) => nodes.map((node) => id + ' ' + node.target + ' ' + node.failureSummary)),
    }))`,
  );
}

async function bringAxe(page: Page): Promise<void> {
  if (await page.evaluate('typeof axe === "object"')) return;
  const debug = await page.context().newCDPSession(page);
  const { exceptionDetails } = await debug.send('Runtime.evaluate', { expression: `${axe};0` });
  assert.equal(exceptionDetails, undefined);
  await debug.detach();
}

/** A picture of the page, where `HUSTINGS_SHOTS` names a folder for them. */
async function shoot(page: Page, name: string): Promise<void> {
  if (!shots) return;
  const path = join(shots, `${name.replaceAll(/[^\w-]+/g, '-')}.png`);
  mkdirSync(dirname(path), { recursive: true });
  await page.screenshot({ path, fullPage: true });
}
