import type { RelationContext, RelationModule, RiskyArea } from '@shipworthy/model';

/** Names of folders, or stems of source files, by which a part of a product is known. */
const ACCESS =
  /^(?:auth|authn|authz|authentication|authorization|authorisation|login|signin|sign-in|oauth2?|oidc|sso|permissions?|rbac)$/i;
const CHARGING = /^(?:billing|payments?|checkout|invoic(?:es?|ing)|subscriptions?|stripe)$/i;
/** Folders that hold the changes of a schema, one file each. */
const MIGRATIONS = /^(?:migrations?|migrate|db-?migrations?|versions|changelogs?|changesets)$/i;
/** A migration by its own name: numbered or dated (`0001_initial.py`, `V12__add.sql`, `20240101120000_add.rb`). */
const MIGRATION =
  /^(?:V?\d{1,4}(?:\.\d+)*__?\w|\d{4,14}[-_]\w|[0-9a-f]{12}_\w|\d{1,6}[-_.]\w).*\.(?:sql|py|rb|ts|js|php|go|cs|java|kt|exs)$/i;
const SOURCE = /\.(?:[cm]?[jt]sx?|py|rb|go|java|kt|cs|php|rs|ex|exs|scala|swift|dart|vue|svelte)$/i;
/** What is about the subject, or tries it, is not the subject. */
const BESIDE =
  /(?:^|\/)(?:docs?|documentation|website|tests?|__tests__|spec|e2e|testdata|fixtures|examples?|samples?|demos?|vendor|node_modules|third_party|hack|tools?|scripts?|\.[\w-]+)\//i;

/** What hurts most comes first. */
const ORDER: readonly RiskyArea['area'][] = ['data', 'access', 'charging'];
/** So many files make an area: one alone is a helper. */
const MIN_FILES = 2;

/** Parts of the product whose change is risky, by the names of folders and files alone. */
export const planRiskyArea: RelationModule<'plan -> risky area'> = {
  name: 'plan -> risky area',
  build({ tree }: RelationContext) {
    let areas: readonly RiskyArea[] | undefined;
    return () => {
      areas ??= findAreas(tree.paths);
      return areas;
    };
  },
};

function findAreas(paths: readonly string[]): RiskyArea[] {
  const found = new Map<RiskyArea['area'], { files: number; folders: Map<string, number> }>();
  for (const path of paths) {
    const area = riskyAreaOf(path);
    if (!area) continue;
    const known = found.get(area) ?? { files: 0, folders: new Map<string, number>() };
    const folder = path.slice(0, path.lastIndexOf('/'));
    known.files++;
    known.folders.set(folder, (known.folders.get(folder) ?? 0) + 1);
    found.set(area, known);
  }
  return [...found]
    .filter(([, { files }]) => files >= MIN_FILES)
    .sort(([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b))
    .map(([area, { files, folders }]) => ({
      area,
      files,
      sample: [...folders].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? '',
    }));
}

/** The area of the product that a file belongs to by its name and folders. Tests, examples and pages belong to none. */
export function riskyAreaOf(path: string): RiskyArea['area'] | undefined {
  if (!/\.\w+$/.test(path) || BESIDE.test(path)) return undefined;
  const segments = path.split('/');
  const name = segments.pop() ?? '';
  if (MIGRATION.test(name) && segments.some((segment) => MIGRATIONS.test(segment))) return 'data';
  if (!SOURCE.test(name)) return undefined;
  const words = [...segments, name.slice(0, name.indexOf('.'))];
  const areas = words.map(areaOfWord);
  return areas.includes('charging') ? 'charging' : areas.find((area) => area !== undefined);
}

/** The area that a folder, or the stem of a source file, is named after. */
export function areaOfWord(word: string): 'access' | 'charging' | undefined {
  if (CHARGING.test(word)) return 'charging';
  return ACCESS.test(word) ? 'access' : undefined;
}
