import { describe, expect, test } from '@jest/globals';
import { agree, allows, numbersOf } from './tool-versions.ts';

describe('the significant numbers of a version', () => {
  test.each<[string, string, readonly number[] | undefined]>([
    ['node', 'v20.11.1', [20]],
    ['node', 'lts/iron', [20]],
    ['node', 'lts/*', undefined],
    ['node', '22.x', [22]],
    ['node', '>=18', undefined],
    ['python', '3.12.1', [3, 12]],
    ['python', '3', [3]],
    ['go', 'go1.22.3', [1, 22]],
    ['java', 'temurin-21.0.2+13.0.LTS', [21]],
    ['java', '1.8', [8]],
    ['ruby', 'ruby-3.3.1', [3, 3]],
    ['dotnet', '10.0.100', [10]],
    ['terraform', 'latest', undefined],
  ])('%s %s', (tool, written, expected) => {
    expect(numbersOf(tool, written)).toEqual(expected);
  });
});

test.each<[readonly number[], readonly number[], boolean]>([
  [[3, 12], [3, 12], true],
  [[3, 12], [3], true],
  [[3], [3, 12], true],
  [[3, 12], [3, 11], false],
])('%j and %j', (a, b, expected) => {
  expect(agree(a, b)).toBe(expected);
});

describe('what a range allows', () => {
  test.each<[string, string, readonly number[], boolean | undefined]>([
    ['node', '>=18', [20], true],
    ['node', '>=18 <21', [22], false],
    ['node', '^20.9.0', [20], true],
    ['node', '^18 || ^20', [20], true],
    ['node', '^18 || ^20', [22], false],
    ['node', '20.x', [22], false],
    ['node', '20', [20], true],
    ['node', '18 - 20', [19], true],
    ['node', '*', [20], true],
    ['node', 'current', [20], undefined],
    ['python', '>=3.9,<4.0', [3, 12], true],
    ['python', '>=3.11', [3, 9], false],
    ['python', '~=3.12.0', [3, 12], true],
    ['python', '^3.11', [3, 12], true],
    ['python', '<3.13', [3, 13], false],
    ['go', '1.22', [1, 23], true],
    ['go', '1.22', [1, 21], false],
    ['dotnet', '8.0', [10], true],
    ['php', '^8.2', [8, 3], true],
    ['ruby', '~> 3.2', [3, 3], true],
  ])('%s %s and %j', (tool, range, version, expected) => {
    expect(allows(tool, range, version)).toBe(expected);
  });
});
