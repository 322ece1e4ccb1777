import {
  artifactsOf,
  type CriticalArea,
  type Kind,
  type RelationContext,
  type RelationModule,
} from '@shipworthy/model';
import { HONOURED } from '../codeowners/deciding.ts';
import { oncePerContext } from '../once-per-context.ts';
import { ownersIn } from '../path-owner/relation.ts';
import { riskyAreaOf } from '../plan-risky-area/relation.ts';

const NAMES = { data: 'migrations', access: 'sign-in and permissions', charging: 'payments' } as const;
/** So many files make a part of the product: one alone is a helper. */
const MIN_FILES = 2;
/** Kinds whose files decide what reaches users, and who is woken. */
const OF_KINDS: readonly (readonly [string, readonly Kind[]])[] = [
  ['pipelines', ['ci-pipeline']],
  ['infrastructure', ['infrastructure-code', 'deployment']],
  ['alerts and runbooks', ['alert-rules', 'alert-routing', 'runbook']],
];
/** What is started for tests alone reaches no user. */
const OF_TESTS =
  /(?:^|\/)(?:[\w-]+[-_])?(?:tests?|testing|specs?|e2e|playwright|cypress|testdata|fixtures)(?:[-_][\w-]+)?\//i;
/** What developers start on their machines. */
const LOCAL =
  /(?:^|\/)(?:local|dev|devel|development|sandbox)\/|(?:^|\/)(?:docker-)?compose(?![\w.-]*prod)[\w.-]*\.ya?ml$/i;
/** Words and shapes of a subject that nothing of it hangs on. */
const WORDS_OF =
  /(?:^|\/)(?:types?|typings|constants?|interfaces|i18n|locales?|translations?|icons?|assets|stories)\//i;
/** What hurts most comes first; what the configuration names comes before all. */
const ORDER = [
  'payments',
  'sign-in and permissions',
  'migrations',
  'pipelines',
  'infrastructure',
  'alerts and runbooks',
  'code owners',
];

/**
 * Parts whose change can hurt most, with who is asked about it by CODEOWNERS or what stands in for it. Empty without a
 * CODEOWNERS file: nobody is asked about anything then.
 */
export const repositoryCriticalAreas: RelationModule<'repository -> critical areas'> = {
  name: 'repository -> critical areas',
  build: (context) => () => areasOf(context),
};

const areasOf = oncePerContext((context: RelationContext): readonly CriticalArea[] => {
  const codeowners = HONOURED.find((path) => context.tree.hasFile(path));
  if (codeowners === undefined) return [];
  const ownerOf = ownersIn(context);
  return [...filesOf(context, codeowners)]
    .map(([name, paths]): CriticalArea => {
      const owners = paths.map((path) => ({ path, owner: ownerOf(path) }));
      const unowned = owners.filter(({ owner }) => owner.state === 'missing');
      const owned = owners.flatMap(({ owner }) => (owner.state === 'resolved' ? [owner.at] : []))[0];
      const sample = unowned[0]?.path;
      return {
        name,
        files: paths.length,
        unowned: unowned.length,
        ...(sample === undefined ? {} : { sample }),
        ...(owned ? { at: owned } : {}),
      };
    })
    .sort((a, b) => rank(a) - rank(b));
});

/** -1 for what the configuration names. */
const rank = ({ name }: CriticalArea): number => ORDER.indexOf(name);

/** The files of each area. One that the configuration names takes its files from what their names would tell. */
function filesOf({ own, tree, areas = [] }: RelationContext, codeowners: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const seen = new Set<string>();
  const add = (name: string, path: string) => {
    if (seen.has(path)) return;
    seen.add(path);
    const paths = found.get(name);
    if (paths) paths.push(path);
    else found.set(name, [path]);
  };
  if (areas.length > 0)
    for (const path of tree.paths) for (const area of areas) if (area.holds(path)) add(area.name, path);
  for (const path of tree.paths) {
    const area = riskyAreaOf(path);
    if (area && (area === 'data' || !WORDS_OF.test(path))) add(NAMES[area], path);
  }
  for (const [name, kinds] of OF_KINDS)
    for (const kind of kinds)
      for (const { path, pathClass } of artifactsOf(own, kind))
        if (pathClass === 'authored' && !OF_TESTS.test(path) && (kind !== 'deployment' || !LOCAL.test(path)))
          add(name, path);
  for (const name of Object.values(NAMES)) if ((found.get(name)?.length ?? 0) < MIN_FILES) found.delete(name);
  add('code owners', codeowners);
  return found;
}
