import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** One import of a file: `typeOnly` leaves nothing behind when the program runs. */
export type Import = { specifier: string; target: string; typeOnly: boolean; dynamic: boolean };

/** A file under `src/`, by its path from there, such as `articles/queries.ts`. */
export type Source = { path: string; text: string; code: string; imports: Import[] };

/** Files beside the product's own that only tests use, and that are no tests by their name. */
const testsOnly = new Set(['feeds/strict-xml.ts', 'migration/text-capture/sample-pages.ts']);

const statement = /^(?:import|export)\s+(type\s+)?(?:[\w*{][^'"`;]*?\sfrom\s+)?'([^']+)'/gm;
const call = /\bimport\(\s*'([^']+)'\s*\)/g;

/** Every file of `src/`, tests among them. */
export const everySource: Source[] = globSync('src/**/*.{ts,tsx}')
  .filter((file) => !file.endsWith('.d.ts'))
  .map((file) => readSource(file.replaceAll('\\', '/').slice('src/'.length)))
  .sort((a, b) => (a.path < b.path ? -1 : 1));

/** The files that make the program. */
export const productSources = everySource.filter(({ path }) => !isForTests(path));

/** True for tests and for what only tests use. */
export function isForTests(path: string): boolean {
  return /\.test\.tsx?$|(?:^|\/)fixtures\.ts$/.test(path) || testsOnly.has(path);
}

/** The folder that a file stands in, or its own name where it stands at the top: `comments`, `site.ts`. */
export function areaOf(path: string): string {
  return path.split('/')[0] ?? path;
}

/** Every import inside `src/`, from where to where. */
export function importsInside(sources: Source[]): (Import & { from: string })[] {
  return sources.flatMap(({ path, imports }) =>
    imports
      .filter(({ specifier }) => /^(?:\.|client:|child:)/.test(specifier))
      .map((each) => ({ ...each, from: path })),
  );
}

function readSource(path: string): Source {
  const text = readFileSync(join('src', path), 'utf8');
  const code = withoutComments(text);
  return { path, text, code, imports: importsOf(path, code) };
}

function importsOf(path: string, code: string): Import[] {
  const target = (specifier: string) =>
    specifier.startsWith('client:')
      ? `${specifier.replace(':', '/')}.ts`
      : specifier.startsWith('child:')
        ? `${specifier.slice('child:'.length)}.ts`
        : specifier.startsWith('.')
          ? normalize(join(dirname(path), specifier)).replaceAll('\\', '/')
          : specifier;
  const fixed = [...code.matchAll(statement)].map(([, type, specifier = '']) => ({
    ...{ specifier, target: target(specifier), typeOnly: type !== undefined, dynamic: false },
  }));
  const late = [...code.matchAll(call)].map(([, specifier = '']) => ({
    ...{ specifier, target: target(specifier), typeOnly: false, dynamic: true },
  }));
  return [...fixed, ...late];
}

/**
 * The text with its comments blanked out and its lines kept. Comments stand on lines of their own or behind a
 * space here (the formatter sees to it), so that `https://` in a string is none.
 */
function withoutComments(text: string): string {
  return text
    .replace(/^([ \t]*)\/\*[\s\S]*?\*\//gm, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/(^|\s)\/\/ .*$/gm, '$1');
}
