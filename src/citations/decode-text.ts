/**
 * A text's characters. Its encoding is what its first bytes, its header or its own `meta` say, in that order (WHATWG
 * HTML, 13.2.3); else UTF-8 if it is that throughout, and windows-1252 if not.
 */
export function decodeText(body: Uint8Array, type: string): string {
  const label = markOf(body) ?? charsetIn(type) ?? metaCharset(body);
  const known = label === null ? null : decoder(label);
  if (known) return known.decode(body);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return new TextDecoder('windows-1252').decode(body); // each of its bytes is a character
  }
}

function markOf([a, b, c]: Uint8Array): string | null {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : null;
}

function charsetIn(type: string): string | null {
  return /charset\s*=\s*["']?([\w:.-]+)/i.exec(type)?.[1] ?? null;
}

/** What is said within the first kilobyte. */
function metaCharset(body: Uint8Array): string | null {
  const head = Buffer.from(body.subarray(0, 2_048)).toString('latin1');
  const label = /<meta[^>]{0,200}charset\s*=\s*["']?([\w:.-]+)/i.exec(head)?.[1] ?? null;
  return label !== null && /^utf-?16/i.test(label) ? 'utf-8' : label;
}

function decoder(label: string) {
  try {
    return new TextDecoder(label);
  } catch {
    return null; // no encoding is called that
  }
}
