import type { CaseClock } from './case-clock.ts';

/**
 * What the desk may do next in a case. `incomplete`: tell the complainant that the notice is; `notify`: send it to the
 * writer; `remove` and `keep`: do so and tell; `defective`: the writer’s answer does not count; `acknowledge`; `decide`:
 * end the case in words of one’s own, which is always open: no track is forced.
 */
export const caseActs = [
  'incomplete',
  'notify',
  'remove',
  'keep',
  'defective',
  'acknowledge',
  'decide',
] as const;
export type CaseAct = (typeof caseActs)[number];

const ofState: Record<CaseClock['state'], readonly CaseAct[]> = {
  invalid: ['incomplete'],
  'remove-repeat': ['remove'],
  'remove-no-contact': ['remove'],
  notify: ['notify'],
  'awaiting-reply': [],
  remove: ['remove'],
  keep: ['keep', 'defective'],
  acknowledge: ['acknowledge'],
  decide: [],
  decided: [],
};

/** The acts that are open where a case stands. */
export function actsOf(clock: CaseClock): CaseAct[] {
  return clock.state === 'decided' ? [] : [...ofState[clock.state], 'decide'];
}

/** How a case may end in words of one’s own. */
export const decisions = ['upheld', 'partly', 'rejected'] as const;
export type Decision = (typeof decisions)[number];
