import { load } from 'child:pictures/develop-child';
import { type ChildProcess, spawn } from 'node:child_process';
import type { Develop, DevelopAnswer } from './develop-task.ts';

/** What became of the process: its answer, or why there is none. */
export type ChildEnd = DevelopAnswer | { refused: 'too-slow' } | { refused: 'died'; detail: string };

/** How long one picture may take, and how much memory its process may fill (Linux: RLIMIT_DATA). */
const mostMilliseconds = 60_000;
const mostKilobytes = 1_500_000;

/** The lowest priority: readers are answered first. Nothing of our environment, with its secrets, goes along. */
const shell = `ulimit -d ${mostKilobytes} 2>/dev/null; exec nice -n 19 "$0" "$@"`;
const environment = { PATH: '/usr/bin:/bin', UV_THREADPOOL_SIZE: '1', MALLOC_ARENA_MAX: '1' };

/** Makes files of a picture in a process of its own. It always ends: by itself, or after a minute by us. */
export async function runChild(task: Omit<Develop, 'sharp'>): Promise<ChildEnd> {
  const script = await load();
  const child = spawn('/bin/sh', ['-c', shell, process.execPath, '--input-type=module', '--eval', script], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: environment,
  });
  const cut = setTimeout(() => child.kill('SIGKILL'), mostMilliseconds);
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
      if (answer === null && signal === 'SIGKILL') resolve({ refused: 'too-slow' });
      else if (answer === null) resolve({ refused: 'died', detail: `${code ?? signal}: ${complaint}` });
    });
    child.send(task, (error) => {
      if (error) resolve({ refused: 'died', detail: String(error) });
    });
  });
}
