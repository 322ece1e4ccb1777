import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { GitFolder } from '@shipworthy/sources/testing';
import { buildIfStale, shipworthy } from './run-built.ts';

jest.setTimeout(60_000);
beforeAll(buildIfStale);

const api = (...paths: string[]): string =>
  `openapi: 3.0.3\ninfo: { title: Shop, version: 2.3.0 }\npaths:\n${paths
    .map((path) => `  ${path}: { get: { responses: { '200': { description: All } } } }\n`)
    .join('')}`;

/** Released with one call; then one more came, which the last commit takes away again. */
function library(): GitFolder {
  const folder = new GitFolder();
  folder.commit({ '.shipworthy.yaml': 'archetype: library\n', 'openapi.yaml': `# Shop\n${api('/old')}` });
  folder.git('tag', 'v2.3.0');
  folder.commit({ 'openapi.yaml': api('/old', '/new') });
  folder.commit({ 'openapi.yaml': api('/old') });
  return folder;
}

/** Exit code, and the outcomes of the rule. */
async function judge(path: string): Promise<[number | null, string[]]> {
  const rule = 'change/contract-break-declared';
  const asked = ['--base', 'HEAD~1', '--revision', 'HEAD', '--rule', rule, '--verbose', '--format', 'json'];
  const { code, out, err } = await shipworthy(['lint', path, ...asked]);
  if (out === '') throw new Error(err);
  return [code, JSON.parse(out).outcomes.map(({ outcome }: { outcome: string }) => outcome)];
}

describe('a call that goes', () => {
  test('was promised to nobody where no release had it', async () => {
    expect(await judge(library().path)).toEqual([0, ['pass']]);
  });

  test('was promised where no release is known', async () => {
    const folder = library();
    folder.git('tag', '-d', 'v2.3.0');
    expect(await judge(folder.path)).toEqual([1, ['gap']]);
  });

  test('was promised where a release had it', async () => {
    const folder = library();
    folder.git('tag', 'v2.4.0', 'HEAD~1');
    expect(await judge(folder.path)).toEqual([1, ['gap']]);
  });

  test('was promised for all that is known of a clone that lacks the contents of releases', async () => {
    const folder = library();
    folder.git('config', 'uploadpack.allowFilter', 'true');
    const clone = new GitFolder();
    clone.git('clone', '-q', '--filter=blob:none', `file://${folder.path}`, 'partial');
    const partial = new GitFolder(`${clone.path}/partial`);
    // What the change needs is fetched: the contents of the release, which no side has, are not.
    partial.git('checkout', '-q', 'HEAD~1');
    partial.git('checkout', '-q', 'main');
    expect(await judge(partial.path)).toEqual([1, ['gap']]);
  });
});
