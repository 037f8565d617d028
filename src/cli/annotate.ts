import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { annotateThread, type Thread } from '../annotations/annotate.ts';
import { CommandError, type Io, UsageError } from './io.ts';

const paragraphs = z.array(z.string());
const thread = z.object({
  article: z.object({ title: z.string(), paragraphs }),
  comments: z.array(z.object({ number: z.int().positive(), author: z.string(), paragraphs })),
}) satisfies z.ZodType<Thread>;

/** Prints the quotations and references that would be marked in a thread. */
export async function run(args: string[], io: Io): Promise<number> {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UsageError('Name one file with a thread.');
  io.out(JSON.stringify({ comments: annotateThread(await readThread(file)) }));
  return 0;
}

async function readThread(file: string): Promise<Thread> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new CommandError(`${file} cannot be read: ${error.message}`);
  });
  const parsed = thread.safeParse(parseJson(file, text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new CommandError(`${file} is no thread: ${issue?.path.join('.') || 'it'}: ${issue?.message ?? ''}`);
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CommandError(`${file} is no JSON: ${error instanceof Error ? error.message : error}`);
  }
}
