import assert from 'node:assert/strict';
import { existsSync, globSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { commands } from '../src/cli/commands.ts';
import { writerCookie } from '../src/comments/writer-cookie.ts';
import { environment } from '../src/config.ts';
import { type SettingKey, settings } from '../src/publication/settings.ts';
import { actions } from '../src/record/entry.ts';
import { roles } from '../src/staff/permissions.ts';

const documents = globSync(['*.md', 'docs/**/*.md']).sort();
const readme = read('README.md');
const record = read('docs/record.md');
const settingsPage = read('docs/settings.md');

function read(path: string): string {
  return readFileSync(path, 'utf8');
}

/** The first cells of all rows of tables, as they are printed: without the marks of code. */
function rowsOf(text: string): string[] {
  const rows = text.matchAll(/^\| *((?:\\\||[^|\n])+?) *\|/gm);
  return [...rows].map(([, cell = '']) => cell.replaceAll('`', '').replaceAll('\\|', '|'));
}

/** White space, and the marks of a quoted paragraph, folded. */
function folded(text: string): string {
  return text.replace(/^> ?/gm, '').replace(/\s+/g, ' ').trim();
}

/** What stands outside fenced code. */
function prose(text: string): string {
  return text.replace(/^```.*?^```$/gms, '');
}

/** The anchors that GitHub and its like give to headings. */
function anchorsOf(text: string): string[] {
  return [...prose(text).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

describe('the documentation', () => {
  test('the README has every environment variable, with its default', () => {
    for (const [name, { default: value }] of Object.entries(environment)) {
      const row = readme.split('\n').find((line) => line.startsWith(`| \`${name}\``));
      assert.ok(row, `The README has no row for ${name}.`);
      assert.ok(row.replaceAll('`', '').endsWith(`| ${value} |`), `${name}: ${row} should say ${value}`);
    }
  });

  test('the README has every command as it is called, and none that is not there', () => {
    const rows = rowsOf(readme).filter((cell) => cell.startsWith('hustings '));
    assert.deepEqual(
      rows,
      Object.values(commands).map(({ usage }) => usage),
    );
  });

  test('each command that a document shows is one', () => {
    for (const document of documents)
      for (const [, name = ''] of read(document).matchAll(/(?:bin\/|`)hustings ([a-z-]+)/g))
        assert.ok(name === 'help' || Object.hasOwn(commands, name), `${document}: hustings ${name}`);
  });

  test('the README and the page on settings have every setting, and none that is not there', () => {
    const known = Object.keys(settings).sort();
    const isSetting = (cell: string) => known.includes(cell) || /^(?:page|comments)\.[a-z-]+$/.test(cell);
    assert.deepEqual([...new Set(rowsOf(readme).filter(isSetting))].sort(), known);
    const headings = [...settingsPage.matchAll(/^### `(.+)`$/gm)].map(([, name = '']) => name);
    assert.deepEqual([...rowsOf(settingsPage), ...headings].filter(isSetting).sort(), known);
  });

  test('the page on settings has the default of each, word for word, and whether it is public', () => {
    const words = folded(settingsPage);
    for (const [key, { default: value, public: open }] of Object.entries(settings)) {
      assert.ok(words.includes(folded(value)), `The default of ${key} is another.`);
      const row = settingsPage.split('\n').find((line) => line.startsWith(`| \`${key}\``));
      if (row === undefined) continue; // the longer texts, of which the page says that all are public
      const last = row.replaceAll('`', '').split('|').slice(-3, -1).join('|').trim();
      assert.equal(last, `${value || 'empty'} | ${open ? 'yes' : 'no'}`, key);
    }
    const texts = [...settingsPage.matchAll(/^### `(.+)`$/gm)].map(([, name]) => name);
    for (const [key, { public: open }] of Object.entries(settings))
      if (texts.includes(key)) assert.equal(open, true, key);
  });

  test('the page on the record has every action, and none that is not there', () => {
    const isAction = (cell: string) =>
      /^(?:article|revision|claim|comment|link|person|case|report|review|writer|picture|setting|staff|tag|page|menu|series|token|webhook)\.[a-z-]+$/.test(
        cell,
      );
    const [, listed = ''] = record.split('## Actions');
    assert.deepEqual(rowsOf(listed).filter(isAction), [...actions]);
  });

  test('the page on moderating has a column for every role', () => {
    assert.match(read('docs/moderators.md'), new RegExp(`^\\| May \\| ${roles.join(' \\| ')} \\|$`, 'm'));
  });

  test('each link between documents leads to a file, and to a heading where it names one', () => {
    for (const document of documents) {
      for (const [, address = ''] of prose(read(document)).matchAll(/\]\(([^)\s]+)\)/g)) {
        if (/^(?:https?|mailto):/.test(address) || address.startsWith('/record/')) continue;
        const [path = '', anchor] = address.split('#');
        const target = path === '' ? document : join(dirname(document), path);
        assert.ok(existsSync(target), `${document} leads to ${address}, which is not there.`);
        if (anchor) assert.ok(anchorsOf(read(target)).includes(anchor), `${document}: ${address}`);
      }
    }
  });

  test('the files and folders that the architecture names are there', () => {
    const text = read('ARCHITECTURE.md');
    const paths = [...text.matchAll(/`([\w./-]+(?:\/|\.(?:ts|tsx|mjs|md)))`/g)].map(([, path = '']) => path);
    assert.ok(paths.length > 40);
    for (const path of paths) {
      const places = [path, `src/${path}`, `test/${path}`, `scripts/${path}`];
      const inside = globSync(`src/**/${path}`);
      assert.ok(places.some(existsSync) || inside.length > 0, `ARCHITECTURE.md names ${path}`);
    }
    const folders = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const rows = rowsOf(text);
    for (const { name } of folders) assert.ok(rows.includes(`src/${name}/`), `src/${name}/ has no line`);
  });

  test('no document names a path of somebody’s machine', () => {
    for (const document of documents)
      assert.doesNotMatch(read(document), /\/(?:work|root|home|Users|tmp|private)\/|[A-Z]:\\/, document);
  });

  test('each npm script that a document shows is in package.json', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    for (const document of documents)
      for (const [, name = ''] of read(document).matchAll(/\bnpm (?:run )?(start|test|(?<=run )[a-z]+)\b/g))
        assert.ok(Object.hasOwn(scripts, name), `${document}: npm ${name}`);
    for (const shown of ['npm start', 'npm test']) assert.ok(readme.includes(`\n${shown} `), shown);
  });

  test('decisions are numbered without a gap, and each has its three parts', () => {
    const files = readdirSync('docs/decisions')
      .filter((file) => /^\d{4}-/.test(file))
      .sort();
    assert.deepEqual(
      files.map((file) => Number(file.slice(0, 4))),
      files.map((_, index) => index + 1),
    );
    const index = read('docs/decisions/README.md');
    for (const file of files) {
      const text = read(`docs/decisions/${file}`);
      const headings = [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
      assert.deepEqual(headings, ['Context', 'Decision', 'Consequences'], file);
      assert.match(text, new RegExp(`^# ${file.slice(0, 4)}: .+\\n\\n\\d{4}-\\d\\d-\\d\\d\\.`), file);
      assert.ok(index.includes(`(${file})`), `${file} is not in the list of decisions.`);
    }
  });

  test('every package that is used has its reason among the decisions', () => {
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read('package.json'));
    const table = read('docs/decisions/README.md');
    const names = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
    for (const name of names.filter((each) => !each.startsWith('@types/'))) {
      const [, family, rest] = /^((?:hast|mdast)-util)(-.+)$/.exec(name) ?? [];
      const told = table.includes(name) || (family && table.includes(family) && table.includes(rest ?? ''));
      assert.ok(told, `${name} has no reason`);
    }
  });

  test('pictures are small', () => {
    for (const picture of globSync('docs/images/*'))
      assert.ok(statSync(picture).size < 300_000, `${picture} has ${statSync(picture).size} bytes`);
  });
});

describe('what readers are told of themselves', () => {
  const readers = folded(read('docs/readers.md'));
  const privacy = folded(read('docs/privacy.md'));

  test('minutes, days and numbers are those of the settings', () => {
    const said: [text: string, sentence: string, setting: SettingKey, value: string][] = [
      [readers, 'For ten minutes after you sent it (a setting)', 'comments.edit-minutes', '10'],
      [readers, 'No address gets more than ten of them a day (a setting)', 'letters.daily', '10'],
      [
        readers,
        'a writer’s first one unless the publication says otherwise',
        'comments.policy',
        'first-held',
      ],
      [readers, 'Where the publication lets it, the name may be left empty', 'comments.anonymous', 'no'],
      [privacy, '30 days (`retention.addresses`)', 'retention.addresses', '30'],
      [privacy, 'the key a day (`retention.request-keys`)', 'retention.request-keys', '24'],
      [privacy, 'No more than ten letters a day go to one address (`letters.daily`)', 'letters.daily', '10'],
      [privacy, 'An archive that an owner names; none by default', 'links.archive', ''],
    ];
    for (const [text, sentence, setting, value] of said) {
      assert.ok(text.includes(sentence), sentence);
      assert.equal(settings[setting].default, value, sentence);
    }
    for (const [, name = ''] of privacy.matchAll(/`([a-z]+\.[a-z-]+)`/g))
      assert.ok(
        Object.hasOwn(settings, name) || name.startsWith('hustings.'),
        `There is no setting ${name}.`,
      );
  });

  test('the writer’s cookie has the names and the days that the page on privacy says', () => {
    for (const url of ['https://ledger.example', 'http://localhost']) {
      const config = { url } as Parameters<typeof writerCookie>[0]['config'];
      const [, name = '', seconds] = /^([^=]+)=.*Max-Age=(\d+)/.exec(writerCookie({ config }, 'x')) ?? [];
      assert.ok(privacy.includes(`\`${name}\``), name);
      assert.ok(privacy.includes(`| ${Number(seconds) / 86_400} days from when it was set`), name);
    }
  });

  test('whatever scripts keep in a reader’s browser is on the page on privacy', () => {
    const sources = globSync('src/client/**/*.ts', { exclude: ['**/writing/**', '**/*.test.ts'] });
    const keys = sources.flatMap((file) => [...read(file).matchAll(/'(hustings\.[a-z.-]+)'/g)]);
    assert.ok(keys.length > 0);
    for (const [, key] of keys) assert.ok(privacy.includes(`| \`${key}\` in `), `${key} is not there.`);
    const kept = sources.filter((file) => /(?:local|session)Storage\.setItem/.test(read(file)));
    assert.equal(kept.length, keys.length, kept.join(', '));
  });
});
