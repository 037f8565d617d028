// Lets server code start a process by name: `child:FOLDER/NAME` is `src/FOLDER/NAME.ts`, bundled into one text.
import { build } from 'esbuild';

const root = new URL('..', import.meta.url).pathname;

/** An esbuild plug-in. `child:FOLDER/NAME` exports how to load the script's text: only who starts it pays. */
export const childScripts = {
  name: 'child-scripts',
  setup(bundler) {
    bundler.onResolve({ filter: /^child(-text)?:/ }, ({ path }) => {
      const [kind, name] = path.split(':');
      return { path: name, namespace: kind };
    });
    bundler.onLoad({ filter: /.*/, namespace: 'child' }, ({ path: name }) => ({
      contents: `export const load = async () => (await import('child-text:${name}')).default;`,
      loader: 'js',
      resolveDir: root,
    }));
    bundler.onLoad({ filter: /.*/, namespace: 'child-text' }, async ({ path: name }) => {
      const result = await build({
        entryPoints: [`${root}src/${name}.ts`],
        bundle: true,
        minify: true,
        write: false,
        format: 'esm',
        platform: 'node',
        target: 'node24',
        logLevel: 'warning',
      });
      return { contents: result.outputFiles[0].text, loader: 'text' };
    });
  },
};
