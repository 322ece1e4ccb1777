import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Who may import whom. Rooms that do not exist yet are named already, so that their walls stand on the first day.
 * Why each wall is there: docs/architecture.md.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  'rule-kit': ['model'],
  sources: ['model'],
  cache: ['model'],
  artifacts: ['model'],
  relations: ['model'],
  engine: ['model', 'rule-kit', 'artifacts', 'relations'],
  policy: ['model', 'rule-kit'],
  reporters: ['model'],
  audit: ['model', 'rule-kit', 'sources', 'cache', 'artifacts', 'engine', 'policy'],
  'rule-tester': ['model', 'rule-kit', 'artifacts', 'engine', 'policy', 'sources'],
  'github-client': ['model', 'sources'],
  github: ['*'],
  org: ['*'],
  cli: ['*'],
};
const RULES_MAY_IMPORT = ['model', 'rule-kit'];
/** Rooms whose files stay short enough to have one reason to exist. */
const SHORT_ROOMS = ['artifacts', 'relations', 'engine'];
const MAX_LINES = 350;

interface SourceFile {
  readonly path: string;
  readonly room: string;
  readonly isRule: boolean;
  readonly isTest: boolean;
  readonly text: string;
}

function sourceFiles(): SourceFile[] {
  return ['packages', 'rules'].flatMap((parent) =>
    readdirSync(join(root, parent), { recursive: true, withFileTypes: true })
      .filter(
        (entry) =>
          entry.isFile() && /\.ts$/.test(entry.name) && !/[\\/](?:node_modules|dist)(?:[\\/]|$)/.test(entry.parentPath),
      )
      .map((entry) => {
        const path = relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/');
        return {
          path,
          room: path.split('/')[1] ?? '',
          isRule: parent === 'rules',
          isTest:
            /\.test\.ts$/.test(path) ||
            path.includes('/e2e/') ||
            path.includes('/test-data/') ||
            path.includes('/testing/'),
          text: readFileSync(join(root, path), 'utf8'),
        };
      }),
  );
}

/** Module specifiers of static and dynamic imports and re-exports. */
const importsOf = ({ text }: SourceFile): string[] =>
  [
    ...text.matchAll(
      /^\s*(?:import|export)\b[^'"\n;]*?(?:\{[^}]*\}[^'"\n;]*?)?from\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm,
    ),
  ]
    .map((match) => match[1] ?? match[2] ?? match[3] ?? '')
    .filter(Boolean);

/** The room a workspace package name stands for; rule packages are `rules`. */
function roomOf(specifier: string): string | undefined {
  if (!specifier.startsWith('@shipworthy/')) return specifier === 'shipworthy' ? 'cli' : undefined;
  const name = specifier.split('/')[1] ?? '';
  return name.startsWith('rules-') ? 'rules' : name;
}

const files = sourceFiles();

describe('the walls between the rooms', () => {
  test('there is something to check', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(files.flatMap(importsOf).filter((name) => name.startsWith('@shipworthy/')).length).toBeGreaterThan(50);
  });

  test('every package imports only the rooms it may', () => {
    const crossings = files
      .filter((file) => !file.isTest)
      .flatMap((file) => {
        const allowed = file.isRule ? RULES_MAY_IMPORT : (MAY_IMPORT[file.room] ?? []);
        return importsOf(file)
          .map(roomOf)
          .filter((room) => room !== undefined && !allowed.includes('*') && !allowed.includes(room))
          .map((room) => `${file.path} imports ${room}`);
      });
    expect(crossings).toEqual([]);
  });

  test('only surfaces and tests import rule packages', () => {
    const users = files.filter((file) => !file.isTest && importsOf(file).some((name) => roomOf(name) === 'rules'));
    expect(users.map((file) => file.room).filter((room) => !['cli', 'github', 'org'].includes(room))).toEqual([]);
  });

  test('relative imports stay inside their package and name a file with its extension', () => {
    const strays = files.flatMap((file) =>
      importsOf(file)
        .filter((name) => name.startsWith('.'))
        .filter((name) => {
          const target = posix.join(posix.dirname(file.path), name);
          return !target.startsWith(file.path.split('/').slice(0, 2).join('/')) || !/\.(?:ts|json)$/.test(name);
        })
        .map((name) => `${file.path}: ${name}`),
    );
    expect(strays).toEqual([]);
  });

  test('every import of another package is declared in the package.json', () => {
    const missing = files.flatMap((file) => {
      const folder = file.path.split('/').slice(0, 2).join('/');
      const manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
      const declared = new Set(
        Object.keys({
          ...manifest.dependencies,
          ...(file.isTest || file.room === 'cli' ? manifest.devDependencies : {}),
        }),
      );
      return importsOf(file)
        .filter((name) => !name.startsWith('.') && !name.startsWith('node:') && name !== '@jest/globals')
        .map((name) =>
          name
            .split('/')
            .slice(0, name.startsWith('@') ? 2 : 1)
            .join('/'),
        )
        .filter((name) => !declared.has(name))
        .map((name) => `${file.path}: ${name}`);
    });
    expect(missing).toEqual([]);
  });

  test('no file of the format and engine rooms is long', () => {
    const long = files
      .filter((file) => SHORT_ROOMS.includes(file.room) && !file.isRule && !file.isTest)
      .filter((file) => file.text.split('\n').length > MAX_LINES);
    expect(long.map((file) => file.path)).toEqual([]);
  });

  test('no rule is named outside rules/', () => {
    const ids = files
      .filter((file) => file.isRule && file.path.endsWith('/rule.ts'))
      .flatMap((file) => /^\s*id: '([^']+)'/m.exec(file.text)?.[1] ?? []);
    const named = files
      .filter((file) => !file.isRule && !file.isTest && !file.path.startsWith('packages/cli/'))
      .flatMap((file) => ids.filter((id) => file.text.includes(`'${id}'`)).map((id) => `${file.path} names ${id}`));
    expect(named).toEqual([]);
  });
});
