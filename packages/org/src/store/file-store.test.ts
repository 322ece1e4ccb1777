import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { StoredTree } from '../collect/stored-tree.ts';
import { weekOf } from '../report/week-of.ts';
import { openFileStore } from './file-store.ts';
import { layout } from './layout.ts';
import type { RepositoryRecord, RunHeader } from './record.ts';
import type { OpenRun, OrgStore, Records } from './store.ts';

const now = new Date('2026-11-22T10:00:00Z');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shipworthy-store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const header = (over: Partial<RunHeader> = {}): RunHeader => ({
  asOf: '2026-11-22',
  title: 'acme',
  tool: { name: 'shipworthy', version: '1.0.0' },
  code: 'c',
  policy: 'p',
  rules: [],
  ...over,
});

const record = (id: string, over: Partial<RepositoryRecord> = {}): RepositoryRecord => ({
  id,
  name: id,
  state: 'audited',
  archetypes: [],
  stages: {},
  standing: { 'a/b': 'met' },
  unknown: 0,
  exempt: 0,
  findings: [],
  opened: [],
  gone: [],
  ...over,
});

const tree = (id: string): StoredTree => ({ tree: id, history: 'none', entries: [], facts: {}, texts: {}, lines: {} });

function use<T>(act: (store: OrgStore) => T): T {
  const store = openFileStore(folder, now);
  try {
    return act(store);
  } finally {
    store.close();
  }
}

async function keep(...trees: readonly StoredTree[]): Promise<void> {
  const store = openFileStore(folder, now);
  try {
    for (const each of trees) await store.keepTree(each);
  } finally {
    store.close();
  }
}

const finish = (run: OpenRun, of: RunHeader): void => {
  run.finish(weekOf(of, run.records.values()));
  run.close();
};

const all = (records: Records | undefined): RepositoryRecord[] => [...(records?.values() ?? [])];

function week(of: RunHeader, ...records: readonly RepositoryRecord[]): void {
  use((store) => {
    const run = store.beginRun(of);
    for (const each of records) run.record(each);
    finish(run, of);
  });
}

describe('runs', () => {
  test('the last finished one is the history of the next', () => {
    week(header(), record('a'));
    use((store) => {
      const run = store.beginRun(header({ asOf: '2026-11-29' }));
      expect(run.previous).toMatchObject({ id: '2026-11-22', header: header() });
      expect(all(run.previous?.records)).toEqual([record('a')]);
      run.close();
      expect(store.last()?.id).toBe('2026-11-22');
    });
  });

  test('an interrupted one goes on, and the line that was cut off is written again', () => {
    use((store) => {
      const run = store.beginRun(header());
      run.record(record('a'));
      run.close();
    });
    appendFileSync(layout(folder).run('2026-11-22'), '{"repository":{"id":"b","na');
    use((store) => {
      const run = store.beginRun(header());
      expect(all(run.records)).toEqual([record('a')]);
      run.record(record('b'));
      finish(run, header());
      expect(all(store.last()?.records)).toEqual([record('a'), record('b')]);
    });
    expect(readFileSync(layout(folder).run('2026-11-22'), 'utf8').split('\n')).toHaveLength(5);
  });

  test.each([
    ['another day', { asOf: '2026-11-29' }],
    ['another policy', { policy: 'q' }],
    ['other code', { code: 'd' }],
  ])('an interrupted one of %s does not', (_case, over) => {
    use((store) => {
      const run = store.beginRun(header());
      run.record(record('a'));
      run.close();
      const other = store.beginRun(header(over));
      expect(all(other.records)).toEqual([]);
      other.close();
    });
  });

  test('one that ended before its report was written is told, and not begun again', () => {
    week(header(), record('a'));
    use((store) => {
      expect(store.untold(header())).toBe(true);
      expect(store.untold(header({ asOf: '2026-11-29' }))).toBe(false);
      store.told();
      expect(store.untold(header())).toBe(false);
    });
    week(header(), record('a'));
    use((store) => expect(store.untold(header())).toBe(true));
  });

  test('one that is recorded twice counts as it was last', () => {
    const long = record('ä', { name: 'x'.repeat(200_000) });
    use((store) => {
      const run = store.beginRun(header());
      for (const each of [record('a'), long, record('a', { name: 'now' }), record('b')]) run.record(each);
      expect(run.records.get('ä')).toEqual(long);
      expect(run.records.get('a')?.name).toBe('now');
      expect(run.records.has('c')).toBe(false);
      run.close();
      const again = store.beginRun(header());
      expect(again.records.size).toBe(3);
      expect(all(again.records)).toEqual([record('a', { name: 'now' }), long, record('b')]);
      again.close();
    });
  });

  test('two of one day are two', () => {
    week(header(), record('a'));
    week(header(), record('a'), record('b'));
    use((store) => {
      expect(store.last()?.id).toBe('2026-11-22.2');
      expect(all(store.last()?.records)).toEqual([record('a'), record('b')]);
      expect(store.weeks()).toHaveLength(2);
    });
  });

  test('what came and went stays, one line each', () => {
    const finding = { rule: 'a/b', severity: 'error', message: 'm', path: 'p', fingerprint: 'f', count: 1 } as const;
    week(header(), record('a', { opened: [{ cause: 'change', finding }], gone: [{ cause: 'rules', finding }] }));
    const lines = readFileSync(layout(folder).transitions('2026-11-22'), 'utf8').trim().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { repository: 'a', name: 'a', came: true, cause: 'change', finding },
      { repository: 'a', name: 'a', came: false, cause: 'rules', finding },
    ]);
  });

  test('after a quarter records go, weeks stay', () => {
    for (let nth = 1; nth <= 15; nth++) week(header({ asOf: `2026-11-${String(nth).padStart(2, '0')}` }), record('a'));
    expect(readdirSync(layout(folder).runs)).toHaveLength(13);
    use((store) => expect(store.weeks()).toHaveLength(15));
  });
});

