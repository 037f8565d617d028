import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import type { Challenge, Solution } from 'altcha-lib/types';

/** A worker that is sent a challenge and answers its solution; null where this browser cannot work it out in time. */
addEventListener('message', ({ data }: MessageEvent<Challenge>) => {
  solve(data).then(
    (solution) => postMessage(solution),
    () => postMessage(null), // without https there is no cryptography: the response is sent without, and waits
  );
});

/** Several counters at once, as far as there are processors; the first to find the key ends the others. */
async function solve(challenge: Challenge): Promise<Solution | null> {
  const controller = new AbortController();
  const counterStep = Math.max(1, Math.min(4, navigator.hardwareConcurrency));
  const tries = Array.from({ length: counterStep }, (_, counterStart) =>
    solveChallenge({ challenge, deriveKey, controller, counterStart, counterStep, timeout: 60_000 }),
  );
  const solution = await Promise.race(tries);
  controller.abort();
  return solution;
}
