import {
  type AnyArtifact,
  AREAS,
  type AreaName,
  type ChangedFile,
  CONTRACT_KINDS,
  type Kind,
  PATH_CLASSES,
  type PathClass,
  type Place,
  type RelationContext,
  type SensitiveArea,
  type TouchedFile,
} from '@shipworthy/model';
import { areaOfWord, riskyAreaOf } from '../plan-risky-area/relation.ts';
import { pipelinesOf } from '../repository-pipelines/relation.ts';
import { looksLikeTest } from '../repository-tests/relation.ts';
import { isNew, onlyJoins } from './migrations.ts';

/** An area with the files of it in which the change does something. */
export interface AreaFiles {
  readonly name: string;
  /** Absent: recognised. */
  readonly configured?: SensitiveArea;
  readonly files: readonly TouchedFile[];
}

const PAGE = /\.(?:md|mdx|markdown|rst|adoc|asciidoc|txt)$/i;
const CODE = /\.(?:[cm]?[jt]sx?|py|rb|go|java|kts?|cs|php|rs|exs?|scala|swift|dart|vue|svelte)$/i;
/** What others wrote, what programs write, and what is there to be tried or copied. */
const NOT_OURS: ReadonlySet<PathClass> = new Set(PATH_CLASSES.filter((each) => each !== 'authored'));
/** What people see, and what only the compiler sees: how a form of sign-in looks, and the type of a payment. */
const NO_DEED = /\.(?:[jt]sx|vue|svelte)$|\.d\.[cm]?ts$|(?:^|\/)(?:types|typings|interfaces|dtos?)(?:\/|\.\w+$)/i;
/** The whole schema in one file. */
const SCHEMA = /(?:^|\/)(?:schema\.prisma|structure\.sql)$/;
/** Words of several trades: a second one has to say which is meant. */
const AMBIGUOUS = /^(?:checkout|subscriptions?|permissions?)$/i;
/** Words that say little alone, and much beside a name of the area. */
const BESIDE: Readonly<Record<'access' | 'charging', RegExp>> = {
  access:
    /^(?:auth[nz]?|authentication|authorization|login|logout|sessions?|tokens?|jwt|passwords?|credentials?|users?|accounts?|roles?|policy|policies|permissions?|scopes?|saml|oauth2?|oidc|sso|mfa|otp|totp|webauthn|passkeys?|identity|acl|csrf|guards?|keycloak|ldap)$/,
  charging:
    /^(?:billing|payments?|invoices?|invoicing|charges?|refunds?|prices?|pricing|tax|taxes|plans?|subscriptions?|checkout|stripe|paypal|cards?|credits?|orders?|cart|ledger|payouts?|webhooks?)$/,
};
/** An edit of so many files, of which only this share is in an area, went over everything and means no area by itself. */
const SWEEP = { files: 30, share: 0.2 };
/** So many files make a part of the product: one alone is a helper. */
const MIN_FILES = 2;

/** The areas that a change touches: first those that the configuration names, which keep their files. */
export function touchedAreas(context: RelationContext, changed: readonly ChangedFile[]): AreaFiles[] {
  const files = changed.filter(doesSomething);
  const named = context.areas ?? [];
  const found: AreaFiles[] = [];
  const taken = new Set<string>();
  for (const configured of named) {
    const held = files.filter(({ path }) => configured.holds(path));
    for (const { path } of held) taken.add(path);
    const touching = held.map((file) => touched(file, undefined));
    if (held.length > 0 && (configured.brings !== undefined || !isSwept(touching, files)))
      found.push({ name: configured.name, configured, files: touching });
  }
  const kinds = kindsAt(context);
  const recognised = new Map<AreaName, TouchedFile[]>();
  const sizes = folderSizes(context);
  for (const file of files) {
    if (taken.has(file.path)) continue;
    for (const [area, at] of recognisedIn(file, kinds, sizes, context)) {
      if (named.some(({ name }) => name === area)) continue;
      recognised.set(area, [...(recognised.get(area) ?? []), touched(file, at)]);
    }
  }
  const others = AREAS.flatMap((name) => {
    const held = recognised.get(name);
    return held && !(isOfCode(name) && isSwept(held, files)) ? { name, files: held } : [];
  });
  return [...found, ...others];
}

/** Moves, comments, pages, tests and what is not ours change nothing for those who use it. */
const doesSomething = ({ path, state, edited, comments, pathClass }: ChangedFile): boolean =>
  !(state === 'moved' && !edited) && !comments && !NOT_OURS.has(pathClass) && !PAGE.test(path) && !looksLikeTest(path);

const isOfCode = (area: AreaName): boolean => area === 'auth' || area === 'billing';

