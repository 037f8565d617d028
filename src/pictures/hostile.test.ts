import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import sharp from 'sharp';
import { openTestSite, type TestSite } from '../../test/support/site.ts';
import { addPicture } from './add-picture.ts';
import { bytesOf, drawing, drawn, samplePicture, uploaded } from './fixtures.ts';
import { pictureDetails } from './picture.ts';
import { countPictures } from './queries.ts';

const who = { actor: { role: 'editor' as const }, staffId: null };
const details = pictureDetails.parse({ alt: 'The bridge' });

/** What became of an upload: its refusal's code, or `taken`. */
async function sent(site: TestSite, bytes: Uint8Array): Promise<string> {
  const outcome = await addPicture(site, who, { upload: uploaded(site, bytes), details });
  if (!outcome.ok) assert.ok(outcome.sentence.length > 20, outcome.code);
  return outcome.ok ? 'taken' : outcome.code;
}

/** A PNG of one colour, in a few kilobytes for each hundred million of its pixels. */
function flatPng(width: number, height: number, lines = height): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(1, 8); // one bit each, grey
  const pixels = deflateSync(Buffer.alloc((1 + Math.ceil(width / 8)) * lines), { level: 9 });
  const parts = [chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...parts]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8 + body.length);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc(body), 4 + body.length);
  return frame;
}

/** CRC-32 as PNG has it (ISO 3309). */
function crc(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}

/** A GIF of single pixels: so many frames, each shown for so many hundredths of a second. */
function tinyGif(frames: number, hundredths: number, { width = 1, height = 1 } = {}): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt16LE(width, 0);
  size.writeUInt16LE(height, 2);
  const screen = Buffer.concat([
    Buffer.from('GIF89a'),
    size,
    Buffer.from([0x80, 0, 0, 0, 0, 0, 255, 255, 255]),
  ]);
  const control = Buffer.from([0x21, 0xf9, 4, 0, hundredths & 255, hundredths >> 8, 0, 0]);
  const image = Buffer.from([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0]);
  const one = Buffer.concat([control, image]);
  return Buffer.concat([screen, ...Array.from({ length: frames }, () => one), Buffer.from([0x3b])]);
}

test('a bomb is refused by what its header says, before anything is decoded', async () => {
  const site = await openTestSite('sqlite');
  const bomb = flatPng(50_000, 50_000, 5_000);
  assert.ok(bomb.length < 100_000, `${bomb.length} bytes say that they are 2.5 thousand million pixels`);
  const outcome = await addPicture(site, who, { upload: uploaded(site, bomb), details });
  assert.match(outcome.ok ? '' : outcome.sentence, /50,000 × 50,000 pixels; at most 60 megapixels/);
  assert.equal(await sent(site, flatPng(7_000, 8_000)), 'taken', 'what is large and allowed is taken');
  const wide = await samplePicture(site, { bytes: tinyGif(1, 10, { width: 65_535, height: 65_535 }) });
  assert.deepEqual([wide.width, wide.height], [1, 1], 'a screen without frames is no picture');
});

test('an animation of 10,000 frames, or of more than five seconds, stands still; a short one stops in time', async () => {
  const site = await openTestSite('sqlite');
  const made = async (bytes: Uint8Array) => {
    const { animated, stilled, ...picture } = await samplePicture(site, { bytes });
    const { pages = 1, loop } = await sharp(bytesOf(site, picture, `${picture.width}.webp`)).metadata();
    return { animated, stilled, pages, loop };
  };
  assert.deepEqual(await made(tinyGif(10_000, 1)), {
    animated: false,
    stilled: 'frames',
    pages: 1,
    loop: undefined,
  });
  assert.deepEqual(await made(tinyGif(6, 100)), {
    animated: false,
    stilled: 'duration',
    pages: 1,
    loop: undefined,
  });
  const frames = await Promise.all(
    ['#a51d17', '#1c5f3f', '#14437a'].map((colour) => drawing(60, 40, colour).png().toBuffer()),
  );
  const moving = await sharp(frames, { join: { animated: true } })
    .gif({ delay: [400, 400, 400] })
    .toBuffer();
  assert.deepEqual(await made(moving), { animated: true, stilled: null, pages: 3, loop: 4 });
});

test('a file that is cut off is refused, and nothing of it is kept', async () => {
  const site = await openTestSite('sqlite');
  for (const format of ['jpeg', 'png', 'webp', 'avif', 'gif'] as const) {
    const bytes = await drawn(format, 800, 600);
    assert.equal(await sent(site, bytes.subarray(0, Math.floor(bytes.length * 0.6))), 'broken', format);
    assert.equal(await sent(site, bytes.subarray(0, 24)), 'broken', `${format}, its first bytes`);
  }
  assert.equal(await countPictures(site.store.read, ''), 0);
  assert.ok(!readdirSync(site.config.dataFolder).includes('pictures'));
});

