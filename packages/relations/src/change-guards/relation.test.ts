import { describe, expect, test } from '@jest/globals';
import type { AnyArtifact, Change, ChangedFile, FileState, OwnerLineFacts, SubjectMap } from '@shipworthy/model';
import { artifact, contextOf } from '../testing/facts.ts';
import { changeGuards } from './relation.ts';

const file = (path: string, state: FileState): ChangedFile => ({
  path,
  state,
  pathClass: path.startsWith('test') ? 'fixture' : 'authored',
});
const changeOf = (...files: readonly ChangedFile[]): Change => ({ base: 'main', files, words: { commits: [] } });

interface Side {
  readonly artifacts?: readonly AnyArtifact[];
  readonly paths?: readonly string[];
}

function guardsOf(change: Change, head: Side, base: Side = {}) {
  const after = contextOf(head.artifacts ?? [], head.paths);
  const { inventory, own, tree } = contextOf(base.artifacts ?? [], base.paths);
  const subject: SubjectMap['change'] = {
    change,
    path: '.',
    pathClass: 'authored',
    level: 'parsed',
    subjectId: '.',
    at: () => ({ path: '.', absent: true }),
  };
  return changeGuards.build({ ...after, change, before: { inventory, own, tree } })(subject);
}

describe('tests that are gone', () => {
  const gone = (path: string) => file(path, 'removed');
  test.each<[string, Change, readonly string[], string[]]>([
    ['beside their code', changeOf(gone('src/order.test.ts')), ['src/order.ts'], ['src/order.test.ts']],
    [
      'in a folder of their own',
      changeOf(gone('tests/billing/test_tax.py')),
      ['app/billing/tax.py'],
      ['tests/billing/test_tax.py'],
    ],
    [
      'named like classes',
      changeOf(gone('test/shop/OrderTests.cs')),
      ['src/shop/Order.cs'],
      ['test/shop/OrderTests.cs'],
    ],
    ['of a name that many files have', changeOf(gone('tests/billing/test_main.py')), ['app/shop/main.py'], []],
    ['with their code', changeOf(gone('src/order.test.ts'), gone('src/order.ts')), ['src/cart.ts'], []],
    [
      'of code that is edited',
      changeOf(gone('src/order.test.ts'), file('src/order.ts', 'modified')),
      ['src/order.ts'],
      [],
    ],
    ['of code that is not found', changeOf(gone('e2e/journey.spec.ts')), ['src/order.ts'], []],
    [
      'for others of the same name',
      changeOf(gone('src/order.test.ts'), file('src/order.spec.ts', 'added')),
      ['src/order.ts', 'src/order.spec.ts'],
      [],
    ],
    [
      'for others beside them',
      changeOf(gone('src/order.test.ts'), file('src/shop.test.ts', 'modified')),
      ['src/order.ts', 'src/shop.test.ts'],
      [],
    ],
    [
      'for several',
      changeOf(gone('a/order.test.ts'), file('b/orderTotals.test.ts', 'added')),
      ['a/order.ts', 'b/orderTotals.test.ts'],
      [],
    ],
    ['data of tests', changeOf(gone('testdata/order.test.ts')), ['testdata/order.ts'], []],
    ['of another language', changeOf(gone('src/order.test.ts')), ['src/order.py'], []],
  ])('%s', (_name, change, paths, expected) => {
    expect(guardsOf(change, { paths })?.tests.map(({ path }) => path)).toEqual(expected);
  });
});

describe('files that lose their owner', () => {
  const owners = (...lines: readonly (readonly [string, string?])[]) =>
    artifact('ownership', '.github/CODEOWNERS', {
      flavour: 'codeowners',
      faults: [],
      lines: lines.map(
        ([pattern, name]): OwnerLineFacts => ({
          pattern,
          folder: '',
          owners: name === undefined ? [] : [{ name, form: 'team', at: [0, 1] }],
          spans: { '': [0, 1] },
        }),
      ),
    });
  const paths = ['billing/a.ts', 'billing/b.ts', 'web/c.ts'];
  const edited = changeOf(file('.github/CODEOWNERS', 'modified'));
  const before = { artifacts: [owners(['/billing/', '@acme/billing'], ['/web/', '@acme/web'])], paths };
  test('with a line that is dropped', () => {
    const head = { artifacts: [owners(['/web/', '@acme/web'])], paths };
    expect(guardsOf(edited, head, before)?.unowned).toEqual([
      { owners: ['@acme/billing'], from: '.github/CODEOWNERS', files: 2, sample: 'billing/a.ts' },
    ]);
  });
  test.each([
    ['another line takes them', owners(['*', '@acme/core'])],
    ['they are left without on purpose', owners(['/billing/'], ['/web/', '@acme/web'])],
  ])('not where %s', (_name, after) => {
    expect(guardsOf(edited, { artifacts: [after], paths }, before)?.unowned).toEqual([]);
  });
  test('not looked for where the file is as it was', () => {
    expect(guardsOf(changeOf(), { paths }, before)?.unowned).toEqual([]);
  });
});

test('nothing is said without a base', () => {
  const context = contextOf([]);
  const subject = { change: changeOf() };
  expect(
    changeGuards.build(context)({
      ...subject,
      path: '.',
      pathClass: 'authored',
      level: 'parsed',
      subjectId: '.',
      at: () => ({ path: '.' }),
    }),
  ).toBeUndefined();
});

describe('pipelines of the base', () => {
  const pipeline = artifact('ci-pipeline', '.github/workflows/ci.yml', {
    system: 'github-actions',
    read: 'jobs',
    triggers: [],
    includes: [],
    jobs: [],
    secrets: [],
    faults: [],
    callable: false,
  });
  const pipelinesOf = (change: Change, base: readonly AnyArtifact[]) =>
    guardsOf(change, { artifacts: [pipeline], paths: [pipeline.path] }, { artifacts: base, paths: [pipeline.path] })
      ?.pipelines;
  test.each<[string, Change, readonly AnyArtifact[], boolean]>([
    ['are those of the head where nothing touches them', changeOf(file('a.ts', 'modified')), [pipeline], true],
    ['are followed where one was another', changeOf(file(pipeline.path, 'modified')), [{ ...pipeline }], false],
    ['are followed where a file that they may run goes', changeOf(file('ci.sh', 'removed')), [pipeline], false],
  ])('%s', (_name, change, base, isSame) => {
    const found = pipelinesOf(change, base);
    expect(found?.before === found?.after).toBe(isSame);
    expect(found?.before).toEqual(found?.after);
  });
});
