import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { granted, send, setSetting } from '../../test/support/publish.ts';
import { samplePublication } from '../audit/fixtures.ts';
import type { Io } from '../cli/io.ts';
import { run } from '../cli/verify.ts';
import { withdrawComment } from '../comments/withdraw-comment.ts';
import { openCheckpoint, readCheckpoint } from '../merkle/checkpoint.ts';
import { signNote, verifierKey, verifierOf } from '../merkle/signed-note.ts';
import { removeComment } from '../moderation/decide.ts';
import { noteComment } from '../moderation/note-comment.ts';
import { canonical, chainHash, commit, genesis } from './entry.ts';
import { readHead } from './head-file.ts';
import { recordCheckpoint, recordSigner } from './log/log.ts';
import { type StoredEntry, storedEntries } from './queries.ts';
import { sequenceEntries } from './sequence.ts';
import { chainCheck } from './verify.ts';

const tamperings = 10_000;
const throughTheCommand = 48;

/** A record made by verbs: public and private entries about articles, responses, settings and a note of staff. */
const publication = await samplePublication('sqlite');
const { site } = publication;
const moderator = { actor: { role: 'moderator' as const }, staffId: null };
await setSetting(site, 'comments.policy', 'all-held');
await setSetting(site, 'comments.pace', '0');
for (const text of ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H']) {
  const { id } = granted(await send(site, { articleId: publication.articleId, text }));
  granted(await noteComment(site, { id, moderator, text: `A note of ${text}` }));
  const reason = { code: 'rule-2', label: 'Rule 2', sentence: null };
  if (text < 'D') granted(await removeComment(site, { id, moderator, reason }));
  else granted(await withdrawComment(site, id));
}
await sequenceEntries(site);
const entries = await storedEntries(site.store.read, { after: 0, limit: 1_000 });
const size = entries.length;
const kept = readHead(site.config.dataFolder);
const note = await recordCheckpoint(site);
const against = readCheckpoint(note) ?? assert.fail();
const verifier = verifierOf(recordSigner(site));

type Rows = StoredEntry[];
/** What was done; where the first bad entry is, or where at the earliest and the latest; what only a checkpoint shows. */
type Tampered = {
  rows: Rows;
  from: number;
  to?: number;
  outside?: true;
  head?: { seq: number; hash: string };
};

const place = fc.integer({ min: 0, max: size - 1 });
const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789');

/** One letter or digit becomes another. */
function changed(text: string, at: number, by: string): string {
  const places = [...text.matchAll(/[a-z0-9]/g)].map(({ index }) => index);
  const index = places[at % places.length] ?? 0;
  const letter = text[index] === by ? (by === 'a' ? 'b' : 'a') : by;
  return `${text.slice(0, index)}${letter}${text.slice(index + 1)}`;
}

const withRow = (at: number, change: (entry: StoredEntry) => Partial<StoredEntry>): Rows =>
  entries.map((entry, index) => (index === at ? { ...entry, ...change(entry) } : entry));

/** The chain made anew from an entry on, as who knows its rules makes it. */
function rebuilt(rows: Rows, from: number): Rows {
  let hash = rows[from - 1]?.hash ?? genesis;
  return rows.map((row, index) => {
    if (index < from) return row;
    hash = chainHash(hash, row.leaf);
    return { ...row, hash };
  });
}

const numbered = (rows: Rows): Rows => rows.map((row, index) => ({ ...row, seq: index + 1 }));

/** Another decision, well-formed and sealed as one's own would be. */
function otherwise(entry: StoredEntry): Partial<StoredEntry> {
  const body = JSON.parse(entry.private_body ?? entry.leaf) as Record<string, unknown>;
  const text = canonical({ ...body, reason: body.reason === 'rule-9' ? 'rule-8' : 'rule-9' });
  if (entry.private_body === null || entry.private_salt === null) return { leaf: text };
  const sealed = commit(entry.private_salt, text);
  return { leaf: canonical({ ...JSON.parse(entry.leaf), sealed }), private_body: text };
}

const columns = ['id', 'at', 'action', 'visibility', 'article_id', 'hash', 'leaf'] as const;
const parts = ['private_body', 'private_salt'] as const;

const edit = fc
  .record({ at: place, column: fc.constantFrom(...columns, ...parts), letter, where: fc.nat() })
  .map(({ at, column, letter, where }): Tampered => {
    const change = (entry: StoredEntry) => {
      if (column === 'visibility')
        return { visibility: entry.visibility === 'public' ? 'private' : 'public' };
      const value = entry[column];
      return { [column]: value === null ? 'x' : changed(value, where, letter) };
    };
    return { rows: withRow(at, change as (entry: StoredEntry) => Partial<StoredEntry>), from: at + 1 };
  });
const emptied = fc
  .record({ at: place, part: fc.constantFrom(...parts) })
  .filter(({ at }) => entries[at]?.visibility === 'private')
  .map(({ at, part }): Tampered => ({ rows: withRow(at, () => ({ [part]: null })), from: at + 1 }));
