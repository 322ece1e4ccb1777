import { describe, expect, test } from '@jest/globals';
import { type Audit, type Reporter, SourceError } from '@shipworthy/model';
import { auditedRepository, report } from './report.ts';

const audit = { findings: [] } as Partial<Audit> as Audit;
const reporterOf = (render: () => unknown): Reporter => ({ name: 'csv', render: render as Reporter['render'] });

describe('report', () => {
  test('is what the reporter gives', () => {
    expect(report({ name: 'csv', render: (_, { limit }) => `${limit}` }, audit, { limit: 3000 })).toBe('3000');
  });
  test.each<[string, () => unknown, string]>([
    [
      'throws',
      () => {
        throw new Error('no column');
      },
      'no column',
    ],
    ['gives nothing', () => undefined, 'it gave undefined instead of text'],
    ['waits', async () => 'later', 'it gave object instead of text'],
  ])('a reporter that %s could not audit, by name', (_name, render, why) => {
    const run = () => report(reporterOf(render), audit, {});
    expect(run).toThrow(SourceError);
    expect(run).toThrow(`the reporter of --format csv broke: `);
    expect(run).toThrow(why);
  });
});

describe('auditedRepository', () => {
  const env = { GITHUB_SERVER_URL: 'https://github.example', GITHUB_REPOSITORY: 'a/b', GITHUB_SHA: 'c1' };
  test.each<[string, string | undefined, NodeJS.ProcessEnv, string | undefined]>([
    ['the commit of the workflow', 'c1', env, 'https://github.example/a/b'],
    ['another commit', 'c2', env, undefined],
    ['no commit', undefined, env, undefined],
    ['no workflow', 'c1', {}, undefined],
    ['an odd server', 'c1', { ...env, GITHUB_SERVER_URL: 'nowhere' }, undefined],
  ])('%s', (_name, commit, environment, expected) => {
    expect(auditedRepository(commit === undefined ? {} : { commit }, environment)).toBe(expected);
  });
});
