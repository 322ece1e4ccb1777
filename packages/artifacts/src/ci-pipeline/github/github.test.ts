import { describe, expect, test } from '@jest/globals';
import { pipelineOf } from '../testing.ts';
import { possibleTexts } from './expression.ts';

const workflow = (text: string) => pipelineOf('.github/workflows/ci.yml', text);
const withJob = (job: string, on = 'push') =>
  workflow(`on: ${on}\njobs:\n  a:\n    runs-on: ubuntu-latest\n${job}`).then((facts) => facts?.jobs[0]);

const expression = (inside: string) => `$\{{ ${inside} }}`;

describe('triggers', () => {
  test.each([
    ['push', [['push', 'push']]],
    [
      '[push, pull_request_target]',
      [
        ['push', 'push'],
        ['change-request', 'pull_request_target'],
      ],
    ],
    ['{ push: { tags: [v*] } }', [['tag', 'push']]],
    ['{ push: { branches: [main], tags: [v*] } }', [['push', 'push']]],
    ['{ pull_request: { types: [closed] } }', [['other', 'pull_request']]],
    ['{ pull_request: { types: [opened, closed] } }', [['change-request', 'pull_request']]],
    ['{ workflow_run: { workflows: [CI], types: [completed] } }', [['after', 'workflow_run']]],
    [
      '{ workflow_call: , workflow_dispatch: }',
      [
        ['called', 'workflow_call'],
        ['manual', 'workflow_dispatch'],
      ],
    ],
    ['merge_group', [['merge-queue', 'merge_group']]],
  ])('on: %s', async (on, triggers) => {
    const facts = await workflow(`on: ${on}\njobs: {}\n`);
    expect(facts?.triggers.map((trigger) => [trigger.on, trigger.event])).toEqual(triggers);
  });

  test('filters, schedules and names keep where they are written', async () => {
    const text = "on:\n  push: { paths: ['src/**'] }\n  schedule:\n    - cron: '0 3 * * *'\njobs: {}\n";
    const [push, schedule] = (await workflow(text))?.triggers ?? [];
    expect(push?.paths?.map(({ text: pattern, at }) => [pattern, text.slice(...at)])).toEqual([['src/**', "'src/**'"]]);
    expect(schedule?.schedules?.map(({ text: cron }) => cron)).toEqual(['0 3 * * *']);
  });
});

describe('expressions', () => {
  const known = new Map([['inputs.stage', ['dev', 'prod']]]);
  test.each([
    ['production', ['production']],
    [expression("inputs.other || 'production'"), ['production']],
    [expression("github.ref == 'refs/heads/main' && 'prod' || 'dev'"), ['prod', 'dev']],
    [expression("contains(github.ref, 'x') && 'a' || 'b'"), ['a', 'b']],
    [`eu-${expression('inputs.stage')}`, ['eu-dev', 'eu-prod']],
    [`${expression('inputs.stage')}-${expression('vars.X')}`, []],
    [expression('vars.ENVIRONMENT'), []],
  ])('%s may be %j', (text, values) => {
    expect(possibleTexts(text, known)).toEqual(values);
  });

  test('an environment has the values of inputs and of a matrix', async () => {
    const facts = await workflow(
      `on:\n  workflow_dispatch:\n    inputs:\n      to: { type: choice, options: [dev, prod], default: dev }\njobs:\n  a:\n    runs-on: x\n    environment: ${expression('inputs.to')}\n    steps: []\n  b:\n    runs-on: x\n    strategy: { matrix: { env: [eu], include: [{ env: us }] } }\n    environment: { name: "${expression('matrix.env')}" }\n    steps: []\n`,
    );
    expect(facts?.jobs.map(({ environment }) => environment?.values)).toEqual([
      ['dev', 'prod'],
      ['eu', 'us'],
    ]);
  });
});

