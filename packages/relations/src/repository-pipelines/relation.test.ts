import { describe, expect, test } from '@jest/globals';
import type {
  AnyArtifact,
  BuildScriptFacts,
  CiPipelineFacts,
  JobFacts,
  Pipelines,
  StepFacts,
  TriggerFacts,
} from '@shipworthy/model';
import { artifact, contextOf, REPOSITORY } from '../testing/facts.ts';
import { repositoryPipelines } from './relation.ts';

const AT = [1, 2] as const;
const CI = '.github/workflows/ci.yml';

const trigger = (on: TriggerFacts['on']): TriggerFacts => ({ on, event: on, at: AT });
const run = (text: string, more: Partial<StepFacts> = {}): StepFacts => ({
  at: AT,
  run: { text, at: AT },
  variables: {},
  ...more,
});
const local = (path: string) => ({ target: `./${path}`, at: AT, where: 'local' as const, path, inputs: {} });
const remote = (target: string, inputs: Record<string, string> = {}) => ({
  target,
  at: AT,
  where: 'remote' as const,
  inputs,
});
const job = (id: string, steps: readonly StepFacts[], more: Partial<JobFacts> = {}): JobFacts => ({
  id,
  at: AT,
  needs: [],
  conditions: [],
  steps,
  services: [],
  secrets: [],
  ...more,
});
const pipeline = (path: string, jobs: readonly JobFacts[], more: Partial<CiPipelineFacts> = {}) =>
  artifact('ci-pipeline', path, {
    system: 'github-actions',
    read: 'jobs',
    triggers: [trigger('change-request')],
    jobs,
    includes: [],
    callable: false,
    secrets: [],
    faults: [],
    ...more,
  });
const script = (
  path: string,
  tool: BuildScriptFacts['tool'],
  targets: Record<string, string>,
  needs: Record<string, string[]> = {},
) =>
  artifact('build-script', path, {
    tool,
    folder: path.slice(0, Math.max(0, path.lastIndexOf('/'))),
    targets: Object.entries(targets).map(([name, text], index) => ({
      name,
      at: [index * 10, index * 10 + 1] as const,
      ...(text === '' ? {} : { commands: [{ text, at: AT }] }),
      ...(needs[name] ? { needs: needs[name] } : {}),
    })),
    includes: [],
  });
const shell = (path: string, text: string) => artifact('shell-script', path, { commands: [{ text, at: AT }] });

const pipelinesOf = (artifacts: readonly AnyArtifact[], others: readonly string[] = []): Pipelines =>
  repositoryPipelines.build(contextOf(artifacts, others))(REPOSITORY);
const found = ({ jobs }: Pipelines) =>
  jobs.flatMap(({ purposes }) =>
    purposes.found.map(
      ({ purpose, tool, folder, harmless }) => `${purpose} ${tool} in ${folder ?? '?'}${harmless ? ' (harmless)' : ''}`,
    ),
  );

