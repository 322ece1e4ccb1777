import type { Artifact, Change, Place } from '@shipworthy/rule-kit';
import { type Choice, MANAGED } from './architectural-choices.ts';
import { choiceBehind, choiceOfPackage, choiceOfStore } from './choices-by-name.ts';

/** What one side of a change says of what its programs stand on. */
export interface Foundations {
  readonly manifests: readonly Artifact<'dependency-manifest'>[];
  readonly deployments: readonly Artifact<'deployment'>[];
  readonly infrastructure: readonly Artifact<'infrastructure-code'>[];
  readonly environments: readonly Artifact<'dev-environment'>[];
}

/** A choice that the base had nowhere, and where the change shows it. */
export interface Introduced extends Choice {
  readonly at: Place;
  /** The package or store by which it shows. */
  readonly by: string;
}

/** Programs that only help to build, test, show or teach, and what others copy. */
const ASIDE =
  /(?:^|\/)(?:tests?|testing|__tests__|specs?|e2e|integration[-_]tests?|examples?|samples?|benchmarks?|bench|load[-_]?(?:tests?|generators?)|docs?|documentation|website|site|www|tools?|scripts|hack|demos?|playgrounds?|templates?|starters?|stories|storybook|fixtures?|sandbox|experiments?|\.github|\.devcontainer|ci)(?:\/|$)/i;
const TEST_FILE = /(?:^|[./_-])(?:tests?|e2e|ci)(?:[./_-]|$)/i;

/** What the files of the change bring in that the base had nowhere; each choice once, in order of the files. */
export function introduced(change: Change, before: Foundations, now: Foundations): readonly Introduced[] {
  const there = choicesOf(before);
  const touched = new Map(
    change.files.flatMap((file) => (file.state === 'removed' ? [] : [[file.path, file.from ?? file.path] as const])),
  );
  const known = new Set(before.manifests.map(({ path }) => path));
  const added = new Set(change.files.flatMap(({ path, state }) => (state === 'added' ? [path] : [])));
  const isAsked = ({ path }: { readonly path: string }): boolean => touched.has(path) && !ASIDE.test(path);
  const found = new Map<string, Introduced>();
  const take = (choice: Choice | undefined, by: string, at: Place): void => {
    if (choice && !there.has(choice.name) && !found.has(choice.name)) found.set(choice.name, { ...choice, by, at });
  };
  // Where the program is run by a cluster or a platform, a compose file is what developers start.
  const elsewhere = now.deployments.some(({ facts }) => facts.form !== 'compose');
  const deployments = now.deployments.filter(({ facts }) => !elsewhere || facts.form !== 'compose');
  for (const { path, facts } of [...deployments, ...now.infrastructure]) {
    if (!isAsked({ path }) || TEST_FILE.test(path) || facts.environment === 'test') continue;
    for (const { technology, what, name, at } of facts.stores)
      take(choiceOfStore(technology, what), name, { path, span: at });
  }
  for (const manifest of now.manifests) {
    const { path, facts } = manifest;
    // A manifest that could not be read before says nothing of what is new in it.
    if (!isAsked(manifest) || !(added.has(path) || known.has(touched.get(path) ?? path))) continue;
    for (const dependency of facts.dependencies) {
      const choice = choiceOfPackage(dependency);
      if (choice && !isAdapter(manifest, choice)) take(choice, dependency, { path, span: facts.needsAt ?? [0, 0] });
    }
  }
  return [...found.values()];
}

/** A package or folder that is named after the choice lets others use it: `plugins/kafka`. */
const isAdapter = ({ path, facts }: Artifact<'dependency-manifest'>, { name }: Choice): boolean => {
  const word = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  return `${path} ${facts.name ?? ''}`
    .toLowerCase()
    .replace(/[^a-z0-9/ ]/g, '')
    .includes(word);
};

/** All choices that show on a side, wherever they do. */
function choicesOf({ manifests, deployments, infrastructure, environments }: Foundations): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { facts } of manifests)
    for (const dependency of [...facts.dependencies, ...(facts.development ?? []), ...(facts.indirect ?? [])]) {
      const choice = choiceBehind(dependency);
      if (choice) names.add(choice.name);
    }
  for (const { facts } of [...deployments, ...infrastructure])
    for (const { technology, what } of facts.stores) {
      const choice = choiceOfStore(technology, what);
      if (choice) names.add(choice.name);
    }
  for (const { facts } of environments)
    for (const service of facts.services) {
      const choice = choiceOfStore(service, 'database');
      if (choice) names.add(choice.name);
    }
  // What is managed elsewhere is the same choice as what a program talks to.
  for (const [managed, engines] of Object.entries(MANAGED)) {
    if (engines.some((engine) => names.has(engine))) names.add(managed);
    else if (names.has(managed)) for (const engine of engines) names.add(engine);
  }
  return names;
}
