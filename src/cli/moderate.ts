import { parseArgs } from 'node:util';
import type { CleanHtml } from '../lib/clean-html.ts';
import { textOf } from '../lib/clean-html.ts';
import { done } from '../lib/refusal.ts';
import { type Moderator, releaseComment, removeComment, restoreComment } from '../moderation/decide.ts';
import { commentIdAt, readQueue } from '../moderation/queries.ts';
import { type Reason, readTypedReason } from '../moderation/reason.ts';
import { readSettings } from '../publication/queries.ts';
import type { Site } from '../site.ts';
import { CommandError, type Io, UsageError } from './io.ts';
import { withSite } from './open-site.ts';

const owner: Moderator = { actor: { role: 'owner' }, staffId: null };
/** A removal without `--reason` is taken, as it always was; who gives one says why. */
const unsaid: Reason = { code: 'other', label: 'Another reason', sentence: null };

/** The desk's decisions from a terminal, as the owner: they take effect at once. */
export async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean' }, reason: { type: 'string' } },
  });
  const [act, ...subject] = positionals;
  return withSite(async (site) => {
    if (act === 'list') return list(site, io, values.json === true);
    if (act !== 'release' && act !== 'remove' && act !== 'restore')
      throw new UsageError(act ? `There is no “moderate ${act}”.` : 'Say what to decide.');
    const id = await commentIdOf(site, subject);
    const decided = await decide(site, act, { id, reason: values.reason });
    if (!decided.ok) throw new CommandError(decided.sentence);
    const { number, state } = decided.value;
    if (act === 'remove' && values.reason === undefined)
      io.err('Its writer is told no reason: with --reason you tell them one.');
    if (values.json) io.out(JSON.stringify({ id, number, state }));
    else io.err(number === null ? `The response is ${state}.` : `Response ${number} is ${state}.`);
    return 0;
  });
}

async function list(site: Site, io: Io, json: boolean): Promise<number> {
  const items = await readQueue(site.store.read, { limit: 10_000 });
  if (json) {
    const shown = items.map(({ html, source, ...item }) => ({
      ...item,
      text: textOf(html as CleanHtml),
      source,
    }));
    io.out(JSON.stringify({ items: shown, next: null }));
    return 0;
  }
  for (const { id, name, html, article, postedAt } of items)
    io.out(`${id}\t${postedAt}\t${name}\t${article.path}\t${oneLine(textOf(html as CleanHtml))}`);
  if (items.length === 0) io.err('Nothing is held.');
  return 0;
}

function oneLine(text: string): string {
  const flat = text.replace(/\s+/g, ' ');
  return flat.length > 100 ? `${flat.slice(0, 99)}…` : flat;
}

/** A held comment goes by its id; a numbered one by its article's path (or address) and its number. */
async function commentIdOf(site: Site, [first, second, ...more]: string[]): Promise<string> {
  if (!first || more.length > 0)
    throw new UsageError('Say which response: its id, or its article’s path and its number.');
  if (second === undefined) return first;
  const number = Number(second.replace(/^#/, ''));
  if (!Number.isSafeInteger(number) || number < 1)
    throw new UsageError(`“${second}” is no number of a response.`);
  const path = URL.canParse(first) ? new URL(first).pathname : first;
  const id = await commentIdAt(site.store.read, `/${path.replace(/^\/+|\/+$/g, '')}/`, number);
  if (!id)
    throw new CommandError(`There is no response ${number} at ${path}: check the path and the number.`);
  return id;
}

async function decide(
  site: Site,
  act: 'release' | 'remove' | 'restore',
  { id, reason: text }: { id: string; reason: string | undefined },
) {
  if (act === 'release') return releaseComment(site, { id, moderator: owner });
  if (act === 'restore') return restoreComment(site, { id, moderator: owner });
  const reason = text === undefined ? done(unsaid) : readTypedReason(await readSettings(site), text);
  if (!reason.ok) return reason;
  return removeComment(site, { id, moderator: owner, reason: reason.value });
}
