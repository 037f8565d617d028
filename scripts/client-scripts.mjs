// Lets server code import a browser script by name: `client:NAME` is `src/client/NAME.ts`, bundled for the browser.
import { createHash } from 'node:crypto';
import { build } from 'esbuild';

const root = new URL('..', import.meta.url).pathname;
const built = new Map();

/** An esbuild plug-in. `client:NAME` exports the script's address and how to load its text: only who asks pays. */
export const clientScripts = {
  name: 'client-scripts',
  setup(bundler) {
    bundler.onResolve({ filter: /^client(-text)?:/ }, ({ path }) => {
      const [kind, name] = path.split(':');
      return { path: name, namespace: kind };
    });
    bundler.onLoad({ filter: /.*/, namespace: 'client' }, async ({ path: name }) => {
      const { text, inputs } = await scriptFor(name);
      const hash = createHash('sha256').update(text).digest('hex').slice(0, 12);
      const contents = `export const href = '/assets/${name}-${hash}.js';
export const load = async () => (await import('client-text:${name}')).default;`;
      return { contents, loader: 'js', resolveDir: root, watchFiles: inputs };
    });
    bundler.onLoad({ filter: /.*/, namespace: 'client-text' }, async ({ path: name }) => ({
      contents: (await scriptFor(name)).text,
      loader: 'text',
    }));
  },
};

function scriptFor(name) {
  if (!built.has(name)) built.set(name, bundle(name));
  return built.get(name);
}

async function bundle(name) {
  const result = await build({
    entryPoints: [`${root}src/client/${name}.ts`],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'iife',
    platform: 'browser',
    target: ['chrome109', 'firefox115', 'safari16'],
    logLevel: 'warning',
  });
  return { text: result.outputFiles[0].text, inputs: Object.keys(result.metafile.inputs) };
}
