import { describe, expect, test } from '@jest/globals';
import type { Change, ChangedFile, FileState, RelationContext } from '@shipworthy/model';
import { alert, artifact, contextOf, rules } from '../testing/facts.ts';
import { changeObligations } from './relation.ts';

const file = (path: string, more: Partial<ChangedFile> = {}): ChangedFile => ({
  path,
  state: 'modified',
  pathClass: 'authored',
  ...more,
});

const changeOf = (files: readonly ChangedFile[], words: Change['words'] = { commits: [] }): Change => ({
  base: 'main',
  files,
  words,
});

function ask(change: Change, context: RelationContext) {
  const subject = {
    change,
    path: '.',
    pathClass: 'authored',
    level: 'parsed',
    subjectId: '.',
    at: () => ({ path: '.' }),
  } as const;
  return changeObligations.build(context)(subject);
}

/** `auth src/a.ts,src/b.ts` */
const touched = (files: readonly ChangedFile[], context: RelationContext = contextOf([])) =>
  ask(changeOf(files), context).areas.map(({ name, files: held }) => `${name} ${held.map(({ at }) => at.path)}`);

const commitOf = (message: string, author = 'Ann <a@b>') => ({ id: '1', author, message, trailers: [] });
const inTree = (...paths: string[]) => contextOf([], paths);

describe('areas that are recognised', () => {
  test.each<[string, string, string[], string[]]>([
    ['a folder with several files', 'src/auth/a.ts', ['src/auth/b.ts'], ['auth src/auth/a.ts']],
    ['two words of one trade', 'app/oauth/tokens.rb', [], ['auth app/oauth/tokens.rb']],
    ['a word in a longer name', 'app/login/userSession.ts', [], ['auth app/login/userSession.ts']],
    ['payment', 'lib/payments/refund.py', [], ['billing lib/payments/refund.py']],
    ['one file of the name', 'src/http/auth.ts', [], []],
    ['the checkout of a version', 'src/checkout/index.ts', ['src/checkout/a.ts', 'src/checkout/b.ts'], []],
    ['the checkout of a shop', 'src/checkout/payments.ts', [], ['billing src/checkout/payments.ts']],
    ['subscriptions to events', 'src/subscriptions/a.ts', ['src/subscriptions/b.ts'], []],
    ['a permission among permissions', 'src/permissions/permission.cs', ['src/permissions/a.cs'], []],
    ['how a form looks', 'src/login/loginForm.tsx', ['src/login/session.ts', 'src/login/a.ts'], []],
    ['a type of payment', 'src/types/payment/refund.ts', ['src/types/payment/a.ts'], []],
    ['permissions of files', 'src/permissions/chmod.go', ['src/permissions/a.go'], []],
    ['a token of a lexer', 'src/lexer/token.ts', ['src/lexer/a.ts'], []],
    ['a whole schema', 'prisma/schema.prisma', [], ['data prisma/schema.prisma']],
  ])('%s', (_, path, others, areas) => {
    expect(touched([file(path)], inTree(path, ...others))).toEqual(areas);
  });

  const several = inTree('src/auth/a.ts', 'src/auth/b.ts');
  test.each<[string, Partial<ChangedFile>]>([
    ['a move', { state: 'moved', from: 'src/sso/a.ts' }],
    ['comments', { comments: true }],
    ['a copy', { pathClass: 'vendored' }],
    ['what a program writes', { pathClass: 'generated' }],
    ['an example', { pathClass: 'example' }],
  ])('%s touches nothing', (_, more) => {
    expect(touched([file('src/auth/a.ts', more)], several)).toEqual([]);
  });

  test('a move that edits, and what is gone', () => {
    expect(touched([file('src/auth/a.ts', { state: 'moved', from: 'x.ts', edited: true })], several)).toHaveLength(1);
    expect(ask(changeOf([file('src/auth/c.ts', { state: 'removed' })]), several).areas[0]?.files).toEqual([
      { at: { path: 'src/auth/c.ts', absent: true }, code: false },
    ]);
  });
});

describe('migrations that only join branches', () => {
  const path = 'migrations/versions/a.py';
  const joins = {
    tool: 'alembic',
    read: 'operations',
    series: 'migrations/versions',
    head: [0, 1],
    holds: 'both',
    up: [],
    down: [],
    back: 'empty',
    remarks: [],
  } as const;
  const parent = (version: string) => ({ version, at: [0, 1] as const });
  test.each<[string, string[], number]>([
    ['do nothing', ['b', 'c'], 0],
    ['one that follows a single other', ['b'], 1],
  ])('%s', (_, parents, count) => {
    const context = contextOf([artifact('migration', path, { ...joins, parents: parents.map(parent) })]);
    const { areas, migrations } = ask(changeOf([file(path, { state: 'added' })]), context);
    expect([areas.length, migrations.length]).toEqual([count, count]);
  });
});

describe('an edit of everything', () => {
  const others = Array.from({ length: 40 }, (_, index) => file(`src/part${index}/a.ts`));
  const tree = inTree('src/auth/a.ts', 'src/auth/b.ts');
  test('touches no area by itself', () => {
    expect(touched([...others, file('src/auth/a.ts')], tree)).toEqual([]);
  });
  const areas = [{ name: 'money', holds: (path: string) => path.startsWith('src/auth/') }];
  test('nor one that the configuration names, unless it demands something', () => {
    expect(touched([...others, file('src/auth/a.ts')], { ...tree, areas })).toEqual([]);
    const demanding = areas.map((area) => ({ ...area, brings: ['tests'] as const }));
    expect(touched([...others, file('src/auth/a.ts')], { ...tree, areas: demanding })).toHaveLength(1);
  });
  test('unless something new is in it', () => {
    expect(touched([...others, file('src/auth/a.ts', { state: 'added' })], tree)).toHaveLength(1);
  });
});

