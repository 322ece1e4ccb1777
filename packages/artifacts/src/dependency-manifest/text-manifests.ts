import type { DependencyManifestFacts } from '@shipworthy/model';
import { forgeRepository } from './forge-repository.ts';
import { optional } from './json-manifests.ts';
import { type Scanned, scanToml } from './toml-scan.ts';

/** `go.mod`: a module is importable unless its root is a command, which the module file does not tell. */
export function goFacts(text: string): DependencyManifestFacts | undefined {
  const name = /^module\s+"?([^\s"]+)"?/m.exec(text)?.[1];
  // `module _` only pins the versions of tools.
  if (!name || name === '_') return undefined;
  // The path of a nested module goes on below the repository: owner and name are its first two segments.
  const [host = '', owner, repository] = name.split('/');
  const known = /^(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org)$/.test(host) && owner && repository;
  return {
    ecosystem: 'go',
    ...optional(name, known ? `${owner}/${repository}` : undefined),
    private: false,
    library: false,
    command: false,
    ...goNeeds(text),
    people: [],
  };
}

/** `require` lines; those that only other modules need stand apart. */
function goNeeds(text: string): Pick<DependencyManifestFacts, 'dependencies' | 'indirect'> {
  const required = [...text.matchAll(/^(?:require)?[ \t]+([\w.-]+\.[\w./~-]+) v[^\s]+([^\n]*)/gm)];
  const named = (isIndirect: boolean): string[] =>
    sorted(required.flatMap(([, name, rest]) => (/\/\/ indirect/.test(rest ?? '') === isIndirect ? (name ?? '') : [])));
  const indirect = named(true);
  return { dependencies: named(false), ...(indirect.length > 0 ? { indirect } : {}) };
}

export const sorted = (names: readonly string[]): string[] => [...new Set(names.filter((name) => name !== ''))].sort();

/** `Cargo.toml` of a package; a file of a workspace alone names none. */
export function cargoFacts(text: string): DependencyManifestFacts {
  const toml = scanToml(text);
  const written = toml.text('package.repository') ?? toml.text('workspace.package.repository') ?? '';
  return {
    ecosystem: 'cargo',
    ...optional(toml.text('package.name'), forgeRepository(written), toml.text('package.version')),
    private: toml.text('package.publish') === 'false',
    library: toml.hasTable('lib'),
    command: toml.hasTable('bin'),
    dependencies: toml.keys('dependencies'),
    ...development(toml.keys('dev-dependencies')),
    ...(toml.hasTable('workspace') ? { workspaces: toml.strings('workspace.members') } : {}),
    people: ['package.authors', 'workspace.package.authors'].flatMap((key) => toml.strings(key).map(withoutAddress)),
  };
}

const development = (names: readonly string[]): { readonly development?: readonly string[] } =>
  names.length > 0 ? { development: sorted(names) } : {};

const REPOSITORY_URLS = [
  'Repository',
  'repository',
  'Source',
  'source',
  'Source Code',
  'GitHub',
  'Homepage',
  'homepage',
];

