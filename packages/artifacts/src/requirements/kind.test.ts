import { describe, expect, test } from '@jest/globals';
import type { PathClass } from '@shipworthy/model';
import { RepositoryFile } from '../repository-file.ts';
import { requirementsKind } from './kind.ts';

const parse = await requirementsKind.load();

function read(path: string, text: string, pathClass: PathClass = 'authored') {
  const file = new RepositoryFile(path, pathClass, text);
  return requirementsKind.sniff(file) ? parse(file) : { artifacts: [], problems: [] };
}
const LONG = 'Every change must keep this. It must stay simple. It must not need an account. '.repeat(6);

describe('what was asked for', () => {
  test.each([
    ['docs/product-requirements.md', `# Product requirements\n\n${LONG}`, 'brief'],
    ['docs/prd/export.md', '# Export\n\n## Users\n\nx\n\n## Success metrics\n\nx\n', 'brief'],
    ['specs/001-export/spec.md', '# Export\n\n## User Scenarios & Testing\n\nx\n\n## Success Criteria\n\nx\n', 'brief'],
    [
      'docs/requirements/transfer.md',
      '# Business requirements\n\nx\n\n# User requirements\n\nx\n\n# Non-functional requirements\n\nx\n',
      'brief',
    ],
    [
      'doc/cahier.md',
      '# Export\n\n## 1. Business requirements\n\nx\n\n## 2. Exigences fonctionnelles\n\nx\n\n## 3. Exigences non fonctionnelles\n\nx\n',
      'brief',
    ],
    ['docs/user-stories/a.md', '# A\n\n## Acceptance criteria\n\n- x\n', 'criteria'],
    [
      'notes/export.md',
      '# Export\n\nAs a buyer, I want an export so that I can sleep.\n\n## Acceptance criteria\n\n- x\n',
      'criteria',
    ],
  ])('%s', (path, text, form) => {
    expect(read(path, text).artifacts[0]?.facts.form).toBe(form);
  });
});

describe('what was not', () => {
  test.each([
    ['docs/requirements.md', `# System requirements\n\n${LONG}`],
    [
      'docs/self-hosting/requirements.md',
      '# Requirements\n\n## Database\n\nPostgres must be there. It must be new. It must run.\n',
    ],
    ['docs/proposals/0001-x.md', '# X\n\n## User stories\n\nAs a user, I want x.\n\n## Acceptance criteria\n\nx\n'],
    ['.github/ISSUE_TEMPLATE/user-story.md', 'As a user, I want\n\n## Acceptance criteria\n\n- [ ] x\n'],
    ['docs/design/export.md', '# Export\n\n## Functional requirements\n\nx\n\n## Non-functional requirements\n\nx\n'],
    ['spec/api.md', '# API specification\n\n## Requests\n\nx\n'],
    ['commands/prd-to-design.md', '# Turn a PRD into a design\n\nYou must read it. You must ask. You must write.\n'],
  ])('%s', (path, text) => {
    expect(read(path, text).artifacts).toEqual([]);
  });
  test('pages among the tests', () => {
    expect(read('tests/prd.md', '# X\n\n## Users\n\nx\n\n## Goals\n\nx\n', 'fixture').artifacts).toEqual([]);
  });
});

test('scenarios of a feature, with what they must show', () => {
  const text =
    '@web\nFeature: Export\n\n  Background:\n    Given I am in\n\n  @wip\n  Scenario: One\n    When I export\n    Then I see\n    And it is small\n    But not empty\n\n  Rule: R\n    Scenario Outline: Two\n      * anything\n      Examples:\n        | a |\n        | 1 |\n';
  const [artifact] = read('tests/features/a.feature', text, 'fixture').artifacts;
  expect(artifact?.title).toBe('Export');
  expect(artifact?.facts.tags).toEqual(['@web']);
  expect(
    artifact?.facts.scenarios.map(({ name, tags, steps, outcomes, bullets }) => ({
      name,
      tags,
      steps,
      outcomes,
      bullets,
    })),
  ).toEqual([
    { name: 'One', tags: ['@wip'], steps: 4, outcomes: 3, bullets: 0 },
    { name: 'Two', tags: [], steps: 1, outcomes: 0, bullets: 1 },
  ]);
  const [first] = artifact?.facts.scenarios ?? [];
  expect(first && text.slice(...first.at)).toBe('Scenario: One');
});

test('a feature that is none is said to be broken, with its line', () => {
  const { artifacts, problems } = read(
    'features/a.feature',
    'Feature: A\n  Scenario: B\n    Given x\n    nonsense here\n',
  );
  expect(artifacts).toEqual([]);
  expect(problems).toMatchObject([{ kind: 'requirements', effect: 'broken', at: [41, 54] }]);
});

test('features that feed the tests of a tool are left alone', () => {
  expect(read('testdata/good/a.feature', 'Feature: A\n').artifacts).toEqual([]);
});

test.each(['changelog.d/1234.feature', 'newsfragments/+a.feature', 'docs/news/12.1.feature', 'notes/77.feature'])(
  'a note for the next release is no feature: %s',
  (path) => {
    expect(read(path, 'Orders can be cancelled.\n')).toEqual({ artifacts: [], problems: [] });
  },
);
