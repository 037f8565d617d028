import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { areaOf, everySource, productSources, type Source } from './sources.ts';

const paths = (sources: Source[]) => sources.map(({ path }) => path);
const holding = (pattern: RegExp, sources = productSources) =>
  sources.filter(({ code }) => pattern.test(code));

/** What runs in the browser has the browser's own clock, and by the CSP asks no host but its own. */
const onServer = productSources.filter(({ path }) => areaOf(path) !== 'client');

/** Where write verbs live: the domains, and of the edges the one that brings whole archives in. */
const verbFolders = [
  'letters',
  'publication',
  'staff',
  'webhooks',
  'tokens',
  'articles',
  'pictures',
  'comments',
  'citations',
  'pseudonyms',
  'marks',
  'search',
  'subscriptions',
  'moderation',
  'notices',
  'reviews',
  'audit',
  'migration',
];

/** Files elsewhere that speak SQL, besides `store`, `jobs`, `record` and every `queries.ts`. */
const sqlAllowed: Record<string, string> = {
  'demo/load-demo.ts': 'dates what it has loaded into the past, which no verb of the product may do',
};

/** Where time, chance and the environment come in. Everything else gets them through `site`. */
const worldAllowed: Record<string, string> = {
  'cli/open-site.ts': 'the composition root: the real clock, chance and environment',
  'cli/io.ts': 'the terminal',
  'store/migrate.ts': 'when a migration ran: there is no site yet while the database opens',
  'web/page-cache.ts': 'how old a built page is',
  'main.ts': 'the command line’s words',
};

/** Who else asks another host: only what the operator has named in the environment. */
const askingAllowed: Record<string, string> = {
  'pictures/bucket-storage.ts':
    'the bucket that HUSTINGS_S3 names, often a neighbour without a public address',
};

/** Files that may be longer than 300 lines, each with its reason. */
const longAllowed: Record<string, string> = {
  'articles/queries.ts': 'all of the articles’ SQL',
  'demo/content/customs-quay-hotel.ts': 'words',
  'demo/content/long-thread-words.ts': 'words',
  'demo/content/long-thread.ts': 'words',
  'migration/text-capture/wording/english.ts': 'a catalogue of words',
  'migration/text-capture/wording/french.ts': 'a catalogue of words',
  'migration/text-capture/wording/german.ts': 'a catalogue of words',
};

/** Cleaned words, and what is printed with its `<` escaped. */
const unescapedAllowed = [
  'desk/frame/desk-head.tsx',
  'web/ui/head.tsx',
  'web/ui/html.tsx',
  'web/ui/json-ld.tsx',
];

/** Exported functions without a docstring today. The number only falls. */
const withoutDocstring = 14;

