// Data folders to measure on.
import { join } from 'node:path';
import { build } from 'esbuild';
import { childScripts } from '../scripts/child-scripts.mjs';
import { clientScripts } from '../scripts/client-scripts.mjs';
import { finish, node, root, start, temporaryFolder } from './children.mjs';
import { environment, serve } from './hustings.mjs';

const outdir = join(root, `.build/bench-${process.pid}`); // inside the checkout, where packages are found

const scripts = ['fill', 'marks', 'queue', 'record', 'dry-run'];

/** Bundles what is the project's own code. Answers the scripts' paths and their folder, to be removed. */
export async function buildFiller() {
  await build({
    entryPoints: scripts.map((name) => join(root, `bench/${name}.ts`)),
    outdir,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node24',
    loader: { '.css': 'text', '.md': 'text' },
    plugins: [clientScripts, childScripts],
    logLevel: 'warning',
  });
  const [script, marks, queue, record, dryRun] = scripts.map((name) => join(outdir, `${name}.js`));
  return { script, marks, queue, record, dryRun, outdir };
}

/** Fills a new folder with an article for each count. Answers where they are, and how long that took. */
export async function fill(filler, { counts, databaseUrl }) {
  const folder = temporaryFolder('data');
  const since = performance.now();
  const env = environment({ folder, databaseUrl });
  const args = ['--disable-warning=ExperimentalWarning', filler.script, ...counts.map(String)];
  const child = start(node, args, { env, stderr: 'inherit' });
  const articles = JSON.parse(await finish(child, { seconds: 300 }));
  return { folder, databaseUrl, articles, seconds: (performance.now() - since) / 1_000 };
}

/** A folder with the demo publication in it. */
export async function fillDemo() {
  const folder = temporaryFolder('demo');
  const server = await serve({ folder, args: ['--demo'] });
  await server.stop();
  return { folder };
}
