import { load } from 'child:pictures/develop-child';
import { type ChildProcess, spawn } from 'node:child_process';
import type { Develop, DevelopAnswer } from './develop-task.ts';

/** What became of the process: its answer, or why there is none. */
export type ChildEnd = DevelopAnswer | { refused: 'too-slow' } | { refused: 'died'; detail: string };

/**
 * What one picture may take: processor time (RLIMIT_CPU), since at the lowest priority it may wait long for its turn;
 * time in all; and memory (Linux: RLIMIT_DATA).
 */
const most = { processorSeconds: 60, milliseconds: 300_000, kilobytes: 1_500_000 };

/** The lowest priority: readers are answered first. Nothing of our environment, with its secrets, goes along. */
const shell = 'ulimit -t "$0"; ulimit -d "$1" 2>/dev/null; shift; exec nice -n 19 "$@"';
const environment = { PATH: '/usr/bin:/bin', UV_THREADPOOL_SIZE: '1', MALLOC_ARENA_MAX: '1' };

/** Makes files of a picture in a process of its own. It always ends: by itself, or by a limit. */
export async function runChild(task: Omit<Develop, 'sharp'>, limits = most): Promise<ChildEnd> {
  const script = await load();
  const kept = [limits.processorSeconds, limits.kilobytes].map(String);
  const run = [process.execPath, '--input-type=module', '--eval', script];
  const child = spawn('/bin/sh', ['-c', shell, ...kept, ...run], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: environment,
  });
  const cut = setTimeout(() => child.kill('SIGKILL'), limits.milliseconds);
  try {
    return await answerOf(child, { ...task, sharp: import.meta.resolve('sharp') });
  } finally {
    clearTimeout(cut);
    child.kill('SIGKILL');
  }
}

function answerOf(child: ChildProcess, task: Develop): Promise<ChildEnd> {
  let complaint = '';
  child.stderr?.on('data', (piece) => {
    complaint = (complaint + piece).slice(-2000);
  });
  return new Promise((resolve, reject) => {
    let answer: DevelopAnswer | null = null;
    child.once('error', reject);
    child.once('message', (message) => {
      answer = message as DevelopAnswer;
      resolve(answer);
    });
    child.once('close', (code, signal) => {
      if (answer === null && (signal === 'SIGKILL' || signal === 'SIGXCPU')) resolve({ refused: 'too-slow' });
      else if (answer === null) resolve({ refused: 'died', detail: `${code ?? signal}: ${complaint}` });
    });
    child.send(task, (error) => {
      if (error) resolve({ refused: 'died', detail: String(error) });
    });
  });
}
