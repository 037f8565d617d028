// How long and how often everything is measured.
const whole = {
  rounds: 9, // many short rounds: what else the machine does meets ours and bare alike
  seconds: 1,
  warmSeconds: 1,
  idleSeconds: 5,
  oneAtATime: 300,
  atOnce: 1_600,
  starts: 10,
  pictureRounds: 5,
  pictureSeconds: 4,
  liveRounds: 20,
  againstRounds: 20,
  entries: 1_000_000,
  dryRun: 300_000,
  peerSeconds: 3,
  peerRepeats: 3,
  queue: { held: 100_000, decided: 1_000_000, times: 60 },
};

const quick = {
  rounds: 2,
  seconds: 1,
  warmSeconds: 1,
  idleSeconds: 5,
  oneAtATime: 60,
  atOnce: 320,
  starts: 3,
  pictureRounds: 2,
  pictureSeconds: 3,
  liveRounds: 5,
  againstRounds: 5,
  entries: 50_000,
  dryRun: 20_000,
  peerSeconds: 2,
  peerRepeats: 1,
  queue: { held: 20_000, decided: 100_000, times: 20 },
};

export function planFor(flags) {
  return flags.quick ? quick : whole;
}

/** Responses under the articles that are read: the last one in a data folder of its own. */
export const threads = { short: [6, 100, 1_000], long: 100_000 };
export const connectionCounts = [1, 32];
export const encodings = ['identity', 'gzip'];
export const postersAtOnce = 16;
