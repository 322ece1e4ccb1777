import { describe, expect, test } from '@jest/globals';
import type { Artifact, OwnerLineFacts, Ownership, OwnershipFacts, RelationContext } from '@shipworthy/model';
import { artifact, contextOf } from '../testing/facts.ts';
import { ownershipFacts } from '../testing/ownership.ts';
import { pathOwner } from './relation.ts';

type Files = Readonly<Record<string, readonly [OwnershipFacts['flavour'], readonly (readonly string[])[]]>>;

function contextWith(files: Files, others: readonly string[]): RelationContext {
  const artifacts = Object.entries(files).map(([path, [flavour, lines]]) =>
    artifact('ownership', path, ownershipFacts(flavour, lines, path)),
  );
  return contextOf(artifacts, others);
}

/** The relation asks a subject for nothing but its path. */
function ownerOf(path: string, context: RelationContext): Ownership {
  const base = { path, pathClass: 'authored', level: 'parsed', subjectId: path, at: () => ({ path }) } as const;
  return pathOwner.build(context)({ ...base, files: 0 });
}
const names = (answer: Ownership) => (answer.state === 'resolved' ? answer.owners.join(' ') : answer.state);

describe('who owns a path', () => {
  const CODEOWNERS: Files = {
    '.github/CODEOWNERS': [
      'codeowners',
      [['*', '@all'], ['/docs/', '@docs'], ['/docs/free.md'], ['*.sql', '@dba', '@b']],
    ],
    CODEOWNERS: ['codeowners', [['*', '@unread']]],
  };
  test.each([
    ['README.md', '@all'],
    ['docs/a.md', '@docs'],
    ['docs/free.md', 'unknown'],
    ['docs/x.sql', '@dba @b'],
    ['', '@all'],
  ])('the last matching line of the honoured file: %s', (path, expected) => {
    expect(
      names(ownerOf(path, contextWith(CODEOWNERS, ['README.md', 'docs/a.md', 'docs/free.md', 'docs/x.sql']))),
    ).toBe(expected);
  });

  test('the place is the line that decides', () => {
    const answer = ownerOf('docs/a.md', contextWith(CODEOWNERS, ['docs/a.md']));
    expect(answer).toMatchObject({ at: { path: '.github/CODEOWNERS', span: [7, 19] } });
  });

  const TREE: Files = {
    OWNERS: ['owners', [['**', 'root']]],
    'a/OWNERS': ['owners', [['**', 'amy']]],
    'b/OWNERS': ['owners', []],
    OWNERS_ALIASES: ['owners-aliases', []],
  };
  test.each([
    ['a/deep/x.go', 'amy'],
    ['b/x.go', 'root'],
    ['ab/x.go', 'root'],
    ['', 'root'],
  ])('the nearest OWNERS that names anybody: %s', (path, expected) => {
    expect(names(ownerOf(path, contextWith(TREE, [path])))).toBe(expected);
  });

  const MIXED: Files = {
    CODEOWNERS: ['codeowners', [['/only/', '@one'], ['/free/']]],
    '.github/component_owners.yml': [
      'component-owners',
      [
        ['/src', 'wide'],
        ['/src/ad', 'ad'],
      ],
    ],
    'catalog-info.yaml': [
      'catalog',
      [
        ['**', 'group:team'],
        ['**', 'system-team'],
      ],
    ],
    MAINTAINERS: ['maintainers', [['**', '@m']]],
  };
  test.each([
    ['only/x', '@one'],
    ['src/ad/x', 'ad'],
    ['src/adder/x', 'wide'],
    ['other/x', 'group:team'],
    ['free/x', 'group:team'],
    ['', 'group:team'],
  ])('what CODEOWNERS leaves open others may answer: %s', (path, expected) => {
    expect(names(ownerOf(path, contextWith(MIXED, [path])))).toBe(expected);
  });

  test('MAINTAINERS speaks for the repository, not for a path', () => {
    const context = contextWith({ MAINTAINERS: ['maintainers', [['**', '@m']]] }, ['a']);
    expect([names(ownerOf('', context)), names(ownerOf('a', context))]).toEqual(['@m', 'missing']);
  });

  test('owners of parts only leave the whole unknown', () => {
    expect(ownerOf('', contextWith({ CODEOWNERS: ['codeowners', [['*'], ['/a/', '@a']]] }, ['a/x']))).toEqual({
      state: 'unknown',
      why: 'CODEOWNERS names owners of parts, not of the whole',
    });
  });

  test('a line that the host refuses decides nothing', () => {
    const facts = ownershipFacts(
      'codeowners',
      [
        ['*', '@all'],
        ['/a/', 'x,'],
      ],
      'CODEOWNERS',
    );
    const at = facts.lines[1]?.owners[0]?.at ?? [0, 0];
    const refused = { ...facts, faults: [{ what: 'no owner', at, effect: 'refused' as const }] };
    expect(names(ownerOf('a/x', contextOf([artifact('ownership', 'CODEOWNERS', refused)], ['a/x'])))).toBe('@all');
  });

  test('each GitLab section that matches adds its owners', () => {
    const facts = ownershipFacts(
      'codeowners',
      [
        ['*', '@all'],
        ['*.md', '@docs'],
        ['/a/', '@a'],
      ],
      'CODEOWNERS',
    );
    const sectioned: OwnershipFacts = {
      ...facts,
      gitlab: true,
      lines: facts.lines.map((line, index): OwnerLineFacts => (index < 1 ? line : { ...line, section: 'Docs' })),
    };
    const context = contextOf([artifact('ownership', 'CODEOWNERS', sectioned)], ['a/x.md', 'b.md']);
    expect([names(ownerOf('a/x.md', context)), names(ownerOf('b.md', context))]).toEqual(['@all @a', '@all @docs']);
  });

  test('nobody, and a file that could not be read', () => {
    const context = contextOf([], ['a']);
    expect(ownerOf('a', context)).toEqual({ state: 'missing' });
    const problem = { kind: 'ownership', what: 'bad', effect: 'broken' } as const;
    const files = [
      { path: 'OWNERS', pathClass: 'authored' as const, artifacts: [] as Artifact<'ownership'>[], problems: [problem] },
    ];
    expect(ownerOf('a', { ...context, own: { files, history: 'none' } })).toEqual({
      state: 'unknown',
      why: 'OWNERS could not be read',
    });
  });
});
