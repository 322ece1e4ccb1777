import type { Artifact, Change, ContractChange, SubjectMap } from '@shipworthy/rule-kit';
import { isNoVersion } from './contract-defaults.ts';

type Contract = SubjectMap['contract'];

/** Numbers from which on a version is a year. */
const FIRST_YEAR = 1900;

/** The version that a contract gives itself; undefined for formats without one, and where it is none. */
export function versionOf({ artifact }: Contract): string | undefined {
  const version =
    artifact.kind === 'openapi' || artifact.kind === 'asyncapi'
      ? artifact.facts.version
      : artifact.kind === 'protobuf'
        ? VERSION_PART.exec(artifact.facts.package?.name ?? '')?.[0]
        : undefined;
  return version === undefined || isNoVersion(version) ? undefined : version.trim();
}

/** The part of a package that names a version: `acme.orders.v1`. */
const VERSION_PART = /(?<=^|\.)v\d+\w*$/;

/** Does the newer version tell callers that it breaks with the older? */
function isRaised(before: string, after: string): boolean {
  const [major = 0] = numbersOf(before);
  const [next = 0] = numbersOf(after);
  return major >= FIRST_YEAR ? before !== after : next > major;
}

const numbersOf = (version: string): number[] => (version.match(/\d+/g) ?? []).map(Number);

/** `0.3.0`, `v1alpha1`, `2.0.0-beta.1`, `1.0-SNAPSHOT` of nothing released. */
const UNSTABLE =
  /^v?0(?:\.|$)|alpha|beta|draft|unstable|experimental|preview|(?:^|[^a-z])(?:wip|dev|test)(?:[^a-z]|$)/i;
/** By its place or its package. */
const UNSTABLE_PLACE =
  /(?:^|[/._-])(?:internal|private|alpha\d*|beta\d*|v\d+(?:p\d+)?(?:alpha|beta)\d*|draft|unstable|experimental|preview|wip|tests?|testing|testdata|testprotos?|mocks?|fakes?|samples?|poc|prototypes?|debug)(?:[/._-]|$)/i;
/** Marks that a description carries as a whole, within its first lines. */
const MARKS =
  /x-stability(?:-level)?['"]?\s*:\s*['"]?(?:draft|alpha|beta|experimental|unstable|internal)|x-internal['"]?\s*:\s*['"]?true/i;
/** Where such a mark is of the whole, in characters. */
const HEAD = 4000;

/** Calls and messages that are named as trials: `ConverseAlpha1`, `BulkPublishRequestBeta`. */
const UNSTABLE_NAME = /\b\w*(?:Alpha|Beta|Experimental|Preview)(?![a-z])\w*/;

/** The first trial that is altered, where nothing else is. */
export function trialOf(changes: readonly ContractChange[]): string | undefined {
  const names = changes.map(({ what }) => UNSTABLE_NAME.exec(what)?.[0]);
  return names.every((name) => name !== undefined) ? names[0] : undefined;
}

/** Why nobody is promised that the contract stays as it is; undefined where they are. */
export function whyUnstable(contract: Contract, text = ''): string | undefined {
  const { artifact, path } = contract;
  const version = versionOf(contract);
  if (version !== undefined && UNSTABLE.test(version)) return `its version is ${version}`;
  const name = artifact.kind === 'protobuf' ? (artifact.facts.package?.name ?? '') : '';
  if (artifact.kind === 'protobuf' && version === undefined) return 'its package names no version';
  const part = UNSTABLE_PLACE.exec(name)?.[0] ?? UNSTABLE_PLACE.exec(path)?.[0];
  if (part !== undefined) return `its place says ${part.replace(/[/._-]+/g, '')}`;
  return MARKS.test(text.slice(0, HEAD)) ? 'it says so itself' : undefined;
}

export interface Manifests {
  readonly before: readonly Artifact<'dependency-manifest'>[];
  readonly now: readonly Artifact<'dependency-manifest'>[];
}

/** By which new major version the change tells that it breaks with the older one, in a clause. */
export function majorRaised(
  before: Contract,
  contract: Contract,
  change: Change,
  manifests: Manifests,
): string | undefined {
  const [older, newer] = [versionOf(before), versionOf(contract)];
  if (older !== undefined && newer !== undefined && isRaised(older, newer))
    return `the version goes from ${older} to ${newer}`;
  const raised = packageRaised(contract.path, manifests);
  if (raised) return `${raised.path} takes version ${raised.facts.version}`;
  const added = versionAdded(contract.path, change);
  return added === undefined ? undefined : `${added} is added beside it`;
}

/** The manifest of a package that holds the contract and takes a new major version. */
function packageRaised(path: string, { before, now }: Manifests): Artifact<'dependency-manifest'> | undefined {
  const older = new Map(before.map((manifest) => [manifest.path, manifest.facts.version]));
  return now.find((manifest) => {
    const folder = manifest.path.slice(0, manifest.path.lastIndexOf('/') + 1);
    const was = older.get(manifest.path);
    return path.startsWith(folder) && was !== undefined && isRaised(was, manifest.facts.version ?? was);
  });
}

const VERSION_SEGMENT = /^v\d+\w*$/i;
const unversioned = (path: string): string =>
  path
    .split('/')
    .map((segment) => segment.replace(/(?<![a-z])v\d+\w*/gi, ''))
    .filter((segment) => segment !== '' && !VERSION_SEGMENT.test(segment))
    .join('/');

/** The file of a further version that the change puts beside the contract: `v2/orders.yaml` beside `v1/orders.yaml`. */
export const versionAdded = (path: string, { files }: Change): string | undefined =>
  files.find((file) => file.state === 'added' && file.path !== path && unversioned(file.path) === unversioned(path))
    ?.path;
