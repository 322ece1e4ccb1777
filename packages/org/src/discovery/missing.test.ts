import { describe, expect, test } from '@jest/globals';
import type { RepositoryRecord, RunHeader } from '../store/record.ts';
import type { FinishedRun } from '../store/store.ts';
import type { DiscoveredRepository, Discovery } from './discovered.ts';
import { withMissing } from './missing.ts';

const record = (id: string, more: Partial<RepositoryRecord> = {}): RepositoryRecord => ({
  id,
  name: `acme/${id}`,
  state: 'audited',
  archetypes: [],
  stages: {},
  standing: {},
  unknown: 0,
  exempt: 0,
  findings: [],
  opened: [],
  gone: [],
  ...more,
});

function runOf(title: string, ...records: RepositoryRecord[]): FinishedRun {
  const header: RunHeader = {
    title,
    asOf: '2026-11-15',
    tool: { name: 'shipworthy', version: '1.0.0' },
    code: 'c',
    policy: 'p',
    rules: [],
  };
  const byId = new Map(records.map((each) => [each.id, each]));
  return {
    id: '2026-11-15',
    header,
    records: { size: byId.size, has: (id) => byId.has(id), get: (id) => byId.get(id), values: () => byId.values() },
  };
}

const shown = (id: string): DiscoveredRepository => ({
  id,
  name: `acme/${id}`,
  open: () => Promise.reject(new Error('not asked')),
});
const found: Discovery = { title: 'acme', repositories: [shown('a')], missing: 'it is gone' };

describe('a repository of the run before that is not shown', () => {
  const namesOf = ({ repositories }: Discovery) => repositories.map(({ id }) => id);

  test('is told, with what it was called', () => {
    const { repositories } = withMissing(found, runOf('acme', record('a'), record('b', { url: 'https://b' })));
    expect(repositories).toMatchObject([
      { id: 'a' },
      { id: 'b', name: 'acme/b', url: 'https://b', failed: 'it is gone', missing: true },
    ]);
    expect(repositories[0]).not.toHaveProperty('missing');
  });

  test.each<[string, Discovery, FinishedRun | undefined]>([
    ['in the first run', found, undefined],
    ['of another organisation', found, runOf('umbrella', record('b'))],
    ['that was left out', found, runOf('acme', record('b', { state: 'excluded', why: 'archived' }))],
    ['that was told of already', found, runOf('acme', record('b', { state: 'failed', missing: true }))],
    ['where somebody chose', { title: 'acme', repositories: [shown('a')] }, runOf('acme', record('b'))],
  ])('%s is not told', (_name, discovery, before) => {
    expect(namesOf(withMissing(discovery, before))).toEqual(['a']);
  });
});
