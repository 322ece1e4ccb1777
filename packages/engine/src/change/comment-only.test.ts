import { describe, expect, test } from '@jest/globals';
import { sameCode } from './comment-only.ts';

describe('a file in which only comments differ', () => {
  test.each<[string, string, string, string, boolean]>([
    ['a line of comment', 'a.ts', 'a();\n', '// why\na();\n', true],
    ['a block of comment', 'a.go', 'a()\n', '/*\n * why\n */\n\na()\n', true],
    ['another comment', 'a.py', '# old\na()\n', '# new\na()\n', true],
    ['a comment of SQL', 'a.sql', 'drop table a;\n', '-- rollback: none\ndrop table a;\n', true],
    [
      'the order of imports',
      'a.go',
      'import (\n\t"fmt"\n\tx "a/b"\n)\na()\n',
      'import (\n\tx "a/b"\n\t"fmt"\n)\na()\n',
      true,
    ],
    ['the order of statements', 'a.ts', 'a();\nb();\n', 'b();\na();\n', false],
    ['another import', 'a.py', 'import a\nimport b\n', 'import b\nimport c\n', false],
    [
      'a column that is ignored no more',
      'a.rb',
      'class A\n  self.ignored_columns += %w[b]\n  c\nend\n',
      'class A\n  c\nend\n',
      true,
    ],
    ['a column of a list', 'a.rb', 'class A\n  self.ignored_columns = ["b", "c"]\nend\n', 'class A\nend\n', true],
    [
      'a column that is ignored from now on',
      'a.rb',
      'class A\nend\n',
      'class A\n  self.ignored_columns += %w[b]\nend\n',
      false,
    ],
    ['one column of several', 'a.rb', 'self.ignored_columns = %w[b c]\n', 'self.ignored_columns = %w[b]\n', false],
    ['more than the ignored column', 'a.rb', 'self.ignored_columns += %w[b]\nd\n', 'e\n', false],
    ['code', 'a.ts', 'a();\n', '// why\nb();\n', false],
    ['code behind a comment', 'a.ts', 'a();\n', '/* why */ b();\na();\n', false],
    ['code that is put into a comment', 'a.ts', 'a();\nb();\n', 'a();\n// b();\n', false],
    ['indentation', 'a.py', 'if x:\n  a()\n', 'if x:\na()\n', false],
    ['what only looks like a comment there', 'a.py', 'a = """\n# x\n"""\n', 'a = """\n# x\n"""\nb()\n', false],
    ['a constraint of a build', 'a.go', 'package a\n', '//go:build linux\npackage a\n', false],
    ['MySQL in a comment', 'a.sql', 'select 1;\n', '/*!40101 SET NAMES utf8 */;\nselect 1;\n', false],
    ['a language that is not known', 'a.xyz', '// a\n', '// b\n', false],
  ])('%s', (_, path, before, after, same) => {
    expect(sameCode(path, before, after)).toBe(same);
  });

  test('what cannot be read is not told', () => {
    expect(sameCode('a.ts', undefined, 'a')).toBe(false);
  });
});
