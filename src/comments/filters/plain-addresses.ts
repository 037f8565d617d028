import { domainToUnicode } from 'node:url';

/** An address that is encoded, and its encoding too, and once more: nobody reads further. */
const rounds = 3;
const encoded = /%[0-9a-f]{2}|xn--/i;

/**
 * What of a text is written as addresses encode it (RFC 3986, 2.1; RFC 3492 for hosts), as it reads: `%62adword` is
 * `badword`. Bytes that are no UTF-8 stand as a sign that is no letter. Empty where nothing is encoded.
 */
export function plainAddresses(text: string): string {
  if (!encoded.test(text)) return '';
  return text
    .split(/\s+/)
    .filter((part) => encoded.test(part))
    .map(plain)
    .join('\n');
}

function plain(part: string): string {
  let text = part;
  for (let round = 0; round < rounds && encoded.test(text); round += 1)
    text = text.replace(/(?:%[0-9a-f]{2})+/gi, bytesOf).replace(/xn--[a-z0-9-]+/gi, hostOf);
  return text;
}

function bytesOf(run: string): string {
  return Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8');
}

/** A label that is none stands as it is. */
function hostOf(label: string): string {
  return domainToUnicode(label) || label;
}
