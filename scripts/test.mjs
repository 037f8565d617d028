// Runs every test: types and style, unit, both database engines, browser.
//   node scripts/test.mjs              everything
//   node scripts/test.mjs comments/    only the test files whose path contains one of the words given
import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { build } from 'esbuild';
import { childScripts } from './child-scripts.mjs';
import { clientScripts } from './client-scripts.mjs';
import { startPostgres } from './postgres.mjs';
import { throwawayFolder } from './throwaway-folder.mjs';

const root = new URL('..', import.meta.url).pathname;
process.chdir(root);
const words = process.argv.slice(2);
const sources = globSync('{src,test}/**/*.test.{ts,tsx}')
  .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
  .sort();
if (sources.length === 0) {
  console.error(`No test file's path contains ${words.join(' or ')}.`);
  process.exit(2);
}

let passed = 0;
let failed = 0;
/** Runs one of the checks that are not test files, beside the tests, and counts it as one. */
async function check(title, command, args) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => said.push(piece));
  const status = await new Promise((ended) => {
    child.once('error', (error) => ended(String(error)));
    child.once('close', ended);
  });
  if (status === 0) passed += 1;
  else failed += 1;
  console.log(`${status === 0 ? '✔' : '✖'} ${title}`);
  if (status !== 0) console.log(`${status}\n${Buffer.concat(said)}`);
}
const checks = [];
if (words.length === 0)
  checks.push(
    check('types are right', 'node_modules/.bin/tsc', ['--noEmit']),
    check('types of browser scripts are right', 'node_modules/.bin/tsc', ['--noEmit', '-p', 'src/client']),
    check('format and style are right', 'node_modules/.bin/biome', ['check', '.']),
  );

const mostInGroup = 8;
/**
 * Test files of one folder that run in one process: starting the program takes longer than most files' tests. Those of
 * the whole, which take longest, come first, each by itself, so that no long one is left over at the end.
 */
function inGroups(files) {
  const ofTheWhole = files.filter((file) => file.startsWith('test/'));
  const all = ofTheWhole.map((file) => [file]);
  for (const file of files.filter((each) => !each.startsWith('test/'))) {
    const last = all.at(-1);
    const isNear = last && last.length < mostInGroup && folderOf(last[0]) === folderOf(file);
    if (isNear) last.push(file);
    else all.push([file]);
  }
  return all;
}

function folderOf(file) {
  return file.split('/').slice(0, 2).join('/');
}

/** Each group as a file that imports its own. */
function groupsOf(all) {
  return {
    name: 'groups',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^group:/ }, ({ path }) => ({ path, namespace: 'group' }));
      onLoad({ filter: /.*/, namespace: 'group' }, ({ path }) => ({
        contents: all[Number(path.slice('group:'.length))].map((file) => `import './${file}';`).join('\n'),
        resolveDir: root,
      }));
    },
  };
}

const outdir = `.build/test-${process.pid}`; // runs side by side do not meet
const groups = inGroups(sources);
await build({
  entryPoints: groups.map((_, index) => ({ in: `group:${index}`, out: `group-${index}` })),
  outdir,
  bundle: true,
  splitting: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
  target: 'node24',
  sourcemap: true,
  loader: { '.css': 'text', '.md': 'text' },
  plugins: [clientScripts, childScripts, groupsOf(groups)],
  logLevel: 'warning',
});

const postgres = await startPostgres();
process.env.HUSTINGS_TEST_POSTGRES = postgres.url;
const databases = await throwawayFolder('tests');
process.env.HUSTINGS_TEST_FOLDER = databases;
// A test process gives no memory back before its end: each hash of a password took 32 MB anew, page by page, which
// was half of what it cost.
Object.assign(process.env, { MALLOC_MMAP_MAX_: '0', MALLOC_TRIM_THRESHOLD_: '1000000000' });
const files = groups.map((_, index) => `${root}${outdir}/group-${index}.js`);
// What a failed test leaves running would keep its process alive: it ends once its tests have.
const execArgv = ['--test-force-exit', '--enable-source-maps', '--disable-warning=ExperimentalWarning'];
const results = run({
  files,
  concurrency: Math.min(3, availableParallelism() + 1),
  execArgv,
  timeout: 900_000,
});
results.on('test:summary', (summary) => {
  if (summary.file === undefined) {
    passed += summary.counts.passed;
    failed += summary.counts.failed + summary.counts.cancelled;
  }
});
results.on('end', async () => {
  await Promise.all(checks);
  await postgres.stop();
  for (const folder of [outdir, databases]) await rm(folder, { recursive: true, force: true });
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 && passed > 0 ? 0 : 1);
});
results.compose(new spec()).pipe(process.stdout, { end: false });
