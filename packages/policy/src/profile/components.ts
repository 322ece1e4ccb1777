import type { Tree } from '@shipworthy/model';
import type { Manifest } from './signs.ts';
import { ASIDE } from './tree-words.ts';

/** More components than this are packages of one product; the repository is then shown as one. */
const MAX_COMPONENTS = 300;
const CHART = 'Chart.yaml';
const PACKED: ReadonlySet<string> = new Set([
  'Dockerfile',
  'Containerfile',
  CHART,
  'fly.toml',
  'Procfile',
  'serverless.yml',
  'serverless.yaml',
]);

/** Folders that only say how the program beside them is packed. */
const PACKING = /(?:^|\/)(?:build|dist|docker(?:files?)?|containers?|deploy(?:ment)?|images?|packaging|release)$/i;

export interface ComponentFolder {
  readonly name: string;
  readonly folder: string;
}

/**
 * The parts of a repository that are built, released or run by themselves: the repository, every package below it, and
 * every folder that is packed to run by itself. A list of requirements alone makes no component.
 */
export function componentFolders(tree: Tree, manifests: readonly Manifest[]): ComponentFolder[] {
  const names = new Map<string, string>();
  const packed = tree.paths.filter(
    (path) =>
      PACKED.has(baseOf(path)) && !ASIDE.test(path) && (baseOf(path) === CHART || !PACKING.test(folderOf(path))),
  );
  // Beside programs a chart is how one of them is brought out, and no part of its own.
  const hasPrograms = packed.some((path) => baseOf(path) !== CHART) || manifests.some(({ facts }) => !facts.list);
  for (const path of packed)
    if (!hasPrograms || baseOf(path) !== CHART) names.set(folderOf(path), folderOf(path).split('/').at(-1) ?? '');
  for (const { path, facts } of manifests)
    if (!facts.list && facts.ecosystem !== 'browser-extension' && !onlySaysHow(facts))
      names.set(folderOf(path), facts.name ?? folderOf(path).split('/').at(-1) ?? '');
  const root = { name: names.get('') || '.', folder: '' };
  names.delete('');
  if (names.size === 0 || names.size > MAX_COMPONENTS) return [root];
  const parts = [...names].map(([folder, name]) => ({ name, folder }));
  return [root, ...parts.sort((a, b) => (a.folder < b.folder ? -1 : 1))];
}

/** A manifest of npm without a name that needs nothing says how the files beside it are read, and no more. */
const onlySaysHow = ({ ecosystem, name, dependencies, development = [] }: Manifest['facts']): boolean =>
  ecosystem === 'npm' && name === undefined && dependencies.length === 0 && development.length === 0;

const baseOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
