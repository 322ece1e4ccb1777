import type { DependencyUpdatesFacts, Span, UpdateEntryFacts } from '@shipworthy/model';
import { readYaml, type YamlMap, type YamlNode, type YamlProblem } from '../formats/yaml/index.ts';
import type { RepositoryFile } from '../repository-file.ts';

/** What is read of `.github/dependabot.yml`; without facts when it holds no list of updates. */
export function readDependabot(file: RepositoryFile): {
  readonly facts?: DependencyUpdatesFacts;
  readonly problems: readonly YamlProblem[];
} {
  const { documents, problems } = readYaml(file);
  const root = documents[0]?.root;
  if (root?.kind !== 'map') return { problems };
  const updates = root.entry('updates');
  const list = updates?.value.kind === 'seq' ? updates.value.items : [];
  const entries = list.flatMap((item) => (item.kind === 'map' ? entryOf(item) : []));
  if (!updates && !root.has('version')) return { problems };
  const first = entries[0]?.at ?? updates?.keySpan;
  return {
    facts: { tool: 'dependabot', findsAll: false, entries, excluded: [], ...(first ? { at: first } : {}) },
    problems,
  };
}

function entryOf(entry: YamlMap): UpdateEntryFacts[] {
  const ecosystem = entry.text('package-ecosystem');
  const at = entry.get('package-ecosystem')?.span;
  if (ecosystem === undefined || !at) return [];
  const named = [entry.get('directory'), ...listOf(entry.get('directories'))].flatMap(folderOf);
  const branch = entry.text('target-branch');
  return [
    {
      ecosystem,
      folders: named.map(({ folder }) => folder),
      at,
      foldersAt: named.map(({ span }) => span),
      ...(entry.text('open-pull-requests-limit') === '0' ? { securityOnly: true as const } : {}),
      ...(branch === undefined ? {} : { branch }),
    },
  ];
}

const listOf = (node: YamlNode | undefined): readonly YamlNode[] =>
  node?.kind === 'seq' ? node.items : node ? [node] : [];

function folderOf(node: YamlNode | undefined): { folder: string; span: Span }[] {
  if (node?.kind !== 'scalar' || node.isNull) return [];
  return [{ folder: node.text.replace(/^(?:\.?\/)+/, '').replace(/\/+$|^\.$/g, ''), span: node.span }];
}
