import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { GitFolder } from '@shipworthy/sources/testing';
import { buildIfStale, shipworthy } from './run-built.ts';

/** Building and starting processes on a busy machine. */
jest.setTimeout(120_000);

const ALERTS = `groups:
  - name: queue
    rules:
      - alert: QueueStuck
        expr: queue_depth > 100
        annotations:
          runbook_url: docs/queue.md
`;

const git = new GitFolder();
beforeAll(() => {
  buildIfStale();
  git.commit({ 'alerts.yaml': ALERTS, 'package.json': '{ "private": true }' });
  git.commit({ 'alerts.yaml': null, 'package.json': null, 'README.md': '# Nothing\n' });
});
afterAll(() => git.remove());

describe.each(['on disk', 'of a commit before', 'of a bare repository'])('files %s', (where) => {
  const isBefore = where !== 'on disk';
  const run = async (...args: string[]): Promise<string> => {
    const at = where === 'of a bare repository' ? `${git.path}/.git` : git.path;
    const { code, out, err } = await shipworthy([...args, at, ...(isBefore ? ['--revision', 'HEAD~1'] : [])]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    return out;
  };

  test('inventory', async () => {
    const { artifacts } = JSON.parse(await run('inventory', '--format', 'json'));
    expect(artifacts.map(({ kind }: { kind: string }) => kind)).toEqual(
      isBefore ? ['dependency-manifest', 'alert-rules'] : ['readme'],
    );
  });

  test('why a file is an artifact', async () => {
    expect(await run('inventory', '--why', isBefore ? 'alerts.yaml' : 'README.md')).toContain(
      isBefore ? 'alert-rules' : 'readme',
    );
  });

  test('profile', async () => {
    const { commit, archetypes } = JSON.parse(await run('profile', '--format', 'json'));
    expect(commit).toBe(git.git('rev-parse', isBefore ? 'HEAD~1' : 'HEAD').trim());
    expect(archetypes.map(({ name }: { name: string }) => name)).toEqual([isBefore ? 'collection' : 'documentation']);
  });

  test('graph', async () => {
    expect((await run('graph')).includes('QueueStuck')).toBe(isBefore);
  });
});
