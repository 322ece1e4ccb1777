import { expect, test } from '@jest/globals';
import { RepositoryFile } from '../../repository-file.ts';
import { maskBlanks } from './blanks.ts';
import { readTemplateYaml } from './read.ts';

test.each([
  ['image: @OPERATOR_IMAGE@', 'image: ________________', ['@OPERATOR_IMAGE@']],
  ['v: @project.version@', 'v: _________________', ['@project.version@']],
  ['v: %VERSION%-1', 'v: _________-1', ['%VERSION%']],
  ['a: 1\n__EXTRA_LABELS__\nb: 2', 'a: 1\n                \nb: 2', ['__EXTRA_LABELS__']],
  ['about: {resource} by id', 'about: __________ by id', ['{resource}']],
  ['x: __meta_node__', 'x: __meta_node__', []],
  ['to: a@b.c, d@e.f', 'to: a@b.c, d@e.f', []],
  ['load: 5% of 10%', 'load: 5% of 10%', []],
])('%j', (text, shown, unknown) => {
  const masked = maskBlanks(text);
  expect(masked.text).toBe(shown);
  expect(masked.unknown.map((span) => text.slice(...span))).toEqual(unknown);
});

const read = (text: string) => readTemplateYaml(new RepositoryFile('a.yaml', 'authored', text));

test('a file that only its blanks break is a template', () => {
  expect(read('kind: Pod\nimage: @IMAGE_URL@\n')).toMatchObject({
    level: 'tolerant',
    problems: [],
    unknown: [[17, 28]],
  });
});

test('what parses is no template, and what blanks do not break stays broken', () => {
  expect(read('user: a@IMAGE@b\n')).toMatchObject({ level: 'parsed', unknown: [] });
  expect(read('a: [1\nb: "@X@"\n')).toMatchObject({ level: 'parsed', problems: [{ effect: 'broken' }] });
});
