import type { DependencyManifestFacts } from '@shipworthy/model';
import { forgeRepository } from './forge-repository.ts';

type Json = Readonly<Record<string, unknown>>;

/** The text as a JSON object; a fault in one clause when it is none. */
export function readObject(text: string): { readonly object: Json } | { readonly fault: string } {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? { object: value } : { fault: 'is not a JSON object' };
  } catch (error) {
    return { fault: error instanceof SyntaxError ? `is not JSON: ${error.message}` : 'is not JSON' };
  }
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];
const nameOf = (value: unknown): string[] => {
  const name = textOf(isObject(value) ? value.name : value);
  return name === undefined ? [] : [name];
};

/** What a package offers to those who import it, besides `main`, which `npm init` writes into every manifest. */
const ENTRIES = ['module', 'exports', 'types', 'typings', 'browser'] as const;

/** The file that alone makes it a library: where `exports` names one it counts instead of `main`. */
function onlyEntry(json: Json): string | undefined {
  if (ENTRIES.some((key) => key !== 'exports' && json[key] !== undefined)) return undefined;
  const { exports } = json;
  return exports === undefined
    ? textOf(json.main)
    : textOf(isObject(exports) && '.' in exports ? exports['.'] : exports);
}

/** npm's `package.json`. */
export function npmFacts(json: Json): DependencyManifestFacts {
  const { repository, name } = { repository: json.repository, name: textOf(json.name) };
  const entry = onlyEntry(json);
  return {
    ecosystem: 'npm',
    ...optional(
      name,
      forgeRepository(textOf(isObject(repository) ? repository.url : repository) ?? ''),
      textOf(json.version),
    ),
    private: json.private === true,
    library: json.main !== undefined || ENTRIES.some((key) => json[key] !== undefined),
    ...(entry === undefined ? {} : { entry }),
    command: textOf(json.bin) !== undefined || (isObject(json.bin) && Object.keys(json.bin).length > 0),
    dependencies: keysOf(json.dependencies),
    development: keysOf(json.devDependencies),
    ...workspacesOf(json.workspaces),
    people: peopleOf(json.author, json.maintainers),
  };
}

/** PHP's `composer.json`. */
export function composerFacts(json: Json): DependencyManifestFacts {
  const support = isObject(json.support) ? json.support : {};
  const written = textOf(support.source) ?? textOf(json.homepage) ?? '';
  return {
    ecosystem: 'php',
    ...optional(textOf(json.name), forgeRepository(written), textOf(json.version)),
    private: false,
    library: json.type === 'library' || (json.type === undefined && json.autoload !== undefined),
    command: listOf(json.bin).length > 0,
    dependencies: keysOf(json.require),
    development: keysOf(json['require-dev']),
    people: peopleOf(json.authors),
  };
}

const keysOf = (value: unknown): string[] => (isObject(value) ? Object.keys(value).sort() : []);

/** npm and Yarn list globs, or an object that holds the list. */
function workspacesOf(value: unknown): { workspaces?: readonly string[] } {
  const globs = listOf(isObject(value) ? value.packages : value).filter((glob) => typeof glob === 'string');
  return globs.length > 0 ? { workspaces: globs } : {};
}

function peopleOf(...values: readonly unknown[]): string[] {
  return [...new Set(values.flatMap(listOf).flatMap(nameOf))];
}

/** Leaves out what is not known, as exact optional properties want it. */
export function optional(
  name: string | undefined,
  repository: string | undefined,
  version?: string,
): Pick<DependencyManifestFacts, 'name' | 'repository' | 'version'> {
  return {
    ...(name === undefined ? {} : { name }),
    ...(repository === undefined ? {} : { repository }),
    ...(version !== undefined && /^v?\d/.test(version) ? { version } : {}),
  };
}