describe('trees', () => {
  const full: StoredTree = {
    ...tree('abc'),
    commit: 'c',
    entries: [{ path: 'a.md', type: 'file', blob: 'b1' }],
    facts: {
      k1: { path: 'a.md', pathClass: 'authored', artifacts: [], problems: [] },
      ...Object.fromEntries(Array.from({ length: 5000 }, (_, nth) => [`k${nth + 2}`, null])),
    },
    texts: { '.gitignore': 'YQ==' },
    lines: { b1: [3, 0, 12] },
  };

  test.each([
    ['nothing', tree('abc')],
    ['everything', full],
  ])('one of %s is kept as it is', async (_, one) => {
    await keep(one);
    use((store) => {
      expect(store.tree('abc')).toEqual(one);
      expect(store.tree('def')).toBeUndefined();
    });
  });

  test('the same tree is the same bytes', async () => {
    await keep(full);
    const first = readFileSync(layout(folder).tree('abc'));
    await keep(full);
    expect(readFileSync(layout(folder).tree('abc'))).toEqual(first);
  });

  test.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 4)],
    ['something else', () => Buffer.from('{}')],
    ['empty', () => Buffer.alloc(0)],
    ['of another version', () => gzipSync('{"version":1,"tree":{"tree":"abc","entries":[],"texts":{}}}\n')],
    ['of another tree', () => gzipSync('{"version":2,"tree":{"tree":"abd","entries":[],"texts":{}}}\n')],
  ])('one that is %s is as if it were not there', async (_case, damage) => {
    await keep(full);
    const file = layout(folder).tree('abc');
    writeFileSync(file, damage(readFileSync(file)));
    use((store) => expect(store.tree('abc')).toBeUndefined());
  });

  test('those that the last run does not name go', async () => {
    await keep(tree('aaa'), tree('bbb'));
    week(header(), record('a', { tree: 'bbb' }));
    expect(existsSync(layout(folder).tree('aaa'))).toBe(false);
    expect(existsSync(layout(folder).tree('bbb'))).toBe(true);
  });
});

test('a store of another version is left alone', () => {
  use(() => {});
  writeFileSync(layout(folder).format, '{"format":99}');
  expect(() => use(() => {})).toThrow(/another version/);
  expect(existsSync(layout(folder).lock)).toBe(false);
});
