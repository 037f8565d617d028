import { claimPlace } from '../articles/claims/claim-view.ts';
import { correctionPlace } from '../articles/corrections/correction-view.ts';
import { historyPath } from '../articles/revisions/history-view.ts';
import type { Subject } from '../record/entry.ts';
import { placeOf } from './comment.ts';

/** Where readers find what an entry of the record is about, on the pages of its article. */
export function placeOfSubject(articlePath: string, { type, number }: Subject): string {
  if (number === undefined) return articlePath;
  if (type === 'claim') return claimPlace(articlePath, number);
  if (type === 'correction') return correctionPlace(articlePath, number);
  return type === 'revision' ? `${historyPath(articlePath)}#version-${number}` : placeOf(articlePath, number);
}
