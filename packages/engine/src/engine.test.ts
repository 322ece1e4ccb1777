import { describe, expect, test } from '@jest/globals';
import {
  DEFAULT_VOCABULARY,
  type Listing,
  type Profile,
  profileWith,
  type ReadFailure,
  type RepositorySource,
} from '@shipworthy/model';
import { defineRule } from '@shipworthy/rule-kit';
import { memorySource } from '@shipworthy/sources';
import { collectAll, investigate, run } from './index.ts';

const profile = (): Profile => profileWith([]);
const meta = {
  title: 'Something holds',
  stages: ['operate'],
  qualities: ['reliability'],
  severity: 'warning',
  confidence: 'high',
  preset: 'strict',
} as const;

const ALERT = (name: string) => `groups:\n  - name: g\n    rules:\n      - alert: ${name}\n        expr: up == 0\n`;

const listAlerts = defineRule({
  ...meta,
  id: 'demo/alerts',
  subject: 'alert',
  messages: { seen: '{name}' },
  check: (alert, { gap }) => gap('seen', alert.at('name'), { name: alert.name }),
});

const alertsSeen = async (files: Record<string, string>) => {
  const { outcomes } = await investigate({ source: memorySource(files), rules: [listAlerts], profile });
  return outcomes.map(
    ({ subject, result }) => `${subject.path} ${result.outcome === 'gap' ? result.gaps[0]?.message : result.outcome}`,
  );
};

describe('which artifacts count', () => {
  test('examples count where the repository has nothing of its own', async () => {
    expect(await alertsSeen({ 'examples/alerts.yaml': ALERT('A') })).toEqual(['examples/alerts.yaml A']);
  });
  test('examples do not count beside an authored file', async () => {
    expect(await alertsSeen({ 'examples/alerts.yaml': ALERT('A'), 'prod/alerts.yaml': ALERT('B') })).toEqual([
      'prod/alerts.yaml B',
    ]);
  });
  test('jsonnet, read by a line scan, does not push examples out', async () => {
    const files = { 'examples/alerts.yaml': ALERT('A'), 'mixin/alerts.libsonnet': "{ alert: 'C', expr: 'up == 0' }\n" };
    expect(await alertsSeen(files)).toContain('examples/alerts.yaml A');
  });
  test.each(['vendor/x/alerts.yaml', 'testdata/alerts.yaml', 'node_modules/x/alerts.yaml'])(
    '%s never counts',
    async (path) => {
      expect(await alertsSeen({ [path]: ALERT('A') })).toEqual([]);
    },
  );
});

describe('files that cannot be read', () => {
  const problems = async (files: Record<string, string | Uint8Array>) =>
    (await collectAll(memorySource(files))).inventory.files.flatMap((file) =>
      file.problems.map((problem) => `${file.path} ${problem.effect}: ${problem.what}`),
    );

  test('rules in another encoding are broken: nothing that loads them would accept it', async () => {
    const bytes = Buffer.concat([Buffer.from(ALERT('A')), Buffer.from([0x23, 0xe9, 0x0a])]);
    expect(await problems({ 'alerts.yaml': bytes })).toEqual(['alerts.yaml broken: it is not UTF-8 text']);
  });
  test('binary files hold nothing and are no problem', async () => {
    expect(await problems({ 'alerts.yaml': new Uint8Array([0, 1, 2]) })).toEqual([]);
  });
  test('a file above the limit is unseen, not clean', async () => {
    expect(await problems({ 'alerts.yaml': new Uint8Array(9 * 1024 * 1024).fill(0x61) })).toEqual([
      expect.stringMatching(/^alerts\.yaml unseen: /),
    ]);
  });
  test.each([
    ['data/countries.json', false],
    ['docs/openapi.json', true],
    ['grafana/dashboards/checkout.json', true],
    ['security/threat-dragon.json', true],
  ])('%s above the limit: only what its path speaks of may have been missed', async (path, missed) => {
    const bytes = new Uint8Array(5 * 1024 * 1024).fill(0x20);
    expect(await problems({ [path]: bytes })).toHaveLength(missed ? 1 : 0);
  });
});