describe('what a job does', () => {
  test.each<[name: string, command: string, artifacts: AnyArtifact[], purposes: string[]]>([
    ['a script of npm', 'npm test', [script('package.json', 'npm', { test: 'vitest run' })], ['unit vitest in ']],
    [
      'what runs before it',
      'npm test',
      [script('package.json', 'npm', { pretest: 'eslint .', test: 'jest' })],
      ['lint eslint in ', 'unit jest in '],
    ],
    [
      'arguments are handed on',
      'npm test -- test/integration',
      [script('package.json', 'npm', { test: 'jest' })],
      ['integration jest in '],
    ],
    [
      'a package by its folder',
      'npm run lint -w web',
      [
        script('web/package.json', 'npm', { lint: 'eslint .' }),
        script('api/package.json', 'npm', { lint: 'biome ci' }),
      ],
      ['lint eslint in web'],
    ],
    [
      'every package',
      'turbo run test',
      [script('web/package.json', 'npm', { test: 'jest' }), script('api/package.json', 'npm', { test: 'vitest' })],
      ['unit jest in web', 'unit vitest in api'],
    ],
    [
      'targets that are needed',
      'make ci',
      [
        script(
          'Makefile',
          'make',
          { ci: '', lint: 'golangci-lint run', test: 'go test ./...' },
          { ci: ['lint', 'test'] },
        ),
      ],
      ['lint golangci-lint in ', 'unit go in '],
    ],
    [
      'another folder',
      'make -C api test',
      [script('api/Makefile', 'make', { test: 'go test ./...' })],
      ['unit go in api'],
    ],
    [
      'a folder that was changed to',
      'cd api && make test',
      [script('api/Makefile', 'make', { test: 'go test ./...' })],
      ['unit go in api'],
    ],
    ['a script of the shell', './hack/ci.sh', [shell('hack/ci.sh', 'set -e\npytest\n')], ['unit pytest in ']],
    [
      'scripts that call each other',
      'make a',
      [script('Makefile', 'make', { a: 'make b', b: 'make a && ruff check' })],
      ['lint ruff in '],
    ],
    [
      'tox without a table of its own',
      'tox -e py312',
      [script('tox.ini', 'tox', { '%': 'pytest' })],
      ['unit pytest in '],
    ],
    ['a convention', 'nox -s lint', [], ['lint nox in ']],
    [
      'an image that tests while it is built',
      'docker build -f api/Dockerfile api',
      [shell('api/Dockerfile', 'go test ./...')],
      ['build docker in ', 'unit go in api'],
    ],
    [
      'a failure that is shrugged off in a script',
      'npm test',
      [script('package.json', 'npm', { test: 'jest || true' })],
      ['unit jest in  (harmless)'],
    ],
  ])('%s', (_, command, artifacts, purposes) => {
    expect(found(pipelinesOf([pipeline(CI, [job('ci', [run(command)])]), ...artifacts]))).toEqual(purposes);
  });

  test('actions, by their inputs', () => {
    const steps = [
      { at: AT, variables: {}, calls: remote('docker/build-push-action@v6', { push: 'true' }) },
      {
        at: AT,
        variables: {},
        calls: remote('reactivecircus/android-emulator-runner@v2', { script: './gradlew connectedCheck' }),
      },
    ];
    expect(found(pipelinesOf([pipeline(CI, [job('ci', steps)])]))).toEqual([
      'build docker/build-push-action in ',
      'publish docker/build-push-action in ',
      'build docker in ',
      'e2e reactivecircus/android-emulator-runner in ',
      'e2e gradle in ',
    ]);
  });

  test('a matrix makes several of it', () => {
    const made = job('ci', [run('make test', { folder: `\${{ matrix.module }}` })], {
      matrix: { module: ['api', 'web'] },
    });
    const scripts = ['api', 'web'].map((folder) => script(`${folder}/Makefile`, 'make', { test: 'go test ./...' }));
    expect(found(pipelinesOf([pipeline(CI, [made]), ...scripts]))).toEqual(['unit go in api', 'unit go in web']);
  });

  test('what is handed to an action of the repository, for each run of a matrix', () => {
    const action = pipeline(
      '.github/actions/lint/action.yml',
      [job('a', [run(`\${{ inputs.command }}`), run(`echo \${{ inputs.kind }}`)])],
      { triggers: [], callable: true },
    );
    const caller = job(
      'lint',
      [
        {
          at: AT,
          variables: {},
          calls: {
            ...local('.github/actions/lint'),
            inputs: { kind: 'all' },
            openInputs: { command: `\${{ matrix.command }}` },
          },
        },
      ],
      { matrix: { kind: ['a', 'b'], command: ["docker compose exec -T web sh -c 'bundle exec rubocop'", 'standard'] } },
    );
    expect(found(pipelinesOf([pipeline(CI, [caller]), action]))).toEqual(['lint rubocop in ', 'lint standard in ']);
  });

  test('a step that may fail is harmless unless a later one asks how it ended', () => {
    const step = run('pytest', { mayFail: { at: AT, how: 'always' } });
    const asks = run('exit 1', { condition: { text: "steps.a.outcome == 'failure'", at: AT } });
    expect(found(pipelinesOf([pipeline(CI, [job('ci', [step])])]))).toEqual(['unit pytest in  (harmless)']);
    expect(found(pipelinesOf([pipeline(CI, [job('ci', [step, asks])])]))).toEqual(['unit pytest in ']);
  });
});