describe('the house rules', () => {
  test('only queries and write verbs speak SQL: no route, no page', () => {
    const speaks = /from 'kysely'|\.(?:selectFrom|insertInto|updateTable|deleteFrom)\(|\bsql`|\bsql\.raw/;
    const isEdge = /(?:^|[/-])(?:routes?|view)\.tsx?$|\.tsx$/;
    const others = holding(speaks).filter(
      ({ path }) =>
        !/^(?:store|jobs|record)\//.test(path) &&
        !/(?:^|\/)queries\.ts$/.test(path) &&
        !(verbFolders.includes(areaOf(path)) && !isEdge.test(path)),
    );
    assert.deepEqual(paths(others), Object.keys(sqlAllowed).sort());
  });

  test('only the one visibility predicate asks which articles are published', () => {
    const asks = /where\(\s*'articles\.state',\s*'=',\s*'published'|eb\(\s*'articles\.state',\s*'=',/;
    assert.deepEqual(paths(holding(asks)), ['store/visibility.ts']);
    const unqualified = holding(/where\(\s*'state',\s*'=',\s*'published'/).filter(
      ({ code }) => !/selectFrom\('comments'\)/.test(code),
    );
    assert.deepEqual(paths(unqualified), []);
  });

  test('only pages hold markup, and of the feeds the one file that writes XML', () => {
    const tags =
      'a|abbr|article|b|blockquote|body|br|code|div|em|form|h[1-6]|head|html|i|img|input|li|link|main|meta|ol|p|pre|script|section|span|strong|style|svg|table|td|time|title|tr|ul';
    const markup = new RegExp(`(['"\`])(?:(?!\\1)[^\\n])*</?(?:${tags})(?:\\s[^<>\\n]*)?/?>`);
    const allowed = /^feeds\/xml\.ts$|^migration\//; // an archive's words are markup: there it is read and made
    const found = paths(holding(markup)).filter((path) => path.endsWith('.ts') && !allowed.test(path));
    assert.deepEqual(found, []);
  });

  test('nothing beside the cleaned words of people is printed unescaped', () => {
    assert.deepEqual(paths(holding(/dangerouslySetInnerHTML|from 'hono\/html'/)), unescapedAllowed);
  });

  test('the engines are named in the store and the configuration alone', () => {
    const named = paths(holding(/['"`](?:sqlite|postgres(?:ql)?)['"`]|node:sqlite|from 'pg'/i));
    assert.deepEqual(
      named.filter((path) => areaOf(path) !== 'store' && path !== 'config.ts'),
      [],
    );
  });

  test('time, chance and the environment come through the site', () => {
    const world =
      /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\b|\bprocess\.(?:env|argv|stdout|stderr)\b|\brandomBytes\b|\brandomUUID\b|\bperformance\.now\b|\bgetRandomValues\b/;
    assert.deepEqual(paths(holding(world, onServer)).sort(), Object.keys(worldAllowed).sort());
  });

  test('nothing but the one way out asks another host for anything', () => {
    const asks =
      /(?<![.\w])fetch\(|\brequest\b[^;]*from 'node:https?'|from '(?:undici|node:https|node:tls|node:dgram|node:dns(?:\/promises)?|aws4fetch)'|\b(?:connect|createConnection|Socket)\b[^;]*from 'node:net'/;
    const asking = paths(holding(asks, onServer)).filter((path) => areaOf(path) !== 'outbound');
    assert.deepEqual(asking, Object.keys(askingAllowed));
    assert.ok(holding(asks, onServer).length > 1, 'the way out is there, and seen');
  });

  test('no module has a default export', () => {
    assert.deepEqual(paths(holding(/^export default|\bas default\b/m, everySource)), []);
  });

  test('no file only passes on what others export', () => {
    assert.deepEqual(paths(holding(/^export (?:type )?(?:\*|\{[^}]*\}) from /m)), []);
  });

  test('scripts talk to the publication alone: no address of a host stands in them', () => {
    const scripts = productSources.filter(({ path }) => areaOf(path) === 'client');
    assert.deepEqual(paths(holding(/https?:\/\/|['"`]\/\//, scripts)), []);
  });

  test('every exported function says what it does', () => {
    const silent = productSources.flatMap(({ path, text }) => silentIn(path, text));
    assert.ok(
      silent.length <= withoutDocstring,
      `${silent.length} exported functions have no docstring:\n${silent.join('\n')}`,
    );
  });

  test('no file is longer than 300 lines but for those listed', () => {
    const long = productSources.filter(({ text }) => text.split('\n').length - 1 > 300);
    assert.deepEqual(
      paths(long).filter((path) => !(path in longAllowed)),
      [],
    );
  });

  test('no test sleeps, skips or stands alone', () => {
    const tests = globSync('{src,test}/**/*.test.{ts,tsx}').map((path) => ({
      path,
      text: readFileSync(path, 'utf8'),
    }));
    const lazy = tests.filter(({ text }) =>
      /\b(?:test|describe|it)\.(?:only|skip|todo)\(|\bmock\.module\b/.test(text),
    );
    assert.deepEqual(
      lazy.map(({ path }) => path).filter((path) => !path.endsWith('house-rules.test.ts')),
      [],
    );
  });
});

/** Exported functions that no docstring stands above. */
function silentIn(path: string, text: string): string[] {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    const name = /^export (?:async )?function\*? (\w+)|^export const (\w+)(?:: [^=]+)? = (?:async )?\(/.exec(
      line,
    );
    if (!name || /\*\/\s*$/.test(lines[index - 1] ?? '')) return [];
    return [`${path}:${index + 1} ${name[1] ?? name[2]}`];
  });
}
