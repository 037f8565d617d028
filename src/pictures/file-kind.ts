import type { Format } from './picture.ts';

/** What a file begins with says what it is: neither its name nor what the browser calls it is asked. */
export type FileKind = Format | 'svg' | 'heic' | 'empty' | 'other';

/** How many bytes of a file tell. */
export const tellingBytes = 1024;

/** The kind of a file by its first bytes. */
export function kindOf(head: Uint8Array): FileKind {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  const latin = (from: number, to: number) => bytes.toString('latin1', from, to);
  if (bytes.length === 0) return 'empty';
  if (latin(0, 3) === '\xff\xd8\xff') return 'jpeg';
  if (latin(0, 8) === '\x89PNG\r\n\x1a\n') return 'png';
  if (latin(0, 6) === 'GIF87a' || latin(0, 6) === 'GIF89a') return 'gif';
  if (latin(0, 4) === 'RIFF' && latin(8, 12) === 'WEBP') return 'webp';
  if (latin(4, 8) === 'ftyp') return brandOf(latin(8, 64));
  return /<svg[\s>]|<!DOCTYPE svg/i.test(bytes.toString('utf8')) ? 'svg' : 'other';
}

/** ISO base media files name what they are in their first box (ISO/IEC 14496-12). */
function brandOf(brands: string): FileKind {
  if (/avi[fs]/.test(brands)) return 'avif';
  return /hei[cxfsm]|hevc|mif1|msf1/.test(brands) ? 'heic' : 'other';
}