describe('an absence, where something could not be read', () => {
  const present = defineRule({
    ...meta,
    id: 'demo/present',
    subject: 'repository',
    presence: { asked: ['service'], kinds: ['alert-rules'] },
    messages: { none: 'No alerts.', stale: 'Stale.' },
    check: (_, { gap }) => gap('none', { path: 'alerts.yaml', absent: true }),
  });
  const stale = defineRule({
    ...meta,
    id: 'demo/stale',
    subject: 'repository',
    presence: { asked: ['service'], kinds: ['alert-rules'] },
    messages: { none: 'No alerts.', stale: 'Stale.' },
    check: (_, { gap }) => gap('stale', { path: 'a.txt' }),
  });
  const asked = async (path: string, failure: ReadFailure, unseen: Listing['unseen'] = []) => {
    const source: RepositorySource = {
      kind: 'memory',
      name: 'memory',
      list: async () => ({ entries: [{ path, type: 'file' }], history: 'none', unseen }),
      async *read(paths) {
        for (const each of paths) yield { path: each, content: failure };
      },
    };
    const service = () => profileWith([{ name: 'service', because: 'a sign' }]);
    const { outcomes } = await investigate({ source, rules: [present, stale], profile: service });
    return outcomes.map(({ result }) => (result.outcome === 'unknown' ? result.why : result.outcome));
  };
  const NOT_HERE: ReadFailure = { reason: 'unreadable', detail: 'not in this clone' };

  test.each<[string, string, ReadFailure, string]>([
    ['what may hold it', 'ops/alerts.yaml', NOT_HERE, 'ops/alerts.yaml could not be read, and may hold it'],
    ['what holds other things', 'docs/runbook.md', NOT_HERE, 'gap'],
    ['what is a fixture', 'testdata/alerts.yaml', NOT_HERE, 'gap'],
    ['what was deleted', 'ops/alerts.yaml', { reason: 'absent', detail: 'not on disk' }, 'gap'],
    ['what is too large', 'ops/alerts.yaml', { reason: 'too-large', detail: 'large', bytes: 9_000_000 }, 'gap'],
  ])('%s: it is unknown only where it may be there', async (_case, path, failure, expected) => {
    expect(await asked(path, failure)).toEqual([expected, 'gap']);
  });

  test('a folder that could not be listed may hold anything', async () => {
    const unseen = [{ path: 'ops', why: 'permission denied' }];
    expect(await asked('README.md', { reason: 'absent', detail: '' }, unseen)).toEqual([
      'ops could not be read, and may hold it',
      'gap',
    ]);
  });
});

describe('asking', () => {
  test('a rule that throws is an error outcome, and the others are still asked', async () => {
    const broken = defineRule({
      ...meta,
      id: 'demo/broken',
      subject: 'alert',
      messages: {},
      check() {
        throw new Error('boom');
      },
    });
    const { outcomes } = await investigate({
      source: memorySource({ 'a.yaml': ALERT('A') }),
      rules: [broken, listAlerts],
      profile,
    });
    expect(outcomes.map(({ rule, result }) => [rule, result.outcome])).toEqual([
      ['demo/broken', 'error'],
      ['demo/alerts', 'gap'],
    ]);
  });
  test('a rule is handed what it declares and nothing else', async () => {
    let given: unknown;
    const nosy = defineRule({
      ...meta,
      id: 'demo/nosy',
      subject: 'repository',
      messages: {},
      check(_repository, tools) {
        given = tools.given;
        return tools.skip('only looking');
      },
    });
    const { inventory, tree } = await collectAll(memorySource({ 'a.yaml': ALERT('A') }));
    run({ inventory, tree, rules: [nosy], vocabulary: DEFAULT_VOCABULARY, profile: profile() });
    expect(given).toEqual({});
  });
  test('subjects keep their identity when lines shift', async () => {
    const ids = async (text: string) =>
      (await investigate({ source: memorySource({ 'a.yaml': text }), rules: [listAlerts], profile })).outcomes.map(
        (o) => o.subject.id,
      );
    expect(await ids(`# a comment\n\n${ALERT('A')}`)).toEqual(await ids(ALERT('A')));
    expect(await ids(ALERT('A'))).toEqual(['g/A{}']);
  });
});

test('a rule on the repository hears of links at its root, which are not followed', async () => {
  const links = defineRule({
    ...meta,
    id: 'demo/links',
    subject: 'repository',
    messages: { seen: '{links}' },
    check: (repository, { gap }) => gap('seen', repository.at(), { links: (repository.links ?? []).join() }),
  });
  const source = memorySource({ 'a/README.md': '# A\n' }, { symlinks: ['README.md', 'a/LICENSE'] });
  const { outcomes } = await investigate({ source, rules: [links], profile });
  expect(outcomes.map(({ result }) => (result.outcome === 'gap' ? result.gaps[0]?.message : ''))).toEqual([
    'README.md',
  ]);
});
