const EMPTY = 'The file is empty: there is nothing to import.';
const BINARY = 'This is not a text file: save the text of the page, as UTF-8, and import that.';

/**
 * The text of a capture's bytes: by its byte order mark, as UTF-8, or as windows-1252 where the bytes
 * are not UTF-8 but read as text. Empty and binary files are refused with a sentence.
 */
export function decodeCapture(bytes: Uint8Array): { text: string } | { refused: string } {
  const text = textOf(bytes);
  if (text === null) return { refused: BINARY };
  if (text.trim() === '') return { refused: EMPTY };
  return looksBinary(text) ? { refused: BINARY } : { text };
}

function textOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes, 'utf-16le', false);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode(swapped(bytes), 'utf-16le', false);
  return decode(bytes, 'utf-8', true) ?? decode(bytes, 'windows-1252', false);
}

function decode(bytes: Uint8Array, encoding: string, fatal: boolean): string | null {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes);
  } catch {
    return null;
  }
}

function swapped(bytes: Uint8Array): Uint8Array {
  const turned = new Uint8Array(bytes.length - (bytes.length % 2));
  for (let at = 0; at < turned.length; at += 2) {
    turned[at] = bytes[at + 1] ?? 0;
    turned[at + 1] = bytes[at] ?? 0;
  }
  return turned;
}

/** A NUL, or more than one control character in a hundred, is not a text somebody saved to read. */
function looksBinary(text: string): boolean {
  let controls = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0) return true;
    if (isControl(code)) controls += 1;
  }
  return controls * 100 > text.length;
}

function isControl(code: number): boolean {
  if (code < 32) return code !== 9 && code !== 10 && code !== 11 && code !== 12 && code !== 13;
  return (code >= 0x7f && code <= 0x9f && code !== 0x85) || code === 0xfffd;
}