describe('what could not be followed is said', () => {
  test.each<[name: string, command: string, of: string]>([
    ['a target nobody has', 'make gone', 'script'],
    ['a program of the repository', 'node scripts/test.mjs', 'script'],
    ['a program nobody knows', 'acmectl test all', 'program'],
    ['a name that only a run tells', '$RUNNER test', 'run-time'],
    ['a function of make', '$(foreach chart,$(CHARTS),helm lint $(chart);)', 'run-time'],
    ['an alias of a build', 'sbt "++ 3.3.8" validate', 'script'],
    ['what an image holds', 'docker compose run api', 'program'],
  ])('%s', (_, command, of) => {
    const { jobs } = pipelinesOf([pipeline(CI, [job('ci', [run(command)])])], ['scripts/test.mjs']);
    expect(jobs[0]?.purposes.unseen.map((one) => one.of)).toEqual([of]);
  });

  test.each([
    'echo test',
    'git checkout release',
    'mkdir -p build',
    'run_tests "$@"',
    'npm ci',
    'sbt +update',
    'pip install -r test.txt',
  ])('%s hides nothing', (command) => {
    const { jobs } = pipelinesOf([pipeline(CI, [job('ci', [run(command)])])]);
    expect(jobs[0]?.purposes.unseen).toEqual([]);
  });

  test('pipelines of other repositories and of systems that are only detected', () => {
    const called = job('a', [], { calls: remote('acme/ci/.github/workflows/test.yml@v1') });
    const detected = pipeline('Jenkinsfile', [], { system: 'jenkins', read: 'detected', triggers: [] });
    const { jobs, unseen } = pipelinesOf([pipeline(CI, [called]), detected]);
    expect(jobs[0]?.purposes.unseen.map(({ of }) => of)).toEqual(['pipeline']);
    expect(unseen.map(({ what }) => what)).toEqual(['Jenkinsfile']);
  });

  test('a copy that a skeleton hands on is no pipeline of this repository', () => {
    const idle = pipeline('skeleton/.github/workflows/ci.yml', [job('a', [run('jest')])], {
      dormant: 'it lies in a skeleton',
    });
    expect(pipelinesOf([idle]).jobs).toEqual([]);
  });
});

describe('when jobs run', () => {
  test('what others call starts when they start', () => {
    const called = pipeline('.github/workflows/test.yml', [job('t', [run('pytest')])], {
      triggers: [trigger('called')],
      callable: true,
    });
    const nightly = pipeline(
      '.github/workflows/nightly.yml',
      [job('n', [], { calls: local('.github/workflows/test.yml') })],
      {
        triggers: [trigger('schedule')],
      },
    );
    const { jobs } = pipelinesOf([called, nightly]);
    expect(jobs.map(({ job: { id }, triggers }) => [id, triggers.map(({ on }) => on)])).toEqual([
      ['t', ['schedule']],
      ['n', ['schedule']],
    ]);
    expect(jobs[1]?.purposes.found[0]?.through).toEqual(['./.github/workflows/test.yml', 'pytest']);
  });
});

test('named checks that no pipeline runs', () => {
  const scripts = script('package.json', 'npm', {
    test: 'jest',
    'test:e2e': 'playwright test',
    'test:watch': 'jest --watch',
    dev: 'vite',
  });
  const { idle, reached } = pipelinesOf([pipeline(CI, [job('ci', [run('npm test')])]), scripts]);
  expect(idle.map(({ call, found: does }) => [call, does.map(({ purpose }) => purpose)])).toEqual([
    ['npm run test:e2e', ['e2e']],
  ]);
  expect(reached).toEqual([{ path: 'package.json', span: [0, 1] }]);
});