describe('areas that the configuration names', () => {
  const areas = [{ name: 'money', holds: (path: string) => path.startsWith('src/auth/'), brings: ['tests'] as const }];
  test('come first and keep their files', () => {
    const context = { ...inTree('src/auth/a.ts', 'src/auth/b.ts', 'src/sso/a.ts', 'src/sso/b.ts'), areas };
    expect(touched([file('src/sso/a.ts'), file('src/auth/a.ts')], context)).toEqual([
      'money src/auth/a.ts',
      'auth src/sso/a.ts',
    ]);
  });
  test('say what they are to bring', () => {
    const { areas: found } = ask(changeOf([file('src/auth/a.ts'), file('test/a.test.ts')]), { ...inTree(), areas });
    expect(found).toMatchObject([
      {
        configured: true,
        demanded: true,
        obligations: [{ name: 'tests', state: 'met', evidence: [{ in: 'file', at: { path: 'test/a.test.ts' } }] }],
      },
    ]);
  });
});

describe('who is asked nothing', () => {
  const commit = commitOf;
  test.each<[string, ReturnType<typeof commit>[], string | undefined]>([
    ['a bot', [commit('Bump a', 'dependabot[bot] <a@b>')], 'a bot made it'],
    [
      'a bot whose change somebody merged',
      [commit('Merge pull request #1 from a/b'), commit('Bump', 'renovate <a@b>')],
      'a bot made it',
    ],
    ['a person whose change a bot merged', [commit('Merge branch a', 'bors[bot] <a@b>'), commit('Feature')], undefined],
    ['a person and a bot', [commit('Bump', 'renovate[bot] <a@b>'), commit('Feature')], undefined],
    ['a bot of a project', [commit('Update', 'Project Bot <proj-bot@a>')], 'a bot made it'],
    ['a bot by its name', [commit('Update', 'sync-bot <1+a@b>')], 'a bot made it'],
    ['a person of that name', [commit('Update', 'Jan Bot <jan.bot@a>')], undefined],
    ['the way back', [commit('Revert "Feature"')], 'it takes an earlier change back'],
    ['a formatter', [commit('style(auth): run the formatter')], 'by its own word it changes no behaviour'],
    ['a linter', [commit('Use ruff to format and lint')], 'by its own word it changes no behaviour'],
    ['a feature with its style', [commit('style: a'), commit('feat: b')], undefined],
    ['nobody yet', [], undefined],
  ])('%s', (_, commits, exempt) => {
    expect(ask(changeOf([], { commits }), contextOf([])).exempt).toBe(exempt);
  });
});

describe('what cannot be known', () => {
  const stateOf = (name: string, words: Change['words']) =>
    ask(changeOf([file('src/auth/a.ts')], words), inTree('src/auth/a.ts', 'src/auth/b.ts')).areas[0]?.obligations.find(
      (state) => state.name === name,
    )?.state;
  test.each<[string, Change['words'], string]>([
    ['way-back', { commits: [], unknown: 'shallow' }, 'unknown'],
    ['way-back', { commits: [], unknown: 'shallow', body: '' }, 'open'],
    ['way-back', { commits: [] }, 'open'],
    ['tests', { commits: [commitOf('refactor(auth): split it')] }, 'met'],
    ['tests', { commits: [commitOf('refactor: split it'), commitOf('Fix it')] }, 'open'],
    ['tests', { commits: [] }, 'open'],
    ['review', { commits: [], body: '' }, 'unknown'],
  ])('%s of %j', (name, words, state) => {
    expect(stateOf(name, words)).toBe(state);
  });
});

describe('new alerts', () => {
  const state: FileState = 'modified';
  test('are those that the base had nowhere', () => {
    const head = contextOf([rules('a.yaml', [alert('Old'), alert('New')])]);
    const { inventory, own, tree } = contextOf([rules('moved.yaml', [alert('Old')])]);
    const change = changeOf([file('a.yaml', { state })]);
    expect(ask(change, { ...head, before: { inventory, own, tree } }).alerts.map(({ name }) => name)).toEqual(['New']);
  });
  test.each<[string, Readonly<Record<string, string>>, boolean]>([
    ['names no runbook', {}, false],
    ['names one that is kept elsewhere', { runbook_url: 'https://wiki.example.org/queue' }, true],
    ['leaves it to a template', { runbook_url: '{{ $labels.x }}' }, false],
    ['has a blank for it', { runbook_url: 'TODO' }, false],
  ])('one that %s', (_, annotations, named) => {
    const head = contextOf([rules('a.yaml', [{ ...alert('New'), annotations }])]);
    const { inventory, own, tree } = contextOf([]);
    const { alerts } = ask(changeOf([file('a.yaml')]), { ...head, before: { inventory, own, tree } });
    expect(alerts.map(({ runbook }) => runbook !== undefined)).toEqual([named]);
  });
});

test('the form for changes comes before the list for releases', () => {
  const form = artifact('change-template', 'a.md', {
    form: 'change',
    prompts: [{ form: 'heading', text: 'Rollback', at: [5, 9] }],
  });
  expect(ask(changeOf([]), contextOf([form])).forms).toEqual([
    { what: 'change-template', at: { path: 'a.md', span: [5, 9] }, heading: 'Rollback' },
  ]);
});
