import { all, defineRule, link, type ManifestLock, profile } from '@shipworthy/rule-kit';
import { applicationOf } from '../applications.ts';

/** Names shown of those a lock file lacks. */
const SHOWN = 5;

/** Programs of Python that look at code or make up data for tests, and are no part of what runs, by the beginning of their names. */
const CHECKERS =
  /^(?:faker|factory[-_]boy|pytest|hypothesis|sqlfluff|pre-commit|black|flake8|ruff|pylint|mypy|isort|bandit|yamllint|codespell|ansible-lint|djlint|tox|nox)\b/i;

export default defineRule({
  id: 'dependency/locked',
  title: 'Every application pins the exact versions it was tested with',
  stages: ['build'],
  qualities: ['reliability', 'security'],
  severity: 'warning',
  confidence: 'high',
  preset: 'essential',
  subject: 'repository',
  needs: { locks: link('repository -> locks'), manifests: all('dependency-manifest'), profile: profile() },
  messages: {
    none: '{manifest} names what it needs, and no lock file pins it: two builds of the same commit can differ, and the bad one is the one in production. Commit {wanted}.',
    nones:
      '{count} manifests like {manifest} name what they need, and no lock file pins it: two builds of the same commit can differ, and the bad one is the one in production. Commit their lock files, {wanted} first.',
    open: '{manifest} leaves versions open, and nothing pins them: two builds of the same commit can differ, and the bad one is the one in production. Keep the names in a file of their own and let `pip-compile` or `uv pip compile` write this one.',
    opens:
      '{count} lists like {manifest} leave versions open, and nothing pins them: two builds of the same commit can differ, and the bad one is the one in production. Keep the names in files of their own and let `pip-compile` or `uv pip compile` write these.',
    ignored:
      '{manifest} names what it needs, and .gitignore keeps {wanted} out: two builds of the same commit can differ, and the bad one is the one in production. Take that line out and commit the lock file.',
    behind:
      '{lock} does not know {names}, which {manifest} asks for: an install from the lock file fails, or goes by something else. Run the install once and commit both.',
    orphan:
      '{lock} pins versions for {wanted}, which is not there: it protects nothing, and scanners report its holes for ever. Delete it, or bring the manifest back.',
    orphans:
      '{count} lock files like {lock} pin versions for manifests like {wanted}, which are not there: they protect nothing, and scanners report their holes for ever. Delete them, or bring the manifests back.',
    emptied: '{lock} pins nothing, and {wanted} is not there: somebody ran an install in the wrong folder. Delete it.',
    emptieds:
      '{count} lock files like {lock} pin nothing, and manifests like {wanted} are not there: somebody ran an install in the wrong folder. Delete them.',
    rivals:
      'Lock files of {managers} lie side by side: which one an install goes by depends on who runs it. Keep one and delete the other.',
  },
  check(_, { given, fault, gaps, skip }) {
    const { manifests, orphans, rivals } = given.locks;
    const byPath = new Map(given.manifests.map((manifest) => [manifest.path, manifest]));
    const isApplication = ({ path }: ManifestLock): boolean => {
      const manifest = byPath.get(path);
      if (manifest?.pathClass !== 'authored') return false;
      const { library, private: unpublished, ecosystem, list, dependencies } = manifest.facts;
      // What others import is resolved by them; a package that refuses publication is nobody's import.
      const imported = library && !unpublished && ecosystem !== 'php';
      const checksOnly = list === true && dependencies.every((name) => CHECKERS.test(name));
      return !checksOnly && !imported && applicationOf(path, given.profile) !== undefined;
    };
    const open = manifests.filter((manifest) => manifest.lock.state === 'missing' && isApplication(manifest));
    const faults = [
      ...open.map((manifest) => {
        const { path, at, wanted, ecosystem, list, ignored } = manifest;
        const cause = `no lock ${ecosystem}`;
        if (list) return fault('open', at, { manifest: path }, { cause, joined: 'opens', discriminator: path });
        return ignored
          ? fault(
              'ignored',
              at,
              { manifest: path, wanted },
              // Somebody decided it, and only they can tell what their builds go by.
              { severity: 'info', discriminator: `ignored ${path}` },
            )
          : fault('none', at, { manifest: path, wanted }, { cause, joined: 'nones', discriminator: path });
      }),
      ...manifests.flatMap(({ path, at, lock, unlisted = [] }) => {
        if (lock.state !== 'resolved' || unlisted.length === 0) return [];
        const names = list(unlisted);
        return [
          fault(
            'behind',
            at,
            { lock: lock.to.path, manifest: path, names },
            { severity: 'error', discriminator: `behind ${path}`, related: [{ at: lock.to, message: 'lists others' }] },
          ),
        ];
      }),
      ...orphans.map(({ at, wanted, empty }) => {
        const values = { lock: at.path, wanted };
        if (empty)
          return fault('emptied', at, values, {
            severity: 'info',
            cause: `emptied ${nameOf(at.path)}`,
            joined: 'emptieds',
            discriminator: at.path,
          });
        return fault('orphan', at, values, {
          cause: `orphan ${nameOf(at.path)}`,
          joined: 'orphans',
          discriminator: at.path,
        });
      }),
      ...rivals.flatMap(({ locks, managers }) => {
        const [first, ...others] = locks;
        if (!first) return [];
        return [
          fault(
            'rivals',
            first,
            { managers: managers.join(' and ') },
            { discriminator: `rivals ${first.path}`, related: others.map((at) => ({ at, message: 'the other one' })) },
          ),
        ];
      }),
    ];
    const evidence = manifests.flatMap(({ lock }) => (lock.state === 'resolved' ? [lock.to] : []));
    if (faults.length === 0 && evidence.length === 0)
      return skip(
        manifests.length === 0
          ? 'no package manager that writes a lock file is told of anything here'
          : 'what is here is imported by others, who resolve versions themselves',
      );
    return gaps(faults, unique(evidence));
  },
});

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

const list = (names: readonly string[]): string =>
  `${names.slice(0, SHOWN).join(', ')}${names.length > SHOWN ? ` and ${names.length - SHOWN} more` : ''}`;

function unique<P extends { readonly path: string }>(places: readonly P[]): P[] {
  return [...new Map(places.map((place) => [place.path, place])).values()];
}