/** A formatter or a rename passed through the area: files of it are edited among many others, and none is new. */
function isSwept(held: readonly TouchedFile[], files: readonly ChangedFile[]): boolean {
  const edited = new Set(files.flatMap(({ path, state }) => (state === 'modified' && CODE.test(path) ? path : [])));
  return (
    edited.size >= SWEEP.files &&
    held.length <= edited.size * SWEEP.share &&
    held.every(({ at }) => edited.has(at.path))
  );
}

/** The first line stands for a file whose text was not read. */
const touched = ({ path, state }: ChangedFile, at: Place | undefined): TouchedFile => ({
  at: state === 'removed' ? { path, absent: true } : (at ?? { path, span: [0, 0] }),
  code: CODE.test(path) && state !== 'removed',
});

type Recognised = readonly [area: AreaName, at: Place | undefined];

function recognisedIn(
  file: ChangedFile,
  kinds: (path: string) => ReadonlyMap<Kind, AnyArtifact>,
  sizes: FolderSizes,
  context: RelationContext,
): Recognised[] {
  const { path, state } = file;
  const held = kinds(path);
  const at = (kind: Kind): Recognised[1] => placeIn(held.get(kind));
  const found: Recognised[] = [];
  const migration = held.get('migration');
  const changesSchema = migration ? isNew(file) && !isJoin(migration) : state !== 'removed' && SCHEMA.test(path);
  if (changesSchema) found.push(['data', at('migration')]);
  const contract = CONTRACT_KINDS.find((kind) => held.has(kind));
  if (contract) found.push(['contract', at(contract)]);
  const deploys = held.has('ci-pipeline') ? deployJob(path, context) : undefined;
  const infrastructure = (['infrastructure-code', 'deployment'] as const).find((kind) => held.has(kind));
  if (infrastructure) found.push(['infrastructure', at(infrastructure)]);
  else if (deploys) found.push(['infrastructure', deploys]);
  const named = found.length === 0 ? namedArea(path, sizes) : undefined;
  if (named) found.push([named, undefined]);
  return found;
}

/** By the words of the path, two of which have to agree; or one, which names a folder with several files. */
function namedArea(path: string, sizes: FolderSizes): 'auth' | 'billing' | undefined {
  const area = NO_DEED.test(path) ? undefined : riskyAreaOf(path);
  if (area !== 'access' && area !== 'charging') return undefined;
  const segments = path.replace(/\.\w+$/, '').split('/');
  const naming = segments.findIndex((segment) => areaOfWord(segment) === area);
  const others = segments.flatMap((segment, index) => (index === naming ? [] : tokensOf(segment)));
  const first = singular(segments[naming] ?? '');
  const second = others.some((token) => singular(token) !== first && BESIDE[area].test(token));
  const folder = segments.slice(0, naming + 1).join('/');
  const several = naming < segments.length - 1 && !AMBIGUOUS.test(segments[naming] ?? '') && sizes(folder) >= MIN_FILES;
  if (!second && !several) return undefined;
  return area === 'access' ? 'auth' : 'billing';
}

/** `userRoles`, `user-roles`, `user_roles` → `user`, `roles`. */
const tokensOf = (segment: string): string[] =>
  segment
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/);

/** `Permissions` and `permission` are one word. */
const singular = (word: string): string => word.toLowerCase().replace(/s$/, '');

type FolderSizes = (folder: string) => number;

/** Sources below a folder; counted when the first is asked about. */
function folderSizes({ tree }: RelationContext): FolderSizes {
  const known = new Map<string, number>();
  return (folder) => {
    let size = known.get(folder);
    if (size === undefined) {
      size = tree.paths.filter(
        (path) => path.startsWith(`${folder}/`) && CODE.test(path) && !looksLikeTest(path),
      ).length;
      known.set(folder, size);
    }
    return size;
  };
}

/** The artifacts of a file by kind, in the head or, of what is gone, in the base. */
function kindsAt({ own, before }: RelationContext): (path: string) => ReadonlyMap<Kind, AnyArtifact> {
  const byPath = (inventory: RelationContext['own']) =>
    new Map(inventory.files.map(({ path, artifacts }) => [path, new Map(artifacts.map((a) => [a.kind, a]))] as const));
  const head = byPath(own);
  const base = before && byPath(before.own);
  return (path) => head.get(path) ?? base?.get(path) ?? new Map<Kind, AnyArtifact>();
}

const isJoin = (artifact: AnyArtifact): boolean => artifact.kind === 'migration' && onlyJoins(artifact.facts);

const placeIn = (artifact: AnyArtifact | undefined): Place | undefined =>
  artifact && { path: artifact.path, span: artifact.at ?? ([0, 0] as const) };

/** The first job of a pipeline that deploys. */
function deployJob(path: string, context: RelationContext): Place | undefined {
  return pipelinesOf(context).jobs.find(
    (job) => job.path === path && job.purposes.found.some(({ purpose }) => purpose === 'deploy'),
  )?.at;
}
