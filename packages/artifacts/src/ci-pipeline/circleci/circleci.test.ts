import { describe, expect, test } from '@jest/globals';
import { pipelineOf } from '../testing.ts';

const config = (text: string) => pipelineOf('.circleci/config.yml', `version: 2.1\n${text}`);
const IMAGE = '    docker: [{ image: cimg/node:22.1 }, { image: postgres:17 }]\n';

describe('workflows', () => {
  test('lines with names of their own, what they wait for, and people', async () => {
    const facts = await config(
      `jobs:\n  test:\n${IMAGE}    steps: [{ run: npm test }]\nworkflows:\n  a:\n    jobs:\n      - test\n      - hold: { type: approval, requires: [test] }\n      - test: { name: again, requires: [hold] }\n  b:\n    jobs: [test]\n`,
    );
    expect(
      facts?.jobs.map(({ id, needs, manual }) => [id, needs.map(({ name }) => name), manual !== undefined]),
    ).toEqual([
      ['a/test', [], false],
      ['hold', ['a/test'], true],
      ['again', ['hold'], false],
      ['b/test', [], false],
    ]);
    expect(facts?.jobs[0]?.runsOn?.text).toBe('cimg/node:22.1');
    expect(facts?.jobs[0]?.services.map(({ image }) => image)).toEqual(['postgres:17']);
  });

  test.each([
    ['{ branches: { only: main } }', [['push', 'main']]],
    ['{ tags: { only: /^v.*/ }, branches: { ignore: /.*/ } }', [['tag']]],
    ['{ tags: { only: /.*/ } }', [['push'], ['tag']]],
  ])('filters: %s, which hold for what waits as well', async (filters, triggers) => {
    const facts = await config(
      `jobs:\n  x: { docker: [{ image: a }], steps: [] }\n  y: { docker: [{ image: a }], steps: [] }\nworkflows:\n  a:\n    jobs:\n      - y: { requires: [x] }\n      - x: { filters: ${filters} }\n`,
    );
    for (const job of facts?.jobs ?? [])
      expect(job.triggers?.map(({ on, branches }) => [on, ...(branches ?? []).map(({ text }) => text)])).toEqual(
        triggers,
      );
  });

  test('a schedule', async () => {
    const facts = await config(
      "jobs:\n  x: { docker: [{ image: a }], steps: [] }\nworkflows:\n  nightly:\n    triggers: [{ schedule: { cron: '0 3 * * *', filters: {} } }]\n    jobs: [x]\n",
    );
    expect(facts?.jobs[0]?.triggers?.map(({ on }) => on)).toEqual(['schedule']);
  });

  test('lines that wait for each other in a circle end', async () => {
    const facts = await config(
      'jobs:\n  x: { docker: [{ image: a }], steps: [] }\nworkflows:\n  a:\n    jobs:\n      - x: { name: b, requires: [c] }\n      - x: { name: c, requires: [b] }\n',
    );
    expect(facts?.faults.map(({ code }) => code)).toEqual(['circular-needs']);
  });
});

describe('steps', () => {
  test('commands of the file stand in place of their call, with what they are given', async () => {
    const facts = await config(
      `commands:\n  deploy:\n    parameters: { to: { type: string }, tool: { type: string, default: make } }\n    steps:\n      - checkout\n      - run: { name: To << parameters.to >>, command: << parameters.tool >> << parameters.to >> }\n      - when: { condition: << parameters.to >>, steps: [{ run: echo ok }] }\njobs:\n  build:\n${IMAGE}    working_directory: app\n    environment: { A: "1" }\n    steps:\n      - deploy: { to: prod }\n      - node/install: { version: "22" }\norbs: { node: circleci/node@5.2 }\n`,
    );
    const steps = facts?.jobs[0]?.steps ?? [];
    expect(steps.map(({ run, calls }) => run?.text ?? calls?.target)).toEqual([
      'make prod',
      'echo ok',
      'circleci/node@5.2/install',
    ]);
    expect(steps[0]).toMatchObject({ name: 'To prod', folder: 'app', variables: { A: '1' } });
    expect(steps[1]?.condition).toBeDefined();
    expect(steps[2]?.calls).toMatchObject({ where: 'remote', pinned: 'tag', inputs: { version: '22' } });
  });

  test('commands that call themselves end', async () => {
    const facts = await config(
      `commands:\n  x: { steps: [${Array(8).fill('x').join(', ')}] }\njobs:\n  build:\n${IMAGE}    steps: [x]\n`,
    );
    expect(facts?.jobs).toHaveLength(1);
  });
});
