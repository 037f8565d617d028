import { spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';

const launchArgs = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
];

type Opened = { browser: Browser; scratch: string };

let opened: Promise<Opened> | undefined;

/** A real Chromium, launched once for each test process. Whoever opens it closes it after its tests. */
export async function openBrowser(): Promise<Browser> {
  opened ??= launch();
  return (await opened).browser;
}

/** Ends the browser of this test process, if there is one. */
export async function closeBrowser(): Promise<void> {
  const was = await opened;
  opened = undefined;
  if (was === undefined) return;
  if (was.browser.isConnected()) await was.browser.close(); // one that fell over is never closed, and would be waited for
  await rm(was.scratch, { recursive: true, force: true });
}

async function launch(): Promise<Opened> {
  const folder = await unpacked();
  const executablePath = join(folder, 'chromium');
  const scratch = await mkdtemp(join(tmpdir(), 'hustings-browser-'));
  const env = { ...(await environmentFor(executablePath, folder)), TMPDIR: scratch };
  return { browser: await chromium.launch({ executablePath, args: launchArgs, env }), scratch };
}

/** The system's own libraries and fonts where it has them, otherwise those that came with the browser. */
async function environmentFor(executablePath: string, folder: string): Promise<Record<string, string>> {
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) if (value !== undefined) env[name] = value;
  env.HOME ??= folder;
  const libraries = spawnSync('ldd', [executablePath], { encoding: 'utf8' });
  if (libraries.status !== 0 || libraries.stdout.includes('not found'))
    env.LD_LIBRARY_PATH = [join(folder, 'al2023', 'lib'), env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  if (!existsSync('/etc/fonts/fonts.conf')) env.FONTCONFIG_FILE = join(folder, 'fonts.conf');
  return env;
}

/**
 * The folder with the unpacked browser. The package's own unpacking writes in place, so that a second test
 * process could start half a browser; this one is renamed into place when it is whole.
 */
async function unpacked(): Promise<string> {
  const packed = fileURLToPath(new URL('../../bin/', import.meta.resolve('@sparticuz/chromium')));
  const { version } = JSON.parse(await readFile(join(packed, '..', 'package.json'), 'utf8'));
  const folder = join(tmpdir(), `hustings-chromium-${version}-${process.getuid?.() ?? 0}`);
  if (existsSync(folder)) return folder;
  const part = await mkdtemp(`${folder}-`);
  await pipeline(
    createReadStream(join(packed, 'chromium.br')),
    createBrotliDecompress(),
    createWriteStream(join(part, 'chromium')),
  );
  await chmod(join(part, 'chromium'), 0o755);
  await untar(join(packed, 'al2023.tar.br'), join(part, 'al2023'));
  await untar(join(packed, 'fonts.tar.br'), join(part, 'fonts'));
  await writeFile(join(part, 'fonts.conf'), fontsIn(join(folder, 'fonts')));
  await rename(part, folder).catch(() => rm(part, { recursive: true, force: true }));
  return folder;
}

function fontsIn(folder: string): string {
  return `<?xml version="1.0"?>
<fontconfig><dir>/usr/share/fonts</dir><dir>${folder}</dir><cachedir>${folder}/cache</cachedir></fontconfig>
`;
}

async function untar(file: string, into: string): Promise<void> {
  await mkdir(into, { recursive: true });
  const input = brotliDecompressSync(await readFile(file));
  const { status, stderr } = spawnSync('tar', ['-x', '-C', into, '--no-same-owner'], { input });
  if (status !== 0) throw new Error(`${file} could not be unpacked: ${stderr}`);
}
