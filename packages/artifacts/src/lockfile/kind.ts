import type { Artifact, LockfileFacts, Span } from '@shipworthy/model';
import { type KindModule, listed, NEVER_OURS, type Parsed } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { directNames, pinsNothing } from './direct.ts';
import { LOCK_FORMATS } from './formats.ts';
import { mayBePinned, pinnedRequirements } from './pinned-requirements.ts';

const CONFIDENCE = 0.9;
/** Where a lock file shows itself. Some are megabytes long, and nothing beyond is looked at. */
const HEAD = 4000;

const formatOf = (file: RepositoryFile) => {
  const name = file.baseName.toLowerCase();
  return Object.hasOwn(LOCK_FORMATS, name) ? LOCK_FORMATS[name] : undefined;
};

function read(file: RepositoryFile): { facts: LockfileFacts; why: string } | undefined {
  const format = formatOf(file);
  const shown = format?.says.exec(file.text.slice(0, HEAD));
  if (format && shown) {
    const { ecosystem, manager } = format;
    const name = file.baseName.toLowerCase();
    const direct = directNames(name, file.text);
    const empty = pinsNothing(name, file.text) ? { empty: true as const } : {};
    const at: Span = [shown.index, shown.index + shown[0].length];
    return {
      facts: { ecosystem, manager, folder: file.folder, ...(direct ? { direct } : {}), ...empty, at },
      why: `begins as ${manager} writes it`,
    };
  }
  if (!mayBePinned(file.path)) return undefined;
  const pinned = pinnedRequirements(file.text);
  if (!pinned) return undefined;
  const { manager, madeFrom, why, at } = pinned;
  return {
    facts: {
      ecosystem: 'python',
      manager,
      folder: file.folder,
      ...(madeFrom.length > 0 ? { madeFrom } : {}),
      at,
    },
    why,
  };
}

function parseLockfile(file: RepositoryFile): Parsed<'lockfile'> {
  const found = read(file);
  if (!found) return { artifacts: [], problems: [] };
  const artifact: Artifact<'lockfile'> = {
    kind: 'lockfile',
    path: file.path,
    pathClass: file.pathClass,
    level: 'scraped',
    confidence: CONFIDENCE,
    why: [`is named ${file.baseName}`, found.why],
    id: file.path,
    facts: found.facts,
  };
  return { artifacts: [artifact], problems: [] };
}

/** Files in which package managers keep the exact versions of everything: decided by their names and first bytes. */
export const lockfileKind: KindModule<'lockfile'> = {
  kind: 'lockfile',
  factsVersion: 2,
  paths: {
    baseNames: Object.keys(LOCK_FORMATS),
    extensions: ['txt'],
    test: mayBePinned,
    // Too large to be read, it is there all the same: what asks for it asks the tree.
    suggested: () => false,
  },
  notIn: NEVER_OURS,
  sniff: (file) => formatOf(file) !== undefined || mayBePinned(file.path),
  load: async () => parseLockfile,
  elements: ({ facts }) => (facts.direct ?? []).map((name) => listed('dependency', name, undefined)),
};