/** `pyproject.toml` (PEP 621, Poetry) and `setup.cfg`. */
export function pythonFacts(text: string): DependencyManifestFacts {
  const toml = scanToml(text);
  const first = (...keys: readonly string[]) => keys.map((key) => toml.text(key)).find((value) => value !== undefined);
  const urls = ['project.urls', 'tool.poetry', 'tool.poetry.urls'].flatMap((table) =>
    REPOSITORY_URLS.map((key) => `${table}.${key}`),
  );
  const repository = [...urls, 'metadata.url']
    .map((key) => forgeRepository(toml.text(key) ?? ''))
    .find((found) => found !== undefined);
  const name = first('project.name', 'tool.poetry.name', 'metadata.name');
  return {
    ecosystem: 'python',
    ...optional(name, repository, first('project.version', 'tool.poetry.version', 'metadata.version')),
    private: /^[ \t]*(?:"|')?Private ::/m.test(text) || toml.text('tool.poetry.package-mode') === 'false',
    library: name !== undefined && (toml.hasTable('build-system') || toml.text('metadata.name') !== undefined),
    command:
      toml.hasTable('project.scripts') || toml.hasTable('tool.poetry.scripts') || /\bconsole_scripts\b/.test(text),
    dependencies: pythonDependencies(toml),
    ...development(pythonDevelopment(toml)),
    people: pythonPeople(toml),
  };
}

/** PEP 621 lists requirements, Poetry names keys, `setup.cfg` gives a line each. */
function pythonDependencies(toml: Scanned): string[] {
  const listed = [...toml.strings('project.dependencies'), ...toml.raw('options.install_requires').split('\n')];
  return sorted([
    ...listed.map(requirementName),
    ...toml.keys('tool.poetry.dependencies').filter((name) => name !== 'python'),
  ]);
}

/** Groups of dependencies (PEP 735), Poetry's groups, and tables of tools. */
function pythonDevelopment(toml: Scanned): string[] {
  const groups = toml.keys('dependency-groups').flatMap((group) => toml.strings(`dependency-groups.${group}`));
  const poetry = toml
    .keys('tool.poetry.group')
    .flatMap((group) => toml.keys(`tool.poetry.group.${group}.dependencies`));
  return [
    ...groups.map(requirementName),
    ...toml.strings('tool.uv.dev-dependencies').map(requirementName),
    ...toml.keys('tool.poetry.dev-dependencies'),
    ...poetry,
  ];
}

/** `Flask[async]>=2 ; python_version > "3"` and `flask (>=2)` -> `flask` (PEP 508). '' for options and addresses. */
export const requirementName = (line: string): string =>
  (/^\s*([A-Za-z0-9][\w.-]*)\s*(?:\[[^\]]*\])?\s*(?:[<>=!~;#@,(]|$)/.exec(line)?.[1] ?? '').toLowerCase();

/** Poetry lists strings, PEP 621 inline tables; `setup.cfg` names one person. */
function pythonPeople(toml: Scanned): string[] {
  const poetry = toml.strings('tool.poetry.authors').map(withoutAddress);
  const tables = ['project.authors', 'project.maintainers'].map((key) => toml.raw(key)).join('\n');
  const named = [...tables.matchAll(/\bname\s*=\s*["']([^"'\n]+)["']/g)].map((found) => found[1] ?? '');
  const single = toml.text('metadata.author');
  return [...new Set([...poetry, ...named, ...(single ? [single] : [])])];
}

/** `setup.py`: the keyword arguments that are plain strings. */
export function setupPyFacts(text: string): DependencyManifestFacts | undefined {
  // A module of a program may define a function of the name.
  if (!/(?<!\bdef )\bsetup\s*\(/.test(text)) return undefined;
  const argument = (name: string) => new RegExp(`\\b${name}\\s*=\\s*["']([^"'\\n]+)["']`).exec(text)?.[1];
  const author = argument('author') ?? argument('maintainer');
  return {
    ecosystem: 'python',
    ...optional(argument('name'), forgeRepository(argument('url') ?? '')),
    private: text.includes('Private ::'),
    library: /\b(?:packages|py_modules)\s*=/.test(text),
    command: /\bconsole_scripts\b|\bscripts\s*=/.test(text),
    dependencies: sorted(
      [...(/install_requires\s*=\s*\[([^\]]*)\]/.exec(text)?.[1] ?? '').matchAll(/["']([^"'\n]+)["']/g)].map((found) =>
        requirementName(found[1] ?? ''),
      ),
    ),
    people: author ? [author] : [],
  };
}

/** `*.gemspec`: assignments of plain strings. */
export function gemFacts(text: string): DependencyManifestFacts {
  const assigned = (name: string) => new RegExp(`\\.${name}\\s*=\\s*["']([^"'\\n]+)["']`).exec(text)?.[1];
  const source = /["']source_code_uri["']\]?\s*(?:=>|=)\s*["']([^"'\n]+)["']/.exec(text)?.[1];
  const authors = /\.authors?\s*=\s*(.+)/.exec(text)?.[1] ?? '';
  return {
    ecosystem: 'ruby',
    ...optional(assigned('name'), forgeRepository(source ?? '') ?? forgeRepository(assigned('homepage') ?? '')),
    private: false,
    library: true,
    command: /\.executables\s*(?:=|<<)\s*\S/.test(text),
    dependencies: sorted(
      [...text.matchAll(/\.add(?:_runtime)?_dependency\s*\(?\s*["']([^"'\n]+)["']/g)].map((found) => found[1] ?? ''),
    ),
    people: [...authors.matchAll(/["']([^"'\n]+)["']/g)].map((found) => found[1] ?? ''),
  };
}

/** `pom.xml`: elements at the top, so what stands in the parent, dependencies and the build is taken out first. */
export function mavenFacts(text: string): DependencyManifestFacts | undefined {
  if (!/<project[\s>]/.test(text)) return undefined;
  const own = ['parent', 'dependencies', 'dependencyManagement', 'build', 'profiles', 'reporting'].reduce(
    withoutElement,
    withoutComments(text),
  );
  const url = /<(?:url|connection)>\s*(?:scm:git:)?([^<\s]+)/.exec(elementIn(own, 'scm'))?.[1] ?? '';
  const people = elementIn(own, 'developers').matchAll(/<name>([^<]+)<\/name>/g);
  return {
    ecosystem: 'maven',
    ...optional(/<artifactId>\s*([^<\s]+)/.exec(own)?.[1], forgeRepository(url)),
    private: /<maven\.deploy\.skip>\s*true/.test(own),
    library: /<packaging>\s*(?:jar|bundle|maven-plugin)\b/.test(own) || !own.includes('<packaging>'),
    command: false,
    dependencies: sorted(
      [
        ...elementIn(
          withoutComments(text).replace(elementIn(text, 'dependencyManagement'), ''),
          'dependencies',
        ).matchAll(/<artifactId>\s*([^<\s]+)/g),
      ].map((found) => found[1] ?? ''),
    ),
    people: [...people].map((found) => (found[1] ?? '').trim()),
  };
}

function withoutComments(text: string): string {
  let kept = '';
  let from = 0;
  for (let start = text.indexOf('<!--'); start >= 0; start = text.indexOf('<!--', from)) {
    const end = text.indexOf('-->', start);
    if (end < 0) break;
    kept += text.slice(from, start);
    from = end + 3;
  }
  return kept + text.slice(from);
}

/** Up to the last closing tag of the name, since such elements nest (a build inside a profile). */
function withoutElement(text: string, name: string): string {
  const start = text.indexOf(`<${name}>`);
  const end = text.lastIndexOf(`</${name}>`);
  return start < 0 || end < start ? text : text.slice(0, start) + text.slice(end + name.length + 3);
}

/** What the first element of the name holds; '' if there is none. */
function elementIn(text: string, name: string): string {
  const start = text.indexOf(`<${name}>`);
  const end = text.indexOf(`</${name}>`, start);
  return start < 0 || end < 0 ? '' : text.slice(start, end);
}

/** `Amy <amy@example.org>` -> `Amy`. */
export function withoutAddress(person: string): string {
  const text = person.trimEnd();
  const open = text.endsWith('>') ? text.indexOf('<', text.lastIndexOf('>', text.length - 2) + 1) : -1;
  return open < 0 ? person : text.slice(0, open).trimEnd();
}
