import { describe, expect, test } from '@jest/globals';
import { DIRECTIVE, MAX_SUPPRESSIONS, readSuppressions } from './read.ts';

const D = DIRECTIVE;
const covered = (text: string, path = 'a.yaml') =>
  readSuppressions(path, text).map(({ rules, reason, covers }) => [rules, reason, text.slice(...covers)]);

describe('comments that ask for silence', () => {
  test.each([
    ['a.yaml', `# ${D} alert/has-owner -- shared`],
    ['a.yaml', `  ## ${D} alert/has-owner -- shared`],
    ['a.ts', `// ${D} alert/has-owner -- shared`],
    ['a.css', `/* ${D} alert/has-owner -- shared */`],
    ['a.tpl', `{{/* ${D} alert/has-owner -- shared */}}`],
    ['a.tpl', `{{- /* ${D} alert/has-owner -- shared */ -}}`],
    ['a.j2', `{# ${D} alert/has-owner -- shared #}`],
    ['a.sql', `-- ${D} alert/has-owner -- shared`],
    ['a.ini', `; ${D} alert/has-owner -- shared`],
    ['a.md', `<!-- ${D} alert/has-owner -- shared -->`],
    ['a.mdx', `{/* ${D} alert/has-owner -- shared */}`],
    ['a.rst', `.. ${D} alert/has-owner -- shared`],
  ])('%s: %s', (path, comment) => {
    expect(covered(`${comment}\nnext: 1\n`, path)).toEqual([[['alert/has-owner'], 'shared', 'next: 1']]);
  });

  test.each([
    ['several rules', `# ${D} a/b, c/d e/f -- why`, [['a/b', 'c/d', 'e/f'], 'why']],
    ['no reason', `# ${D} a/b`, [['a/b'], undefined]],
    ['an empty reason', `# ${D} a/b --  `, [['a/b'], undefined]],
    ['no rule', `# ${D} -- why`, [[], 'why']],
    ['two dashes in the reason', `# ${D} a/b -- one -- two`, [['a/b'], 'one -- two']],
    ['a line end of Windows', `# ${D} a/b -- why\r`, [['a/b'], 'why']],
  ])('%s', (_, comment, [rules, reason]) => {
    expect(covered(`${comment}\nnext`).map((entry) => entry.slice(0, 2))).toEqual([[rules, reason]]);
  });

  test('blank lines and other such comments are passed over', () => {
    const text = `# ${D} a/b -- x\n# ${D} c/d -- y\n\nnext`;
    expect(covered(text).map((entry) => entry[2])).toEqual(['next', 'next']);
  });

  test.each([
    ['in a fence', 'a.md', `\`\`\`yaml\n<!-- ${D} a/b -- x -->\n\`\`\`\n`],
    ['a heading of a page', 'a.md', `# ${D} a/b -- x\n`],
    ['behind a value', 'a.yaml', `key: 1 # ${D} a/b -- x\n`],
    ['in a text', 'a.yaml', `say: "# ${D} a/b"\n`],
    ['a longer word', 'a.yaml', `# ${D}s a/b -- x\n`],
  ])('not one: %s', (_, path, text) => {
    expect(readSuppressions(path, text)).toEqual([]);
  });

  test('at the end of a file it covers nothing', () => {
    expect(covered(`a: 1\n# ${D} a/b -- x`)).toEqual([[['a/b'], 'x', '']]);
  });

  test('their number is bounded', () => {
    expect(readSuppressions('a.yaml', `# ${D} a/b\n`.repeat(MAX_SUPPRESSIONS + 5))).toHaveLength(MAX_SUPPRESSIONS);
  });
});