test('a header that lies about a WebP or an AVIF leads to a refusal or to the picture that is there', async () => {
  const site = await openTestSite('sqlite');
  const background = { r: 165, g: 29, b: 23, alpha: 0.5 };
  const webp = await sharp({ create: { width: 200, height: 100, channels: 4, background } })
    .webp()
    .toBuffer();
  assert.ok(webp.includes('VP8X'));
  const at = webp.indexOf('VP8X') + 12; // 24-bit width and height of the canvas, less one (RFC 9649)
  for (const [width, height] of [
    [16_383, 16_383],
    [0, 0],
    [1, 1],
  ] as const) {
    const lying = Buffer.from(webp);
    lying.writeUIntLE(width, at, 3);
    lying.writeUIntLE(height, at + 3, 3);
    const became = await sent(site, lying);
    assert.ok(['broken', 'too-many-pixels', 'taken'].includes(became), `WebP ${width}: ${became}`);
  }
  const avif = await drawn('avif', 200, 100);
  assert.ok(avif.includes('ispe'));
  assert.ok(avif.includes('ispe'));
  const box = avif.indexOf('ispe') + 8; // width and height (ISO/IEC 23008-12)
  for (const [width, height] of [
    [60_000, 60_000],
    [2, 2],
    [0, 0],
  ] as const) {
    const lying = Buffer.from(avif);
    lying.writeUInt32BE(width, box);
    lying.writeUInt32BE(height, box + 4);
    assert.ok(['broken', 'too-many-pixels', 'taken'].includes(await sent(site, lying)), `AVIF ${width}`);
  }
});

test('what is a picture and something else besides comes out as the picture alone', async () => {
  const site = await openTestSite('sqlite');
  const page = Buffer.from('<!doctype html><script>alert(document.domain)</script>');
  const archive = Buffer.from('PK\x03\x04 evil.php <?php system($_GET[0]); ?> PK\x05\x06', 'latin1');
  const jpeg = await drawn('jpeg', 300, 200);
  const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, page.length + 2]), page]);
  const polyglots = [
    Buffer.concat([jpeg, page]),
    Buffer.concat([jpeg, archive]),
    Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)]),
    Buffer.concat([await drawn('png', 300, 200), archive]),
    Buffer.concat([await drawn('gif', 300, 200), page]),
  ];
  for (const bytes of polyglots) {
    const picture = await samplePicture(site, { bytes });
    for (const { name } of picture.files)
      assert.doesNotMatch(bytesOf(site, picture, name).toString('latin1'), /script|php|PK|alert/);
  }
});

test('what is no picture is refused by its bytes, whatever it is called, each with what to do', async () => {
  const site = await openTestSite('sqlite');
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>';
  const refused: [string, string | Uint8Array][] = [
    ['empty', ''],
    ['svg', svg],
    ['svg', `<?xml version="1.0"?>\n<!-- a picture -->\n${svg}`],
    ['svg', `\ufeff  ${svg}`],
    ['wrong-type', '<!doctype html><h1>JPEG</h1>'],
    ['wrong-type', '%PDF-1.7'],
    ['wrong-type', Buffer.from('1f8b0800', 'hex')],
    ['wrong-type', Buffer.from('II*\0\x08\0\0\0', 'latin1')],
    ['wrong-type', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')],
    ['wrong-type', Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0isom', 'latin1')],
    ['wrong-type', Buffer.alloc(5000, 7)],
    ['broken', Buffer.from('\xff\xd8\xff\xe0 and then nothing of the kind', 'latin1')],
    ['broken', Buffer.from('RIFF\0\0\0\0WEBPVP8 ', 'latin1')],
  ];
  for (const [code, bytes] of refused)
    assert.equal(await sent(site, Buffer.from(bytes)), code, String(bytes).slice(0, 40));
});

test('a file’s name is words and never a path', async () => {
  const site = await openTestSite('sqlite');
  const bytes = await drawn('png', 30, 20);
  const names: [string, string][] = [
    ['../../../etc/passwd', 'passwd'],
    ['C:\\Users\\ann\\bridge.png', 'bridge.png'],
    ['\u202egnp.exe\u202c', 'gnp.exe'],
    ['עדה.png', 'עדה.png'],
    ['a\u0000b\r\nc.png', 'ab c.png'],
    ['', ''],
    [`${'x'.repeat(500)}.png`, 'x'.repeat(200)],
  ];
  for (const [name, kept] of names) assert.equal((await samplePicture(site, { bytes, name })).fileName, kept);
});

test('whatever is changed in a picture’s bytes, it is taken or refused, and the next one is taken', async () => {
  const site = await openTestSite('sqlite');
  const whole = [
    await drawn('png', 60, 40),
    await drawn('jpeg', 60, 40),
    await drawn('webp', 60, 40),
    await drawn('gif', 60, 40),
  ];
  const changes = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), {
    minLength: 1,
    maxLength: 20,
  });
  const changed = fc.tuple(fc.constantFrom(...whole), changes);
  await fc.assert(
    fc.asyncProperty(changed, async ([bytes, edits]) => {
      const copy = Buffer.from(bytes);
      for (const [at, value] of edits) copy[at % copy.length] = value;
      const known = ['taken', 'broken', 'wrong-type', 'too-many-pixels', 'svg'];
      assert.ok(known.includes(await sent(site, copy)));
    }),
    { numRuns: 25 },
  );
  assert.equal(await sent(site, await drawn('png', 61, 41)), 'taken');
});
