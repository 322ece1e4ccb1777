import type {
  AnyArtifact,
  ContributingFacts,
  DependencyManifestFacts,
  FileFacts,
  Inventory,
  Tree,
} from '@shipworthy/model';
import { profileOf } from '../index.ts';

type Manifest = Partial<DependencyManifestFacts>;

/** What every artifact has besides its kind and facts. */
const authored = (path: string) =>
  ({ path, pathClass: 'authored', level: 'parsed', confidence: 0.9, why: [], id: path }) as const;

export function manifest(path: string, facts: Manifest): FileFacts {
  const artifact: AnyArtifact = {
    kind: 'dependency-manifest',
    ...authored(path),
    facts: {
      ecosystem: path.endsWith('go.mod') ? 'go' : path.endsWith('.txt') ? 'python' : 'npm',
      private: false,
      library: false,
      command: false,
      dependencies: [],
      people: [],
      ...facts,
    },
  };
  return { path, pathClass: 'authored', artifacts: [artifact], problems: [] };
}

export function kept(kind: 'runbook' | 'alert-rules' | 'dashboard', path: string): FileFacts {
  const base = authored(path);
  const artifact: AnyArtifact =
    kind === 'runbook'
      ? { ...base, kind, facts: { scope: 'alert', entries: [] } }
      : kind === 'dashboard'
        ? { ...base, kind, facts: { panels: [] } as never }
        : { ...base, kind, facts: { form: 'prometheus', groups: [], alerts: [] } as never };
  return { path, pathClass: 'authored', artifacts: [artifact], problems: [] };
}

export function contributing(facts: Partial<ContributingFacts>): FileFacts {
  const path = 'CONTRIBUTING.md';
  const artifact: AnyArtifact = {
    kind: 'contributing',
    ...authored(path),
    facts: { agreements: {}, pointer: false, closed: false, ...facts },
  };
  return { path, pathClass: 'authored', artifacts: [artifact], problems: [] };
}

/** A workflow whose only step attaches files to a release. */
export function attaching(path: string, target: string, inputs: Readonly<Record<string, string>>): FileFacts {
  const step = {
    at: [0, 1] as const,
    variables: {},
    calls: { target, at: [0, 1] as const, where: 'remote' as const, inputs },
  };
  const job = { id: 'a', at: [0, 1] as const, needs: [], conditions: [], steps: [step], services: [], secrets: [] };
  const artifact: AnyArtifact = {
    kind: 'ci-pipeline',
    ...authored(path),
    facts: {
      system: 'github-actions',
      read: 'jobs',
      triggers: [],
      jobs: [job],
      includes: [],
      callable: false,
      secrets: [],
      faults: [],
    },
  };
  return { path, pathClass: 'authored', artifacts: [artifact], problems: [] };
}

/** A Makefile whose target `install` runs the command. */
export function installing(path: string, text: string): FileFacts {
  const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  const install = { name: 'install', at: [0, 7] as const, commands: [{ text, at: [8, 9] as const }] };
  const facts = { tool: 'make' as const, folder, targets: [install], includes: [] };
  const artifact: AnyArtifact = { kind: 'build-script', ...authored(path), facts };
  return { path, pathClass: 'authored', artifacts: [artifact], problems: [] };
}

/** `n` paths of a pattern with `#`. */
export const many = (n: number, pattern: string): string[] =>
  Array.from({ length: n }, (_, i) => pattern.replace('#', `${i}`));

export function judge(paths: readonly string[], files: readonly FileFacts[] = []) {
  const inventory: Inventory = { files, history: 'none' };
  const all = [...new Set([...paths, ...files.map((file) => file.path)])].sort();
  const tree: Tree = {
    paths: all,
    hasFile: (path) => all.includes(path),
    hasFolder: () => false,
    ignoringCase: () => undefined,
    ignores: () => false,
  };
  return profileOf(inventory, tree);
}
export const names = (...given: Parameters<typeof judge>) => judge(...given).archetypes.map(({ name }) => name);

export const EXPRESS = manifest('package.json', { private: true, dependencies: ['express'] });
