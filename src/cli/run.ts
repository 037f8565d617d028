import { ConfigError } from '../config.ts';
import { RecordError } from '../record/head-file.ts';
import { StoreError } from '../store/store.ts';
import { commands } from './commands.ts';
import { CommandError, type Io, UsageError } from './io.ts';

/** What a command may throw with a sentence for whoever called it. */
const expected = [CommandError, ConfigError, StoreError, RecordError];

/** Runs the command line. Answers the exit code: 0 done, 1 refused or failed, 2 wrong usage. */
export async function runCommandLine(args: string[], io: Io): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    io.out(help());
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    io.err(`There is no command “${name}”.\n\n${help()}`);
    return 2;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    io.out(`${command.usage}\n\n${command.summary}`);
    return 0;
  }
  try {
    const { run } = await command.load();
    return await run(rest, io);
  } catch (error) {
    if (error instanceof UsageError || isArgumentFault(error)) {
      io.err(`${(error as Error).message}\nUsage: ${command.usage}`);
      return 2;
    }
    if (expected.some((kind) => error instanceof kind)) {
      io.err((error as Error).message);
      return 1;
    }
    throw error;
  }
}

function isArgumentFault(error: unknown): boolean {
  return (
    error instanceof TypeError && String((error as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS')
  );
}

function help(): string {
  const lines = Object.values(commands).map(({ usage, summary }) => `  ${usage}\n      ${summary}`);
  return `Hustings: a publication whose articles and responses stay one permanent, checkable record.\n\n${lines.join('\n')}`;
}
