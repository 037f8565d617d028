import { sha256Hex } from '../../../lib/ids.ts';
import { type Label, leastLeaning } from './bayes.ts';

/** How well what was learned from four of five decisions finds the fifth. */
export type Figures = {
  /** How many of each it learned from. */
  kept: number;
  removed: number;
  /** Of those that were held out: how many there were, how often it was right, what it would have held, and what of that was removed. */
  tested: number;
  right: number;
  held: number;
  heldRemoved: number;
  testedRemoved: number;
};

/** Whether a response is one of the fifth that is held out: always the same ones. */
export function isHeldOut(id: string): boolean {
  return Number.parseInt(sha256Hex(id).slice(0, 8), 16) % 5 === 0;
}

/** Before anything was looked at. */
export function noFigures(): Figures {
  return { kept: 0, removed: 0, tested: 0, right: 0, held: 0, heldRemoved: 0, testedRemoved: 0 };
}

/** Counts one that was held out. Changes the figures. */
export function countTested(figures: Figures, { label, leaning }: { label: Label; leaning: number }): void {
  const isHeld = leaning >= leastLeaning;
  const isRemoved = label === 'removed';
  figures.tested += 1;
  if (isHeld === isRemoved) figures.right += 1;
  if (isRemoved) figures.testedRemoved += 1;
  if (isHeld) figures.held += 1;
  if (isHeld && isRemoved) figures.heldRemoved += 1;
}
