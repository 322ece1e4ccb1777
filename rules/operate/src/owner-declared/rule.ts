import { type Archetype, all, defineRule, OPERATED, PRODUCTS, type Profile, profile } from '@shipworthy/rule-kit';
import { namedPeople } from '../people-pages.ts';

/** Pages that may hold the names, or lead to them, among much else. */
const GOVERNANCE = /^(?:\.github\/|docs\/)?(?:governance|steering)(?:\.\w+)?$/i;
/** What generators of packages put where a name should go. */
const NOBODY = /your[ _-]?name|you@|@example\.(?:com|org|net)|^(?:author|todo|tbd|me)$/i;

export default defineRule({
  id: 'owner/declared',
  title: 'Somebody owns this repository on paper',
  stages: ['operate'],
  qualities: ['maintainability', 'reliability'],
  severity: 'warning',
  confidence: 'high',
  preset: 'essential',
  // Nobody is called at night for a script or for content kept for others; whoever installs a library owns its operation.
  presence: {
    asked: PRODUCTS,
    // Much infrastructure on a forge is somebody's own cluster.
    hinted: ['infrastructure', 'library', 'command'],
    vital: true,
  },
  subject: 'repository',
  needs: {
    ownership: all('ownership'),
    manifests: all('dependency-manifest'),
    documents: all('document'),
    repository: profile(),
  },
  messages: {
    nobody:
      "No CODEOWNERS, OWNERS, catalogue entry or page of maintainers names an owner of this repository, so the first incident begins with 'who knows this?'. Add .github/CODEOWNERS with the line `* @your-team`.",
    empty:
      "{path} names no owner, so the first incident begins with 'who knows this?'. Give its lines a team or a person.",
  },
  check(repository, { given, fault, gaps, pass, unknown }) {
    const files = given.ownership.filter((artifact) => artifact.pathClass !== 'example');
    for (const { path, facts } of files)
      for (const line of facts.lines) {
        const owners = line.owners.filter((owner) => owner.form !== 'invalid');
        const [first] = owners;
        if (first) return pass({ path, span: first.at }, owners.some(isTeam) ? 'a team' : 'people, no team');
      }
    const packages = given.manifests.filter(({ facts }) => !facts.list);
    const named = packages
      .filter(({ facts }) => facts.people.some((person) => !NOBODY.test(person)))
      .sort((a, b) => depth(a.path) - depth(b.path))[0];
    if (
      named &&
      isAtTheTop(
        named.path,
        packages.map((manifest) => manifest.path),
      )
    )
      return pass({ path: named.path }, `${named.facts.people.join(', ')}, as the package says`);
    const people = namedPeople(given.documents);
    if (people) return pass(people.at, people.what);
    const governance = given.documents.find(({ path }) => GOVERNANCE.test(path));
    if (governance) return unknown('the names may stand in it or where it leads', { path: governance.path });
    const [empty] = files;
    // The forge knows the organisation that a repository lies in: of one program, that is who is asked.
    const missing = empty
      ? fault(
          'empty',
          { path: empty.path, span: [0, 0] },
          { path: empty.path },
          { severity: given.repository.rubric.maintainers.answer === 'yes' ? 'warning' : 'info' },
        )
      : fault(
          'nobody',
          repository.at('.github/CODEOWNERS'),
          {},
          { severity: isOfSeveral(given.repository) ? 'warning' : 'info' },
        );
    return gaps([missing], missing.at);
  },
});

/** So many programs beside each other are seldom known to the same people. */
const SEVERAL_PROGRAMS = 3;

/** Several people change it, and so many programs run that none of them need know all. */
const isOfSeveral = ({ rubric, components }: Profile): boolean =>
  rubric.maintainers.answer === 'yes' &&
  components.filter(({ archetypes }) => archetypes.some(({ name }) => RUNS.has(name))).length >= SEVERAL_PROGRAMS;
const RUNS: ReadonlySet<Archetype> = new Set(OPERATED);

const isTeam = (owner: { readonly form: string }): boolean => owner.form === 'team' || owner.form === 'reference';
const depth = (path: string): number => path.split('/').length;

/** A package deep in a repository of many speaks for itself only. */
const isAtTheTop = (path: string, all: readonly string[]): boolean => depth(path) === Math.min(...all.map(depth));
