import { describe, expect, test } from '@jest/globals';
import { parseFile } from '../contracts/testing/parse-file.ts';
import { dependencyUpdatesKind } from './kind.ts';

const read = (path: string, text: string) => parseFile(dependencyUpdatesKind, path, text);

test('entries of Dependabot, each where it stands', async () => {
  const text = `version: 2
updates:
  - package-ecosystem: npm
    directory: /web/
    open-pull-requests-limit: 0
  - package-ecosystem: gomod
    directories:
      - "/"
      - /services/*
    target-branch: main
`;
  const facts = (await read('.github/dependabot.yml', text)).artifacts[0]?.facts;
  expect(facts).toMatchObject({
    tool: 'dependabot',
    findsAll: false,
    entries: [
      { ecosystem: 'npm', folders: ['web'], securityOnly: true },
      { ecosystem: 'gomod', folders: ['', 'services/*'], branch: 'main' },
    ],
  });
  expect(facts?.entries.map(({ at }) => text.slice(...at))).toEqual(['npm', 'gomod']);
  expect(facts?.entries[1]?.foldersAt?.map((at) => text.slice(...at))).toEqual(['"/"', '/services/*']);
});

describe('other tools', () => {
  test.each<[string, string, object | undefined]>([
    ['renovate.json', '{"extends":["config:base"]}', { tool: 'renovate', findsAll: true }],
    ['.renovaterc', '{}', { tool: 'renovate', findsAll: true }],
    ['.github/renovate.json5', "{\n  // c\n  extends: ['x'],\n}", { tool: 'renovate', findsAll: true }],
    [
      '.github/renovate.json5',
      "{\n  enabledManagers: ['npm'],\n}",
      { findsAll: false, entries: [{ ecosystem: 'npm' }] },
    ],
    ['renovate.json', '{"enabled":false}', { off: expect.anything() }],
    ['renovate.json5', '{\n  enabled: false,\n}', { off: expect.anything() }],
    [
      'renovate.json5',
      '{\n  docker: {\n    enabled: false,\n  },\n  extends: [],\n}',
      { findsAll: true, excluded: [] },
    ],
    ['renovate.json', '{"docker":{"enabled":false},"extends":[]}', { findsAll: true, excluded: ['docker'] }],
    ['package.json', '{"renovate":{"extends":["x"]}}', { tool: 'renovate', findsAll: true }],
    ['package.json', '{"name":"renovate"}', undefined],
    ['.pyup.yml', 'update: insecure\n', { tool: 'pyup', entries: [{ ecosystem: 'pip', securityOnly: true }] }],
    ['.pyup.yml', 'update: false\n', { off: expect.anything() }],
    ['web/renovate.json', '{"extends":["config:base"]}', undefined],
    ['presets/dependabot.yml', 'version: 2\nupdates: []\n', undefined],
    ['.github/workflows/renovate.yml', 'on: push\n', undefined],
  ])('%s: %j', async (path, text, expected) => {
    const facts = (await read(path, text)).artifacts[0]?.facts;
    if (expected) expect(facts).toMatchObject(expected);
    else expect(facts).toBeUndefined();
  });
});

test('a broken file is said to be broken', async () => {
  const { artifacts, problems } = await read('.github/dependabot.yml', 'version: 2\nupdates: [\n');
  expect([artifacts.length, problems[0]?.effect]).toEqual([0, 'broken']);
});
