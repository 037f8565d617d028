/** Where a command writes: data to `out`, everything else to `err`. */
export type Io = { out: (text: string) => void; err: (text: string) => void; isTerminal: boolean };

export const processIo: Io = {
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
  isTerminal: process.stderr.isTTY === true,
};

/** Wrong usage: exit 2, with a sentence and the command's usage. */
export class UsageError extends Error {}

/** Refused or failed: exit 1, with a sentence that says why and what to do. */
export class CommandError extends Error {}

/** A reader that has seen enough, as `head` has, closes our end of the pipe: that is no failure. */
export function stopAtClosedPipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}
