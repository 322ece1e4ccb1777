import type { Artifact } from '@shipworthy/model';
import { all, defineRule } from '@shipworthy/rule-kit';
import { isRunner } from '../gherkin-runners.ts';

/** Tags by which runners are told to leave a scenario out. */
const LEFT_OUT = /^@(?:wip|ignore[d]?|skip(?:ped)?|pending|todo|disabled|manual|draft)$/i;

export default defineRule({
  id: 'requirements/criteria-executed',
  title: 'Acceptance criteria in Gherkin are run',
  stages: ['discovery', 'test'],
  qualities: ['maintainability', 'reliability'],
  severity: 'warning',
  confidence: 'medium',
  preset: 'strict',
  subject: 'requirements',
  needs: { manifests: all('dependency-manifest') },
  messages: {
    noOutcome:
      "'{scenario}' has no Then, so it passes whatever happens. Say what must be seen, or delete the scenario.",
    noOutcomes:
      "{count} scenarios have no Then, '{scenario}' in {file} first, so they pass whatever happens. Say what must be seen, or delete the scenarios.",
    leftOut:
      '{file} is left out of every run: all its scenarios are tagged {tags}. Criteria that never run drift from the product silently. Finish them or delete the file.',
    noRunner:
      '{file} is written for a program, and no package of this repository depends on one that runs Gherkin. Criteria that never run drift from the product silently. Add a runner such as Cucumber, behave or Reqnroll, or keep the criteria as a page.',
    noRunners:
      '{count} feature files are written for a program, and no package of this repository depends on one that runs Gherkin. Criteria that never run drift from the product silently. Add a runner such as Cucumber, behave or Reqnroll, or keep the criteria as pages.',
  },
  check(feature, { given, fault, gaps, skip, unknown }) {
    const { facts, path } = feature;
    if (facts.form !== 'feature') return skip('a page for people');
    if (facts.scenarios.length === 0) return skip('no scenarios');
    const file = path.slice(path.lastIndexOf('/') + 1);
    const [first] = facts.scenarios;
    const top = first ? { path, span: first.at } : { path };
    const where = { file };
    const faults = [];
    for (const { name, at, steps, outcomes, bullets } of facts.scenarios)
      if (steps > 0 && outcomes === 0 && bullets === 0)
        faults.push(
          fault(
            'noOutcome',
            { path, span: at },
            { ...where, scenario: name },
            { discriminator: name, cause: path, joined: 'noOutcomes' },
          ),
        );
    const left = facts.scenarios.map(({ tags }) => [...facts.tags, ...tags].find((tag) => LEFT_OUT.test(tag)));
    if (left.every((tag) => tag !== undefined))
      faults.push(fault('leftOut', top, { file, tags: [...new Set(left)].join(', ') }));
    const needs = given.manifests.flatMap(({ facts: { dependencies, development = [] } }) => [
      ...dependencies,
      ...development,
    ]);
    const runner = needs.find(isRunner);
    if (runner === undefined && faults.length === 0 && !listsAll(given.manifests, feature.pathClass))
      return unknown('what runs it may be needed by a package whose needs for tests are not read');
    if (runner === undefined && listsAll(given.manifests, feature.pathClass))
      faults.push(fault('noRunner', top, { file }, { cause: 'no runner', joined: 'noRunners' }));
    return gaps(faults, top);
  },
});

/** Formats whose needs for tests are read. */
const WHOLE: ReadonlySet<string> = new Set(['npm', 'php', 'ruby']);

/** Are all packages that may run the feature seen with all they need? Those in folders of tests are not read. */
const listsAll = (manifests: readonly Artifact<'dependency-manifest'>[], pathClass: string): boolean =>
  pathClass === 'authored' && manifests.length > 0 && manifests.every(({ facts }) => WHOLE.has(facts.ecosystem));