/** Its own hash is made anew: either it or the one behind it is what does not belong. */
const editWithHash = place.map((at): Tampered => {
  const rows = withRow(at, otherwise);
  return {
    rows: [...rebuilt(rows, at).slice(0, at + 1), ...entries.slice(at + 1)],
    from: at + 1,
    to: at + 2,
  };
});
const taken = fc.record({ at: place, renumber: fc.boolean() }).map(({ at, renumber }): Tampered => {
  const rows = entries.filter((_, index) => index !== at);
  return { rows: renumber ? numbered(rows) : rows, from: at + 1 };
});
const putIn = fc
  .record({ at: place, like: place, hashed: fc.boolean() })
  .map(({ at, like, hashed }): Tampered => {
    const forged = { ...(entries[like] ?? assert.fail()), id: 'forged' };
    const rows = numbered([...entries.slice(0, at), forged, ...entries.slice(at)]);
    const all = hashed ? [...rebuilt(rows, at).slice(0, at + 1), ...rows.slice(at + 1)] : rows;
    return { rows: all, from: at + 1, to: hashed ? at + 2 : at + 1 };
  });
const swapped = fc
  .tuple(place, place)
  .filter(([a, b]) => a < b)
  .map(([a, b]): Tampered => {
    const rows = [...entries];
    const [one, other] = [entries[a] ?? assert.fail(), entries[b] ?? assert.fail()];
    rows[a] = { ...other, seq: one.seq };
    rows[b] = { ...one, seq: other.seq };
    return { rows, from: a + 1 };
  });
/** The whole chain behind it is made anew, and the head file is as it was: only the end tells. */
const madeAnew = place.map(
  (at): Tampered => ({ rows: rebuilt(withRow(at, otherwise), at), from: at + 1, to: size }),
);
/** The head file too: only a checkpoint from outside tells. */
const withHead = place.map((at): Tampered => {
  const rows = rebuilt(withRow(at, otherwise), at);
  const last = rows[size - 1] ?? assert.fail();
  return { rows, from: at + 1, to: size, outside: true, head: { seq: size, hash: last.hash } };
});
const rolledBack = place.map((at): Tampered => {
  const rows = entries.slice(0, at);
  const last = rows.at(-1);
  return { rows, from: at + 1, outside: true, head: { seq: at, hash: last?.hash ?? genesis } };
});
const cutOff = place.map((at): Tampered => ({ rows: entries.slice(0, at), from: at + 1 }));

const anything = fc.oneof(
  ...[edit, emptied, editWithHash, taken, putIn, swapped, madeAnew, withHead, rolledBack, cutOff],
);

const faultsIn = ({ rows, head }: Pick<Tampered, 'rows' | 'head'>, isHeld: boolean) => {
  const check = chainCheck({ kept: head ?? kept, against: isHeld ? against : undefined, folder: '' });
  for (const entry of rows) check.take(entry);
  return check.end().faults;
};

test('no tampering with a record goes unseen, and the first bad entry is named', () => {
  assert.ok(size >= 30 && entries.some(({ visibility }) => visibility === 'private'));
  assert.deepEqual(faultsIn({ rows: entries }, true), []);
  fc.assert(
    fc.property(anything, ({ from, to = from, outside, ...done }) => {
      if (outside) assert.deepEqual(faultsIn(done, false), [], 'without a checkpoint nobody can tell');
      const [first] = faultsIn(done, outside ?? false);
      assert.ok(first, 'it is found');
      assert.ok(first.seq >= from && first.seq <= to, `${first.sentence} It was ${from} to ${to}.`);
      assert.match(first.sentence, new RegExp(`\\b${first.seq}\\b`), 'and named');
    }),
    { numRuns: tamperings },
  );
});

test('a checkpoint that was changed, or signed by another key, is no checkpoint', () => {
  const text = note.slice(0, note.indexOf('\n\n') + 1);
  const seeds = fc.uint8Array({ minLength: 32, maxLength: 32 });
  fc.assert(
    fc.property(seeds, place, letter, (seed, at, by) => {
      assert.equal(openCheckpoint(signNote(text, { name: verifier.name, seed }), verifier), null);
      assert.equal(openCheckpoint(changed(text, at, by) + note.slice(text.length), verifier), null);
    }),
    { numRuns: 200 },
  );
});

test('the command finds the same in a record that was downloaded', async () => {
  const folder = site.config.dataFolder;
  const [file, checkpoint] = [join(folder, 'record.ndjson'), join(folder, 'checkpoint.txt')];
  writeFileSync(checkpoint, note);
  const flags = ['--against', checkpoint, '--key', verifierKey(verifier)];
  const said = async (rows: Rows) => {
    const lines: string[] = [];
    writeFileSync(
      file,
      rows.map(({ seq, hash, leaf }) => `${JSON.stringify({ seq, hash, leaf })}\n`).join(''),
    );
    const io = { out: (line: string) => lines.push(line), err: () => undefined, isTerminal: false };
    return { code: await run([file, ...flags], io as unknown as Io), lines };
  };
  assert.deepEqual([(await said(entries)).code], [0]);
  const inLeaves = fc.oneof(taken, putIn, swapped, madeAnew, rolledBack, editWithHash);
  for (const { rows, from, to = from } of fc.sample(inLeaves, {
    numRuns: throughTheCommand,
    seed: 20_261_126,
  })) {
    const { code, lines } = await said(rows);
    const named = Number(/\d+/.exec(lines[0] ?? '')?.[0]);
    assert.equal(code, 1);
    const isBracketed = lines[0]?.includes('was rewritten') === true;
    assert.ok(isBracketed || (named >= from && named <= to), `${lines[0]} It was ${from} to ${to}.`);
  }
});
