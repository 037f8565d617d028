import { type ChildProcess, spawn } from 'node:child_process';

/** Why a process gave no answer. */
export type NoAnswer = { refused: 'too-slow' } | { refused: 'died'; detail: string };

/** What a process may take: processor time (RLIMIT_CPU), time in all, and memory (Linux: RLIMIT_DATA). */
export type ChildLimits = { processorSeconds: number; milliseconds: number; kilobytes: number };

/** The lowest priority: readers are answered first. Nothing of our environment, with its secrets, goes along. */
const shell = 'ulimit -t "$0"; ulimit -d "$1" 2>/dev/null; shift; exec nice -n 19 "$@"';
const environment = { PATH: '/usr/bin:/bin', UV_THREADPOOL_SIZE: '1', MALLOC_ARENA_MAX: '1' };

/**
 * Runs a script in a process of its own, tells it one message and hears one answer. It always ends: by itself, or by a
 * limit.
 */
export async function askChild<T>(
  script: string,
  message: object,
  limits: ChildLimits,
): Promise<T | NoAnswer> {
  const kept = [limits.processorSeconds, limits.kilobytes].map(String);
  const run = [process.execPath, '--input-type=module', '-'];
  const child = spawn('/bin/sh', ['-c', shell, ...kept, ...run], {
    stdio: ['pipe', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced', // bytes go along as bytes
    env: environment,
  });
  child.stdin?.on('error', () => undefined); // whoever has ended reads no more: its end is heard of below
  child.stdin?.end(script); // as an argument it could be too long
  const cut = setTimeout(() => child.kill('SIGKILL'), limits.milliseconds);
  try {
    return await answerOf<T>(child, message);
  } finally {
    clearTimeout(cut);
    child.kill('SIGKILL');
  }
}

function answerOf<T>(child: ChildProcess, message: object): Promise<T | NoAnswer> {
  let complaint = '';
  child.stderr?.on('data', (piece) => {
    complaint = (complaint + piece).slice(-2000);
  });
  return new Promise((resolve, reject) => {
    let isAnswered = false;
    child.once('error', reject);
    child.once('message', (answer) => {
      isAnswered = true;
      resolve(answer as T);
    });
    child.once('close', (code, signal) => {
      if (!isAnswered && (signal === 'SIGKILL' || signal === 'SIGXCPU')) resolve({ refused: 'too-slow' });
      else if (!isAnswered) resolve({ refused: 'died', detail: `${code ?? signal}: ${complaint}` });
    });
    child.send(message, (error) => {
      if (error) resolve({ refused: 'died', detail: String(error) });
    });
  });
}
