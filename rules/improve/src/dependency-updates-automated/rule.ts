import { type Artifact, all, BUILT, defineRule, link } from '@shipworthy/rule-kit';

/** What shows something says so at the beginning or the end of its name. */
const NAMED_SO = /^(?:samples?|demo|examples?)-|-(?:samples?|demo|examples?|tutorial)$/i;

/** Files named of those that nothing updates. */
const SHOWN = 4;

/** Actions and base images age as well, but no code that is run or imported is written against them. */
const ASIDE: ReadonlySet<string> = new Set(['github-actions', 'docker']);

/** Titles of what nobody works on any more, or of what shows how something is used. */
const AT_REST =
  /\b(?:deprecated|archived|unmaintained|abandoned|discontinued|no longer maintained|samples?|demo|examples?|tutorials?|workshops?|playground|boilerplate)\b/i;

export default defineRule({
  id: 'dependency/updates-automated',
  title: 'Something opens a change when a dependency has a new version',
  stages: ['improve'],
  qualities: ['security', 'maintainability'],
  severity: 'warning',
  confidence: 'high',
  preset: 'essential',
  subject: 'repository',
  presence: {
    asked: BUILT,
    hinted: ['collection', 'documentation', 'script'],
    kinds: ['dependency-updates'],
  },
  needs: {
    updates: link('repository -> updates'),
    readmes: all('readme'),
    names: link('repository -> names'),
  },
  messages: {
    none: 'Nothing here opens a change when something that {manifest} needs has a new version, so a hole is patched after the incident. Add {wanted}, or say under evidence in .shipworthy.yaml which bot of your organisation does it.',
    uncovered:
      'No entry of this list reaches {names}: what is used there is patched after the incident. Add an entry for each, or a tool that knows it.',
    perhaps:
      'No entry of this list reaches {names}; whether {pipeline}, which updates dependencies too, does so is not visible here. Look once, and add an entry for each that it leaves out.',
    dead: 'There is no folder {folder}: nothing of {ecosystem} is updated by this entry, and nobody is told. {advice}',
    empty:
      'There is no {wanted} in {folder}: this entry for {ecosystem} updates nothing. Name the folder that holds one, or delete the entry.',
  },
  check(repository, { given, fault, gaps, skip, unknown }) {
    const { by, dead, empty, uncovered, listAt, needs, traces } = given.updates;
    const atRest = given.readmes.some(isAtRest) || given.names.some((name) => NAMED_SO.test(name));
    const first = needs.find(({ ecosystem }) => !ASIDE.has(ecosystem)) ?? needs[0];
    if (by.length === 0) {
      if (!first) return skip('nothing is needed here that has versions');
      const [trace] = traces;
      if (trace)
        return unknown(`no configuration is here, but ${trace.path} speaks of a bot that may update it`, trace);
      // An organisation may run a bot from elsewhere, or somebody looks by hand: nothing here tells.
      return gaps(
        [
          fault(
            'none',
            repository.at('.github/dependabot.yml'),
            { manifest: first.at.path, wanted: '.github/dependabot.yml or renovate.json' },
            { severity: 'info' },
          ),
        ],
        repository.at(),
      );
    }
    const faults = [
      ...dead.map(({ folder, ecosystem, at, nearest }) =>
        fault(
          'dead',
          at,
          {
            folder: `/${folder}`,
            ecosystem,
            advice: nearest === undefined ? 'Name the folder it moved to.' : `Did it move to /${nearest}?`,
          },
          { severity: 'error', discriminator: `dead ${ecosystem} ${folder}` },
        ),
      ),
      ...empty.map(({ folder, ecosystem, at, wanted }) =>
        fault(
          'empty',
          at,
          { wanted, folder: folder === '' ? 'the root' : `/${folder}`, ecosystem },
          { discriminator: `empty ${ecosystem} ${folder}` },
        ),
      ),
    ];
    if (listAt && uncovered.length > 0) {
      // Base images age as well, but many are rebuilt by other means; so do modules that a script keeps alike.
      const minor = uncovered.every(({ ecosystem, below, tooling }) => ecosystem === 'docker' || below || tooling);
      const other = by.find(({ pipeline }) => pipeline);
      // Dependabot must be told of each folder. Renovate finds all of them: who names managers has chosen.
      const chosen = by.some(({ tool, at }) => tool === 'renovate' && at.path === listAt.path);
      faults.push(
        fault(
          other ? 'perhaps' : 'uncovered',
          listAt,
          { names: namesOf(uncovered), pipeline: other?.at.path ?? '' },
          {
            discriminator: 'uncovered',
            related: uncovered.map(({ at, ecosystem }) => ({ at, message: `${ecosystem}, not in the list` })),
            ...(minor || chosen || atRest || other ? { severity: 'info' } : {}),
          },
        ),
      );
    }
    return gaps(
      faults,
      by.map(({ at }) => at),
    );
  },
});

const isAtRest = ({ title, facts }: Artifact<'readme'>): boolean =>
  facts.folder === '' && title !== undefined && AT_REST.test(title);

/** `package.json (npm), Dockerfile (docker) and 3 more`. */
function namesOf(uncovered: readonly { readonly ecosystem: string; readonly at: { readonly path: string } }[]): string {
  const named = uncovered.slice(0, SHOWN).map(({ at, ecosystem }) => `${at.path} (${ecosystem})`);
  return `${named.join(', ')}${uncovered.length > SHOWN ? ` and ${uncovered.length - SHOWN} more` : ''}`;
}
