// Bundles src/main.ts with its packages into dist/, so that a start reads a handful of files instead of hundreds.
import { rm, utimes, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { childScripts } from './child-scripts.mjs';
import { clientScripts } from './client-scripts.mjs';

const outdir = new URL('../dist/', import.meta.url).pathname;
await rm(outdir, { recursive: true, force: true });
await build({
  entryPoints: [new URL('../src/main.ts', import.meta.url).pathname],
  outdir,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  keepNames: true, // stack traces name the functions; source maps would cost 50 MB of memory
  chunkNames: 'chunks/[name]-[hash]',
  loader: { '.css': 'text', '.md': 'text' },
  plugins: [clientScripts, childScripts],
  external: ['pg-native', 'cloudflare:sockets', 'sharp'],
  logLevel: 'warning',
  banner: {
    js: "import { createRequire as hustingsRequire } from 'node:module'; const require = hustingsRequire(import.meta.url);",
  },
});
await writeFile(`${outdir}package.json`, '{"type":"module"}\n');
const now = new Date();
await utimes(`${outdir}main.js`, now, now);
