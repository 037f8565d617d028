import { readFile, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type Imported, importCapture } from '../migration/import-capture.ts';
import type { CapturedArticle } from '../migration/text-capture/capture-result.ts';
import { decodeCapture } from '../migration/text-capture/decode-capture.ts';
import { joinPages } from '../migration/text-capture/join-pages.ts';
import { parseCapture } from '../migration/text-capture/parse-capture.ts';
import { CommandError, type Io, UsageError } from './io.ts';
import { withSite } from './open-site.ts';

const formats = ['text-capture'];
/** No page of a weblog comes near this. */
const largestFile = 64 * 1024 * 1024;
const tooLarge = 'The file is larger than 64 MB, which no capture of one page is.';

type Read = { articles: CapturedArticle[]; refusals: string[] };

/** Brings captures in, or shows what would come in. Exit 1 when any file was refused. */
export async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals: files } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean' },
      json: { type: 'boolean' },
      publish: { type: 'boolean' },
      from: { type: 'string' },
    },
  });
  if (files.length === 0) throw new UsageError('Say which file to import.');
  if (values.from !== undefined && !formats.includes(values.from))
    throw new UsageError(`“${values.from}” is no format known here: ${formats.join(', ')}.`);
  const read = await readFiles(files);
  if (values['dry-run']) return show(io, { ...read, json: values.json === true });
  return bringIn(io, { ...read, json: values.json === true, publish: values.publish === true });
}

async function readFiles(files: string[]): Promise<Read> {
  const read: Read = { articles: [], refusals: [] };
  for (const file of files) {
    const { articles, refused } = await readCapture(file);
    read.articles.push(...articles);
    if (refused) read.refusals.push(files.length === 1 ? refused : `${file}: ${refused}`);
  }
  return { ...read, articles: joinPages(read.articles) };
}

async function readCapture(file: string): Promise<{ articles: CapturedArticle[]; refused: string | null }> {
  let bytes: Uint8Array;
  try {
    const found = await stat(file);
    if (found.isFile() && found.size > largestFile) return refusedFile(tooLarge);
    if (!found.isFile() && !found.isDirectory())
      return refusedFile(`${file} is no ordinary file: save the page’s text in one.`);
    bytes = await readFile(file);
  } catch (error) {
    return refusedFile(unreadable(file, error));
  }
  const decoded = decodeCapture(bytes);
  return 'refused' in decoded ? { articles: [], refused: decoded.refused } : parseCapture(decoded.text);
}

function refusedFile(refused: string) {
  return { articles: [], refused };
}

function unreadable(file: string, error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EISDIR') return `${file} is a folder: name the files in it.`;
  if (code === 'ENOENT') return `There is no file ${file}: check its name.`;
  return `${file} cannot be read (${code ?? message}).`;
}

function refusedOf(refusals: string[]): string | null {
  return refusals.length > 0 ? refusals.join(' ') : null;
}

function show(io: Io, { articles, refusals, json }: Read & { json: boolean }): number {
  const refused = refusedOf(refusals);
  if (json) io.out(JSON.stringify({ format: 'text-capture', refused, articles }));
  else {
    for (const article of articles) io.out(summary(article));
    for (const refusal of refusals) io.err(refusal);
  }
  return refused === null ? 0 : 1;
}

function summary(article: CapturedArticle): string {
  const { title, paragraphs, comments, commentsStated, tags, notes = [] } = article;
  return [
    `“${title}”`,
    `  ${paragraphs.length} paragraphs, ${comments.length} responses (the page says ${commentsStated ?? 'nothing'})`,
    `  tags: ${tags.names.join(', ') || 'none'}${tags.lost > 0 ? `, ${tags.lost} lost` : ''}`,
    ...notes.map((note) => `  ${note}`),
  ].join('\n');
}

async function bringIn(
  io: Io,
  { articles, refusals, json, publish }: Read & { json: boolean; publish: boolean },
): Promise<number> {
  if (articles.length === 0) {
    if (json) io.out(JSON.stringify({ format: 'text-capture', refused: refusedOf(refusals), articles: [] }));
    if (refusals.length > 0) throw new CommandError(refusals.join('\n'));
  }
  return withSite(async (site) => {
    const came: (CapturedArticle & { id: string; path: string | null })[] = [];
    const report: { imported: Imported[]; leftOut: string[] } = { imported: [], leftOut: [...refusals] };
    for (const [index, captured] of articles.entries()) {
      const imported = await importCapture(site, { captured, publish });
      if (!imported.ok) {
        report.leftOut.push(imported.sentence);
        continue;
      }
      const { id, path, already, leftOut } = imported.value;
      came.push({ ...captured, id, path });
      report.imported.push(imported.value);
      const where = path ? `is at ${path}` : 'is a private draft';
      const done = already ? leftOut.join(' ') : `“${captured.title}” ${where}`;
      io.err(`${index + 1} of ${articles.length}: ${done}`);
    }
    for (const sentence of report.leftOut) io.err(sentence);
    const refused = refusedOf(refusals);
    if (json) io.out(JSON.stringify({ format: 'text-capture', refused, articles: came, report }));
    return refusals.length > 0 ? 1 : 0;
  });
}
