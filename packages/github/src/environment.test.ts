import { describe, expect, test } from '@jest/globals';
import { readEnvironment } from './environment.ts';

const sha = 'a'.repeat(40);
const GIVEN = {
  GITHUB_REPOSITORY: 'octo/demo',
  GITHUB_SHA: sha,
  GITHUB_EVENT_NAME: 'push',
  GITHUB_EVENT_PATH: '/e.json',
  GITHUB_WORKSPACE: '/w',
  GITHUB_REF: 'refs/heads/main',
  RUNNER_TEMP: '/t',
};

describe('the environment of a step', () => {
  test('is on github.com without other words', () => {
    expect(readEnvironment(GIVEN)).toEqual({
      eventName: 'push',
      eventPath: '/e.json',
      workspace: '/w',
      owner: 'octo',
      repo: 'demo',
      sha,
      ref: 'refs/heads/main',
      serverUrl: 'https://github.com',
      apiUrl: 'https://api.github.com',
      temp: '/t',
    });
  });

  test("is on a server of one's own, and names the run", () => {
    const own = { GITHUB_SERVER_URL: 'https://git.example.com/', GITHUB_API_URL: 'https://git.example.com/api/v3' };
    expect(readEnvironment({ ...GIVEN, ...own, GITHUB_RUN_ID: '42', GITHUB_RUN_ATTEMPT: '2' })).toMatchObject({
      serverUrl: 'https://git.example.com',
      apiUrl: 'https://git.example.com/api/v3',
      run: 'https://git.example.com/octo/demo/actions/runs/42/attempts/2',
    });
  });

  test.each([
    ['GITHUB_REPOSITORY', 'demo'],
    ['GITHUB_REPOSITORY', 'a/b/c'],
    ['GITHUB_SHA', 'main'],
    ['GITHUB_SERVER_URL', 'ftp://x'],
    ['GITHUB_API_URL', 'nowhere'],
    ['GITHUB_WORKSPACE', ''],
    ['RUNNER_TEMP', undefined],
  ])('with %s %j is none of a workflow', (name, value) => {
    expect(() => readEnvironment({ ...GIVEN, [name]: value })).toThrow(`no job of GitHub Actions: ${name} `);
  });
});
