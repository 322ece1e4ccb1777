import { posix } from 'node:path';
import type { Artifact, DecisionLogFacts } from '@shipworthy/model';
import { readYaml, YamlMap, type YamlNode, YamlScalar, YamlSeq } from '../formats/yaml/index.ts';
import { type KindModule, NEVER_OURS, type Parsed } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';

type Folder = DecisionLogFacts['folders'][number];

function parseDecisionLog(file: RepositoryFile): Parsed<'decision-log'> {
  const folders = file.baseName === '.adr-dir' ? adrTools(file) : log4brains(file);
  if (folders.length === 0) return { artifacts: [], problems: [] };
  const artifact: Artifact<'decision-log'> = {
    kind: 'decision-log',
    path: file.path,
    pathClass: file.pathClass,
    level: 'parsed',
    confidence: 0.85,
    why: ['names the folder of the decision log'],
    id: file.path,
    facts: { folders },
  };
  return { artifacts: [artifact], problems: [] };
}

/** The whole file is the path; adr-tools reads its first line. */
function adrTools(file: RepositoryFile): Folder[] {
  const written = file.text.split('\n', 1)[0]?.trim() ?? '';
  const start = file.text.indexOf(written);
  return folderAt(file, written, [start, start + written.length]);
}

/** `project.adrFolder`, and `adrFolder` of each of `project.packages`. */
function log4brains(file: RepositoryFile): Folder[] {
  const root = readYaml(file).documents[0]?.root;
  const project = root instanceof YamlMap ? root.get('project') : undefined;
  if (!(project instanceof YamlMap)) return [];
  const packages = project.get('packages');
  const nodes: (YamlNode | undefined)[] = [project, ...(packages instanceof YamlSeq ? packages.items : [])];
  return nodes.flatMap((node) => {
    const folder = node instanceof YamlMap ? node.get('adrFolder') : undefined;
    return folder instanceof YamlScalar ? folderAt(file, folder.text, folder.span) : [];
  });
}

function folderAt(file: RepositoryFile, written: string, at: Folder['at']): Folder[] {
  const path = posix.normalize(posix.join(file.folder, written)).replace(/\/$/, '');
  // An absolute path or one above the root is of some machine.
  if (written === '' || written.startsWith('/') || path.startsWith('..')) return [];
  return [{ path: path === '.' ? '' : path, written, at }];
}

/** Where adr-tools and Log4brains are told that the decision log lies. */
export const decisionLogKind: KindModule<'decision-log'> = {
  kind: 'decision-log',
  factsVersion: 1,
  paths: { baseNames: ['.adr-dir', '.log4brains.yml', '.log4brains.yaml'] },
  notIn: NEVER_OURS,
  sniff: (file) => file.text.trim() !== '',
  load: async () => parseDecisionLog,
};
