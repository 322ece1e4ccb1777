import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { defineRule } from '@shipworthy/rule-kit';
import { runAction } from './run-action.ts';

const folder = mkdtempSync(join(tmpdir(), 'shipworthy-run-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const MEANT = {
  stages: ['build'],
  qualities: ['reliability'],
  severity: 'error',
  confidence: 'high',
  preset: 'essential',
  title: 'Of a test',
  subject: 'repository',
} as const;

test('a rule that breaks is red, after the full report', async () => {
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], {
      encoding: 'utf8',
    }).trim();
  git('init', '-q');
  git('commit', '-q', '--allow-empty', '-m', 'x');
  const sha = git('rev-parse', 'HEAD');
  const files = join(folder, '.git', 'runner');
  mkdirSync(files);
  for (const [name, text] of Object.entries({ event: '{}', summary: '', outputs: '' }))
    writeFileSync(join(files, name), text);
  let log = '';
  const code = await runAction({
    env: {
      GITHUB_EVENT_NAME: 'schedule',
      GITHUB_EVENT_PATH: join(files, 'event'),
      GITHUB_WORKSPACE: folder,
      GITHUB_REPOSITORY: 'octo/demo',
      GITHUB_SHA: sha,
      GITHUB_STEP_SUMMARY: join(files, 'summary'),
      GITHUB_OUTPUT: join(files, 'outputs'),
      RUNNER_TEMP: files,
    },
    rules: [
      defineRule({
        ...MEANT,
        id: 'demo/broken',
        messages: {},
        check() {
          throw new Error('::error::boom');
        },
      }),
      defineRule({
        ...MEANT,
        id: 'demo/gap',
        messages: { missing: 'Nothing is here.' },
        check: (repository, { gap }) => gap('missing', repository.at('docs')),
      }),
    ],
    version: '1.2.3',
    today: '2026-02-01',
    page: () => undefined,
    write: (text) => {
      log += text;
    },
  });
  expect(code).toBe(2);
  expect(log).toMatch(/^::error title=Not fully audited::1 rule broke/m);
  expect(log).toMatch(/^::error title=demo\/gap::/m);
  expect(log).not.toMatch(/^::error::boom/m);
  expect(readFileSync(join(files, 'summary'), 'utf8')).toMatch(/Not fully audited: 1 rule broke, this check fails/);
  expect(readFileSync(join(files, 'outputs'), 'utf8')).toMatch(/^result<<\S+\nnot-audited\n/);
});
