import * as z from 'zod';

const place = z.tuple([z.iso.datetime(), z.uuid()]);

/** Where a list of articles goes on: behind this one. */
export type Place = { publishedAt: string; id: string };

/** A cursor for the place behind an article. What is in it may change: programs only hand it back. */
export function cursorBehind({ publishedAt, id }: Place): string {
  return Buffer.from(JSON.stringify([publishedAt, id])).toString('base64url');
}

/** The place that a cursor of ours stands for; null for any other text. */
export function readCursor(cursor: string): Place | null {
  const parsed = place.safeParse(readJson(Buffer.from(cursor, 'base64url').toString()));
  return parsed.success ? { publishedAt: parsed.data[0], id: parsed.data[1] } : null;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
