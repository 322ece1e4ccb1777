import {
  type Artifact,
  all,
  defineRule,
  link,
  onlyTends,
  type TestKind,
  type TestLayer,
  type Wired,
} from '@shipworthy/rule-kit';
import { type Verdict, verdictOn } from '../layer-verdict.ts';

const MOMENTS = { release: 'for releases', manual: 'by hand' } as const;

export default defineRule({
  id: 'test/run-and-block',
  title: 'Every layer of tests runs on changes and can stop them',
  stages: ['test'],
  qualities: ['reliability'],
  severity: 'warning',
  confidence: 'medium',
  preset: 'essential',
  subject: 'repository',
  presence: {
    asked: ['library', 'command', 'service', 'web-app', 'mobile', 'data-pipeline', 'shipped-component'],
    hinted: ['script', 'infrastructure'],
  },
  needs: {
    pipelines: link('repository -> pipelines'),
    unit: all('test-unit'),
    integration: all('test-integration'),
    e2e: all('test-e2e'),
    contract: all('test-contract'),
  },
  messages: {
    never:
      'No pipeline runs the {layer} tests, such as {test}. A green run says nothing of what they check, and they rot unseen: run them on every change.',
    neverCalled:
      'No pipeline calls `{call}`, and nothing else runs the {layer} tests, such as {test}. A green run says nothing of what they check, and they rot unseen: call it in a job that runs on every change.',
    harmless:
      'The {layer} tests ({through}) may fail and the run is green all the same. A failure that stops nothing is read by nobody: let it fail the run, or say why not where the job is defined.',
    late: 'The {layer} tests ({through}) run only {when}. A mistake is found when it is to be shipped, not when it is made: run them on every change as well.',
  },
  check(repository, { given, fault, gaps, pass, skip, unknown }) {
    const { pipelines, unit, integration, e2e, contract } = given;
    const layers: readonly (readonly [TestLayer, readonly Artifact<TestKind>[]])[] = [
      ['unit', unit],
      ['integration', integration],
      ['e2e', e2e],
      ['contract', contract],
    ];
    const found = layers
      .map(([layer, tests]) => [layer, tests.filter(({ facts }) => facts.checks !== undefined)] as const)
      .filter(([, tests]) => tests.length > 0);
    if (found.length === 0) return skip('no tests were found');
    if (pipelines.jobs.length === 0) {
      const [elsewhere] = pipelines.unseen;
      return elsewhere ? unknown(elsewhere.why, elsewhere.at) : skip('there is no pipeline that could run them');
    }
    if (onlyTends(pipelines)) return skip('no pipeline runs anything of it: pipeline/present asks for one');
    const verdicts = found.map(([layer, tests]) => ({ layer, tests, verdict: verdictOn(layer, tests, pipelines) }));
    const faults = verdicts.flatMap(({ layer: name, tests, verdict }, index) => {
      const test = tests[0]?.path ?? '';
      const options = { discriminator: name };
      // One command that would run several layers is one thing to mend.
      const same = verdicts.filter((one) => isSame(one.verdict, verdict));
      if (same.length > 1 && same[0] !== verdicts[index]) return [];
      const layer = same.map((one) => one.layer).join(' and ') || name;
      switch (verdict.state) {
        case 'never':
          return verdict.call === undefined
            ? fault('never', verdict.at, { layer, test }, options)
            : fault('neverCalled', verdict.at, { layer, test, call: verdict.call }, options);
        case 'harmless':
          return fault(
            'harmless',
            verdict.at,
            { layer, through: throughOf(verdict.run) },
            { ...options, severity: 'error' },
          );
        case 'late': {
          const when = verdict.run.when === 'release' ? MOMENTS.release : MOMENTS.manual;
          return fault('late', verdict.run.found.at, { layer, through: throughOf(verdict.run), when }, options);
        }
        default:
          return [];
      }
    });
    if (faults.length > 0) return gaps(faults, repository.at());
    const hidden = verdicts.map(({ verdict }) => verdict).find(({ state }) => state === 'hidden');
    if (hidden?.state === 'hidden') return unknown(hidden.why, hidden.at);
    const runs = verdicts.flatMap(({ verdict }) => (verdict.state === 'runs' ? [verdict] : []));
    const notes = runs.flatMap(({ note }) => note ?? []);
    return notes.length > 0
      ? pass(
          runs.map(({ at }) => at),
          notes.join('; '),
        )
      : pass(runs.map(({ at }) => at));
  },
});

const isSame = (one: Verdict, other: Verdict): boolean =>
  one.state === 'never' &&
  other.state === 'never' &&
  one.call !== undefined &&
  one.call === other.call &&
  one.at.path === other.at.path;

/** How a run is reached, as people would say it. */
const throughOf = ({ found }: Wired): string => found.through.join(' → ');