describe('jobs', () => {
  test('steps run in the folder and with the variables that apply to them', async () => {
    const facts = await workflow(
      'on: push\nenv: { A: "1", B: "1" }\ndefaults: { run: { working-directory: app } }\njobs:\n  a:\n    runs-on: x\n    env: { B: "2" }\n    steps:\n      - run: make\n      - run: make\n        working-directory: web\n        env: { C: "3" }\n',
    );
    expect(facts?.jobs[0]?.steps.map(({ folder, variables }) => [folder, variables])).toEqual([
      ['app', { A: '1', B: '2' }],
      ['web', { A: '1', B: '2', C: '3' }],
    ]);
  });

  test.each([
    ['actions/checkout@v4', { where: 'remote', pinned: 'tag' }],
    ['acme/x@release/v1', { where: 'remote', pinned: 'branch' }],
    ['acme/x@cli/v1.2', { where: 'remote', pinned: 'tag' }],
    ['acme/x@main', { where: 'remote', pinned: 'branch' }],
    ['acme/x/y@8f4b7f84864484a7bf31766abe9204da3cbe65b3', { where: 'remote', pinned: 'commit' }],
    ['./.github/actions/x/', { where: 'local', path: '.github/actions/x' }],
    ['./', { where: 'local', path: '' }],
    ['docker://alpine:3.20', { where: 'image', pinned: 'tag' }],
    ['docker://alpine', { where: 'image', pinned: 'nothing' }],
    [expression('matrix.action'), { where: 'templated' }],
  ])('uses: %s', async (target, call) => {
    const job = await withJob(`    steps:\n      - uses: ${target}\n`);
    expect(job?.steps[0]?.calls).toMatchObject(call);
  });

  test('what may fail, who waits, what it runs beside and the secrets it names', async () => {
    const job = await withJob(
      `    needs: b\n    if: github.ref == 'x'\n    continue-on-error: true\n    timeout-minutes: 5\n    permissions: { contents: read }\n    services: { db: { image: 'postgres:17' }, cache: { image: redis } }\n    steps:\n      - run: x\n        continue-on-error: ${expression('matrix.soft')}\n        env: { KEY: "${expression('secrets.DEPLOY_KEY')}" }\n      # ${expression('secrets.OLD')}\n`,
    );
    expect(job?.needs.map(({ name }) => name)).toEqual(['b']);
    expect(job?.conditions.map(({ text }) => text)).toEqual(["github.ref == 'x'"]);
    expect(job?.mayFail?.how).toBe('always');
    expect(job?.steps[0]?.mayFail?.how).toBe('conditional');
    expect(job?.services.map(({ name, image }) => [name, image])).toEqual([
      ['db', 'postgres:17'],
      ['cache', 'redis'],
    ]);
    expect(job?.secrets.map(({ name }) => name)).toEqual(['DEPLOY_KEY']);
    expect(job?.timeout && job.permissions?.scopes).toMatchObject([{ scope: 'contents', access: 'read' }]);
  });
});

describe('files', () => {
  test('a workflow that only others call is callable', async () => {
    expect((await workflow('on: workflow_call\njobs: {}\n'))?.callable).toBe(true);
    expect((await workflow('on: [workflow_call, push]\njobs: {}\n'))?.callable).toBe(false);
  });

  test('a composite action is a job that others call; a program, and the action at the root, are none', async () => {
    const text = 'name: x\nruns:\n  using: composite\n  steps:\n    - run: make\n      shell: bash\n';
    const facts = await pipelineOf('.github/actions/x/action.yml', text);
    expect(facts?.callable && facts.jobs.map(({ id, steps }) => [id, steps.length])).toEqual([['runs', 1]]);
    expect(await pipelineOf('action.yml', text)).toBeUndefined();
    expect(await pipelineOf('x/action.yml', 'runs:\n  using: node20\n  main: x.js\n')).toBeUndefined();
  });

  test('below the root nobody runs it', async () => {
    expect((await pipelineOf('shop/.github/workflows/ci.yml', 'on: push\njobs: {}\n'))?.dormant).toContain(
      'below the root',
    );
  });

  test.each([
    ['[]', 'starts on nothing'],
    ['{}', 'starts on nothing'],
    ['[push]', undefined],
    ['push', undefined],
  ])('on: %s is dormant: %s', async (on, dormant) => {
    expect((await workflow(`on: ${on}\njobs: {}\n`))?.dormant).toBe(dormant);
  });

  test('what a bot or a linter reads is no workflow', async () => {
    expect(await workflow('rules:\n  x: disable\n')).toBeUndefined();
    expect(await pipelineOf('.github/dependabot.yml', 'version: 2\nupdates: []\n')).toBeUndefined();
  });
});
