import { describe, expect, test } from '@jest/globals';
import { readRulePage } from './rule-page.ts';

const fence = (info: string, text: string) => `\`\`\`${info}\n${text}\n\`\`\`\n`;

describe('readRulePage', () => {
  test('reads sections and examples with their files and findings', () => {
    const page = `## Why\n\n## Examples\n\n### Gap: a dead link\n\n${fence('md file=a.md', '[x](b.md)')}\n${fence('findings', 'a.md:1:5 error gone')}\n### Pass\n\n${fence('md file=a.md', 'text')}`;
    expect(readRulePage(page)).toEqual({
      sections: ['Why', 'Examples'],
      examples: [
        { kind: 'gap', title: 'Gap: a dead link', files: { 'a.md': '[x](b.md)\n' }, findings: ['a.md:1:5 error gone'] },
        { kind: 'pass', title: 'Pass', files: { 'a.md': 'text\n' }, findings: [] },
      ],
    });
  });
  test('reads both sides of a change and what was said of it', () => {
    const page = `### Gap: a new alert\n\n${fence('yaml file=a.yml', 'a: 2')}${fence('yaml base=a.yml', 'a: 1')}${fence('md added=b.md', 'new')}${fence('md base=c.md', 'gone')}${fence('text body', 'Why')}${fence('text commit', 'Subject')}${fence('findings', 'a.yml:1:1 error new')}`;
    expect(readRulePage(page).examples).toEqual([
      {
        kind: 'gap',
        title: 'Gap: a new alert',
        files: { 'a.yml': 'a: 2\n', 'b.md': 'new\n' },
        base: { 'a.yml': 'a: 1\n', 'b.md': null, 'c.md': 'gone\n' },
        body: 'Why\n',
        commits: ['Subject\n'],
        findings: ['a.yml:1:1 error new'],
      },
    ]);
  });
  test.each([
    ['a block without a label', `### Pass\n\n${fence('yaml', 'a: 1')}`, /neither file/],
    ['a path twice', `### Pass\n\n${fence('md file=a.md', 'x')}${fence('md file=a.md', 'y')}`, /holds a.md twice/],
    ['an example without files', '### Pass\n\ntext', /has no files/],
    ['a gap that lists nothing', `### Gap\n\n${fence('md file=a.md', 'x')}`, /must list its findings/],
    [
      'a pass that lists findings',
      `### Pass\n\n${fence('md file=a.md', 'x')}${fence('findings', 'a.md:1:1 error x')}`,
      /must list none/,
    ],
  ])('refuses %s', (_name, text, message) => {
    expect(() => readRulePage(text)).toThrow(message);
  });
});
