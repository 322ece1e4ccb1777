import { describe, expect, test } from '@jest/globals';
import { RepositoryFile } from '../repository-file.ts';
import { changeTemplateKind } from './kind.ts';

const parse = await changeTemplateKind.load();
const read = (path: string, text: string) => {
  const file = new RepositoryFile(path, 'authored', text);
  return changeTemplateKind.sniff(file) ? parse(file).artifacts[0] : undefined;
};

describe('where forges look', () => {
  test.each([
    ['.github/PULL_REQUEST_TEMPLATE.md', 'change'],
    ['pull_request_template.md', 'change'],
    ['docs/pull_request_template.md', 'change'],
    ['.github/PULL_REQUEST_TEMPLATE/release.md', 'change'],
    ['.gitlab/merge_request_templates/Default.md', 'change'],
    ['.github/ISSUE_TEMPLATE/bug.yml', 'issue'],
    ['.github/ISSUE_TEMPLATE.md', 'issue'],
    ['.github/ISSUE_TEMPLATE/config.yml', undefined],
    ['docs/pull-requests.md', undefined],
    ['vendor/x/.github/PULL_REQUEST_TEMPLATE.md', undefined],
  ])('%s', (path, form) => {
    expect(read(path, '## What\n')?.facts.form).toBe(form);
  });
});

test('what a page says to whoever fills it in', () => {
  const text = '## What\n\n<!--\nHow was it **tested**?\n-->\n\n- [ ] docs\n- [ ] \n\n| Q | A |\n';
  const found = read('.github/PULL_REQUEST_TEMPLATE.md', text);
  expect(found?.facts.prompts.map((prompt) => [prompt.form, prompt.text])).toEqual([
    ['heading', 'What'],
    ['comment', 'How was it tested ?'],
    ['item', 'docs'],
    ['text', '| Q | A |'],
  ]);
});

test('what a form says', () => {
  const text =
    'name: Story\nbody:\n  - type: textarea\n    attributes:\n      label: Acceptance criteria\n      description: |\n        When is it\n        done?\n  - type: checkboxes\n    attributes:\n      options:\n        - label: I searched\n';
  const found = read('.github/ISSUE_TEMPLATE/story.yml', text);
  expect(found?.facts.prompts.map((prompt) => prompt.text)).toEqual([
    'Acceptance criteria',
    'When is it done?',
    'I searched',
  ]);
});

test.each(['body: [', 'body: x', '- a'])('a form that is none says nothing: %j', (text) => {
  expect(read('.github/ISSUE_TEMPLATE/story.yml', text)?.facts.prompts).toEqual([]);
});
