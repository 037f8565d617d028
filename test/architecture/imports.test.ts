import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { describe, test } from 'node:test';
import { areaOf, everySource, importsInside, isForTests, productSources } from './sources.ts';

/** From the top down: what stands in a line may use every line below its own, and nothing beside or above it. */
const layers: string[][] = [
  ['main.ts'],
  ['cli'],
  ['web-app.ts', 'demo'],
  ['desk', 'api', 'reading', 'feeds', 'migration'],
  ['audit'],
  ['reviews'],
  ['notices'],
  ['moderation'],
  ['search'],
  ['subscriptions'],
  ['marks'],
  ['citations'],
  ['comments'],
  ['pseudonyms'],
  ['articles'],
  ['pictures'],
  ['letters'],
  ['publication'],
  ['webhooks'],
  ['tokens'],
  ['staff'],
  ['record'],
  ['web'],
  ['jobs'],
  ['site.ts'],
  ['mail'],
  ['outbound'],
  ['store'],
  ['config.ts'],
  ['client'],
  ['annotations', 'names', 'clocks', 'merkle'],
  ['lib'],
];

/** Types that may be known from below, each with its reason. */
const typesAllowed: Record<string, string> = {
  'web/ui -> publication/publication-view.ts':
    'The frame of every page prints the publication’s name, language and links: it is drawn from that view, which holds no rule and no query.',
};

const domains = [
  'audit',
  'reviews',
  'notices',
  'moderation',
  'citations',
  'search',
  'subscriptions',
  'marks',
  'comments',
  'pseudonyms',
  'articles',
  'pictures',
  'letters',
  'publication',
  'webhooks',
  'tokens',
  'staff',
  'record',
];
const otherFiles = globSync('src/**/*.{css,json}').map((file) =>
  file.replaceAll('\\', '/').slice('src/'.length),
);
const rank = new Map(layers.flatMap((line, index) => line.map((area) => [area, index] as const)));
const imports = importsInside(productSources);

function isAllowedType({ from, target, typeOnly }: (typeof imports)[number]): boolean {
  const folder = from.split('/').slice(0, -1).join('/');
  return typeOnly && `${folder} -> ${target}` in typesAllowed;
}

describe('imports', () => {
  test('every folder of the source has its place in the layers, and no layer is empty', () => {
    const areas = new Set(productSources.map(({ path }) => areaOf(path)));
    assert.ok(imports.length > productSources.length * 2, `only ${imports.length} imports were found`);
    assert.deepEqual([...areas].filter((area) => !rank.has(area)).sort(), []);
    assert.deepEqual([...rank.keys()].filter((area) => !areas.has(area)).sort(), []);
  });

  test('they lead to files that are there, by their whole name', () => {
    const known = new Set([...everySource.map(({ path }) => path), ...otherFiles]);
    const lost = importsInside(everySource).filter(
      ({ target }) => !known.has(target) && !/^\.\.\/(?:test|src)\//.test(target),
    );
    assert.deepEqual(lost.map(line), []);
  });

  test('they point downward only, and edges never use one another', () => {
    const wrong = imports.filter((each) => {
      const [here, there] = [areaOf(each.from), areaOf(each.target)];
      if (here === there || isAllowedType(each)) return false;
      return (rank.get(here) ?? 0) >= (rank.get(there) ?? -1);
    });
    assert.deepEqual(wrong.map(line), []);
  });

  test('each exception that is listed is still needed', () => {
    const needed = new Set(
      imports
        .filter(isAllowedType)
        .map(({ from, target }) => `${from.split('/').slice(0, -1).join('/')} -> ${target}`),
    );
    assert.deepEqual([...needed].sort(), Object.keys(typesAllowed).sort());
  });

  test('domains know nothing of how pages are sent', () => {
    const wrong = imports.filter(
      ({ from, target }) => domains.includes(areaOf(from)) && areaOf(target) === 'web',
    );
    assert.deepEqual(wrong.map(line), []);
  });

  test('only the command line uses the demo, and only when it is asked for', () => {
    const users = imports.filter(({ from, target }) => areaOf(target) === 'demo' && areaOf(from) !== 'demo');
    assert.deepEqual([...new Set(users.map(({ from }) => areaOf(from)))], ['cli']);
    assert.ok(users.every(({ dynamic }) => dynamic));
  });

  test('pages are drawn from views: none asks the database or a verb', () => {
    const isPage = (path: string) => /(?:^|\/)pages\/|-page\.tsx$|^web\/ui\//.test(path);
    const below = /(?:^|\/)queries\.ts$|^(?:store|jobs)\/|(?:^|\/)site\.ts$/;
    const wrong = imports.filter(
      ({ from, target, typeOnly }) => isPage(from) && below.test(target) && !typeOnly,
    );
    assert.deepEqual(wrong.map(line), []);
  });

  test('folders do not need one another in a circle', () => {
    assert.deepEqual(circles(folderGraph()), []);
  });

  test('nothing that runs uses what only tests use', () => {
    assert.deepEqual(imports.filter(({ target }) => isForTests(target)).map(line), []);
    assert.deepEqual(imports.filter(({ target }) => target.startsWith('../')).map(line), []);
  });

  test('every file of the product is used', () => {
    const used = new Set(imports.map(({ target }) => target));
    const idle = productSources.filter(({ path }) => path !== 'main.ts' && !used.has(path));
    assert.deepEqual(
      idle.map(({ path }) => path),
      [],
    );
  });
});

function line({ from, target, typeOnly }: (typeof imports)[number]): string {
  return `${from} imports ${typeOnly ? 'a type of ' : ''}${target}`;
}

/** Which folder needs which when the program runs. */
function folderGraph(): Map<string, Set<string>> {
  const graph = new Map<string, Set<string>>();
  for (const { from, target, typeOnly } of imports) {
    const [here, there] = [areaOf(from), areaOf(target)];
    if (here === there || typeOnly) continue;
    graph.set(here, (graph.get(here) ?? new Set()).add(there));
  }
  return graph;
}

/** Every way that leads back to where it began, once. */
function circles(graph: Map<string, Set<string>>): string[] {
  const found = new Set<string>();
  const walk = (area: string, way: string[]) => {
    const at = way.indexOf(area);
    if (at >= 0) return void found.add([...way.slice(at).sort(), '↺'].join(' '));
    for (const next of graph.get(area) ?? []) walk(next, [...way, area]);
  };
  for (const area of graph.keys()) walk(area, []);
  return [...found];
}
