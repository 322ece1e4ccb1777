import { describe, expect, test } from '@jest/globals';
import type { CallFacts, CiPipelineFacts, JobFacts, StepFacts, TriggerFacts } from '@shipworthy/model';
import { artifact, contextOf } from '../testing/facts.ts';
import { pipelineFiles } from './relation.ts';

const AT = [1, 2] as const;
const call = (target: string, more: Partial<CallFacts> = {}): CallFacts => ({
  target,
  at: AT,
  where: 'local',
  path: target.replace('./', ''),
  inputs: {},
  ...more,
});
const step = (more: Partial<StepFacts>): StepFacts => ({ at: AT, variables: {}, ...more });
const CHECKOUT = step({ calls: call('actions/checkout@v4', { where: 'remote' }) });
const job = (more: Partial<JobFacts>): JobFacts => ({
  id: 'a',
  at: AT,
  needs: [],
  conditions: [],
  steps: [],
  services: [],
  secrets: [],
  ...more,
});

function filesOf(facts: Partial<CiPipelineFacts>, paths: readonly string[]) {
  const subject = artifact('ci-pipeline', '.github/workflows/ci.yml', {
    system: 'github-actions',
    read: 'jobs',
    triggers: [],
    jobs: [],
    includes: [],
    callable: false,
    secrets: [],
    faults: [],
    ...facts,
  });
  const base = { path: subject.path, pathClass: 'authored', level: 'parsed', subjectId: subject.path } as const;
  return pipelineFiles.build(contextOf([subject], paths))({
    ...base,
    at: () => ({ path: subject.path }),
    artifact: subject,
    facts: subject.facts,
  });
}

describe('local calls', () => {
  test.each<[string, readonly StepFacts[], string]>([
    ['there', [CHECKOUT, step({ calls: call('./ci/setup') })], 'resolved'],
    ['gone', [CHECKOUT, step({ calls: call('./ci/set-up') })], 'dangling'],
    ['in a submodule', [CHECKOUT, step({ calls: call('./ci/lint') })], 'unknown'],
    ['without a checkout', [step({ calls: call('./ci/set-up') })], 'unknown'],
    [
      'of another tree',
      [
        step({ calls: call('actions/checkout@v4', { where: 'remote', openInputs: { ref: 'x' } }) }),
        step({ calls: call('./ci/set-up') }),
      ],
      'unknown',
    ],
    [
      'brought by a script',
      [CHECKOUT, step({ run: { text: 'git clone x ci', at: AT } }), step({ calls: call('./ci/x') })],
      'unknown',
    ],
  ])('an action that is %s', (_, steps, state) => {
    const { calls } = filesOf({ jobs: [job({ steps })] }, ['ci/setup/action.yml', 'ci/lint']);
    expect(calls.map(({ link }) => link.state)).toEqual([state]);
  });

  test('an action where the caller works is not looked for', () => {
    const triggers: TriggerFacts[] = [{ on: 'called', event: 'workflow_call', at: AT }];
    const { calls } = filesOf({ triggers, jobs: [job({ steps: [CHECKOUT, step({ calls: call('./x') })] })] }, []);
    expect(calls[0]?.link.state).toBe('unknown');
  });

  test.each([
    ['./.github/workflows/test.yml', 'resolved', undefined],
    ['./.github/workflows/tests.yml', 'dangling', '.github/workflows/test.yml'],
    ['./.github/workflows/release-of-all.yml', 'dangling', undefined],
    ['ci/*.yml', 'unknown', undefined],
  ])('the workflow or file %s is %s', (target, state, near) => {
    const { calls } = filesOf({ jobs: [job({ calls: call(target) })] }, ['.github/workflows/test.yml']);
    const link = calls[0]?.link;
    expect(link?.state).toBe(state);
    expect(link?.state === 'dangling' ? link.nearest : undefined).toBe(near);
  });
});

describe('path filters', () => {
  const idle = (paths: readonly string[], more: Partial<TriggerFacts> = {}) =>
    filesOf(
      {
        triggers: [
          {
            on: 'push',
            event: 'push',
            at: AT,
            paths: paths.map((text, index) => ({ text, at: [index, index + 1] })),
            ...more,
          },
        ],
      },
      ['services/api/main.py', 'docs/CODEOWNERS'],
    ).idleFilters.map(({ pattern, nearest }) => [pattern, nearest]);

  test.each([
    ['services/api/**', []],
    ['services/**/*.go', []],
    ['servces/api/**', [['servces/api/**', 'services/api']]],
    ['lib/**', [['lib/**', undefined]]],
    ['services/api/old.py', [['services/api/old.py', undefined]]],
    ['**/*.tf', []],
    ['Makefile', []],
    ['!lib/**', []],
    ['$FOLDER/x', []],
    ['.github/actions/**', []],
  ])('%s', (pattern, found) => {
    expect(idle([pattern])).toEqual(found);
  });

  test.each([
    ['./services/api/main.py', 'prefix', 'services/api/main.py'],
    ['/services/**', 'prefix', 'services/**'],
    ['./lib/**', 'prefix', 'lib/**'],
    ['./services', 'prefix', 'services/**'],
    ['services/api', 'folder', 'services/api/**'],
    ['services/api/', undefined, undefined],
    ['./', undefined, undefined],
    ['!./services/**', undefined, undefined],
  ])('%s is written for nothing: %s', (text, because, instead) => {
    const trigger = { on: 'push', event: 'push', at: AT, paths: [{ text, at: AT }] } as const;
    const found = (system: CiPipelineFacts['system'], more: readonly string[] = []) =>
      filesOf(
        {
          system,
          triggers: [{ ...trigger, paths: [...trigger.paths, ...more.map((text) => ({ text, at: [7, 8] as const }))] }],
        },
        ['services/api/main.py'],
      ).idleFilters.map((filter) => [filter.because, filter.instead]);
    expect(found('github-actions')).toEqual(because === undefined ? [] : [[because, instead]]);
    expect(found('gitlab')).toEqual([]);
    if (instead !== undefined) expect(found('github-actions', [instead])).not.toContainEqual([because, instead]);
  });

  test.each([
    ['misspelled', ['servces/api/main.py'], [['servces/api/main.py', 'services/api/main.py']]],
    ['beside the right one', ['services/api/main-v1.py', 'services/api/main.py'], []],
    ['gone', ['lib/old.py'], []],
  ])('to ignore, %s', (_name, ignored, found) => {
    expect(idle([], { pathsIgnored: ignored.map((text, index) => ({ text, at: [index + 9, index + 10] })) })).toEqual(
      found,
    );
  });

  test('one of several places of a file is enough', () => {
    expect(idle(['.github/CODEOWNERS', 'docs/CODEOWNERS'])).toEqual([]);
  });

  test('what is ignored and gone does no harm; what is misspelled does', () => {
    const pathsIgnored = ['website/**', 'service/api/**'].map((text, index) => ({
      text,
      at: [index + 9, index + 10] as const,
    }));
    expect(idle([], { pathsIgnored })).toEqual([['service/api/**', 'services/api']]);
  });
});
